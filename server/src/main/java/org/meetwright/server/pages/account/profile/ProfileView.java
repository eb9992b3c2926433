package org.meetwright.server.pages.account.profile;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.account.request.AccountFrame;
import org.meetwright.server.pages.text.ZoneChoice;

/// The page of who a host is.
///
/// @param address where he can be booked
/// @param zones to choose from
/// @param schedules that may follow him into another zone
/// @param languages to choose from
/// @param errors what is wrong with the form, by field
public record ProfileView(
    AccountFrame frame,
    String address,
    ProfileForm form,
    ZoneChoice zones,
    List<Option> schedules,
    List<Option> languages,
    Map<String, String> errors,
    Mailbox email) {

  /// Something to choose.
  public record Option(String value, String label, boolean chosen) {}

  /// The part about the e-mail address.
  ///
  /// @param address the one that is in force
  /// @param pending what is said of another one that waits to be confirmed; null if none does
  /// @param typed the address that was typed
  /// @param error what is wrong with it; null if nothing is
  public record Mailbox(
      String address, @Nullable String pending, String typed, @Nullable String error) {}

  /// Returns what is wrong with a field; null if nothing is.
  public @Nullable String error(String field) {
    return errors.get(field);
  }
}
