package org.meetwright.server.pages.account.calendars;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.account.calendars.CalendarsView.Account;
import org.meetwright.server.pages.account.request.AccountFrame;

/// The page of a connected account.
///
/// @param name as it was typed
/// @param user as it was typed to sign in anew
/// @param writes whether the kind of account can receive meetings
/// @param errors what is wrong with a form, by field
public record CalendarAccountView(
    AccountFrame frame,
    Account account,
    String name,
    String user,
    boolean writes,
    boolean follows,
    boolean paused,
    Map<String, String> errors) {

  /// Returns what is wrong with a field; null if nothing is.
  public @Nullable String error(String field) {
    return errors.get(field);
  }
}
