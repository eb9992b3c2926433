package org.meetwright.server.pages.account.hostlink;

import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.text.Texts;

/// The page that asks whether an answer is to be given.
///
/// @param word which answer
/// @param takesReason whether the host may say why
public record HostQuestionView(
    Shell shell,
    Texts words,
    MeetingView meeting,
    HostLinkView.Actions actions,
    String word,
    boolean takesReason,
    Typed typed) {

  /// The form as it came.
  ///
  /// @param error what is wrong with the reason; null if nothing is
  /// @param notice what is said first; null for nothing
  public record Typed(String reason, @Nullable String error, @Nullable String notice) {
    static final Typed NOTHING = new Typed("", null, null);
  }
}
