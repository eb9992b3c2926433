package org.meetwright.server.pages.account.hostlink;

import java.util.List;
import org.meetwright.server.pages.account.hostlink.HostQuestionView.Typed;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.pages.picker.OtherTime;
import org.meetwright.server.text.Texts;

/// The page that asks whether a booking is to be moved to a time.
///
/// @param to the new time
/// @param back where another time is chosen
public record HostMoveView(
    Shell shell,
    Texts words,
    MeetingView meeting,
    HostLinkView.Actions actions,
    NewTime to,
    String back,
    Typed typed) {

  /// The time to which it would be moved.
  ///
  /// @param start as it is sent
  /// @param others times that are free instead; empty if this one still is
  public record NewTime(String date, String times, String start, List<OtherTime> others) {}
}
