package org.meetwright.cli.commands.calendar;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.Calendar;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.server.api.calendar.CalendarTranslation;
import org.meetwright.server.api.model.calendar.ApiCalendar;

/// An account with its calendars, as JSON: the keys of the API for both.
record AccountReport(
    UUID id,
    String kind,
    String name,
    String state,
    @Nullable Instant lastSyncedAt,
    @Nullable String error,
    boolean follows,
    List<ApiCalendar> calendars) {
  static AccountReport of(CalendarConnection connection, List<Calendar> calendars) {
    return new AccountReport(
        connection.id(),
        connection.kind().word(),
        connection.name(),
        connection.state().word(),
        connection.lastSyncedAt(),
        connection.error(),
        connection.follows(),
        CalendarTranslation.toApi(calendars));
  }
}
