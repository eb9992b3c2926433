package org.meetwright.desktop.connections;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.text.Words;
import org.meetwright.server.api.model.calendar.ApiCalendar;
import org.meetwright.server.api.model.calendar.ApiCalendarAccount;

/// A connected account with its calendars.
///
/// @param kind ics or caldav
/// @param state active, reauth or paused
/// @param synced when it was read, in words
/// @param fault why it is not as it should be, in words; empty if all is well
public record Account(
    UUID id,
    String kind,
    String name,
    String state,
    String synced,
    String fault,
    boolean follows,
    List<One> calendars) {
  /// A calendar.
  ///
  /// @param color empty if nobody says
  public record One(
      UUID id,
      String name,
      String color,
      boolean mayWrite,
      boolean busy,
      boolean tentative,
      boolean receives,
      String fault) {}

  static Account of(ApiCalendarAccount account, List<ApiCalendar> calendars, Words words) {
    return new Account(
        account.id(),
        account.kind(),
        account.name(),
        account.state(),
        account.lastSyncedAt() == null
            ? words.page("calendar.never")
            : words.page(
                "calendar.synced",
                words.shortDay(words.date(account.lastSyncedAt()))
                    + ", "
                    + words.time(account.lastSyncedAt())),
        fault(account.errorCode(), account.error(), words),
        account.follows(),
        calendars.stream()
            .map(
                one ->
                    new One(
                        one.id(),
                        one.name(),
                        one.color() == null ? "" : one.color(),
                        one.mayWrite(),
                        one.busy(),
                        one.tentative(),
                        one.receives(),
                        fault(one.errorCode(), one.error(), words)))
            .toList());
  }

  private static String fault(@Nullable String code, @Nullable String said, Words words) {
    if (said == null) {
      return "";
    }
    return code == null ? said : words.page("calendar.fault." + code);
  }
}
