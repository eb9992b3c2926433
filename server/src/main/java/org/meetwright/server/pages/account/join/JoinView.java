package org.meetwright.server.pages.account.join;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.pages.text.ZoneChoice;
import org.meetwright.server.text.Texts;

/// The page on which someone becomes a host.
///
/// @param action where the form goes
/// @param site what addresses of pages begin with, before the handle
/// @param email what the newcomer will sign in with
/// @param zones to choose from
/// @param errors what is wrong, by field
public record JoinView(
    Shell shell,
    Words words,
    String action,
    String site,
    String email,
    JoinForm form,
    ZoneChoice zones,
    Map<String, String> errors) {
  /// The words of the page.
  ///
  /// @param own of this page
  /// @param account that it shares with the pages of the account
  public record Words(Texts own, Texts account) {}

  /// Returns what is wrong with a field; null if nothing is.
  public @Nullable String error(String field) {
    return errors.get(field);
  }
}
