package org.meetwright.cli.commands.calendar;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.Calendar;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.server.api.calendar.CalendarTranslation;
import org.meetwright.server.api.model.calendar.ApiCalendar;
import org.meetwright.server.api.model.calendar.ApiCalendarAccount;

/// An account with its calendars, as JSON: the keys of the API for both.
///
/// Wide: the API's shape is flat.
record AccountReport(
    UUID id,
    String kind,
    String name,
    String state,
    @Nullable Instant lastSyncedAt,
    @Nullable String error,
    @Nullable String errorCode,
    boolean follows,
    List<ApiCalendar> calendars) {
  static AccountReport of(CalendarConnection connection, List<Calendar> calendars) {
    ApiCalendarAccount told = CalendarTranslation.toApi(connection);
    return new AccountReport(
        told.id(),
        told.kind(),
        told.name(),
        told.state(),
        told.lastSyncedAt(),
        told.error(),
        told.errorCode(),
        told.follows(),
        CalendarTranslation.toApi(calendars));
  }
}
