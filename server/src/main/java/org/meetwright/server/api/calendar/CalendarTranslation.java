package org.meetwright.server.api.calendar;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.Calendar;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.Doubt;
import org.meetwright.core.calendar.account.CalendarConnections;
import org.meetwright.core.calendar.meeting.CalendarProblems;
import org.meetwright.core.calendar.meeting.CalendarProblems.CalendarProblem;
import org.meetwright.core.calendar.meeting.CalendarProblems.Choice;
import org.meetwright.core.calendar.meeting.WrittenMeetings;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.time.Interval;
import org.meetwright.server.api.exchange.ExportPart;
import org.meetwright.server.api.model.calendar.ApiCalendar;
import org.meetwright.server.api.model.calendar.ApiCalendarAccount;
import org.meetwright.server.api.model.calendar.ApiCalendarProblem;
import org.meetwright.server.api.model.calendar.ApiExportedCalendars;
import org.meetwright.server.api.model.calendar.ApiExportedEvent;

/// Tells calendar accounts in the form of the API.
public final class CalendarTranslation {
  /// What a host chooses who believes that so much has vanished.
  static final String BELIEVE = "believe";

  private CalendarTranslation() {}

  /// Returns an account.
  public static ApiCalendarAccount toApi(CalendarConnection connection) {
    return new ApiCalendarAccount(
        connection.id(),
        connection.kind().word(),
        connection.name(),
        connection.state().word(),
        connection.lastSyncedAt(),
        connection.error(),
        word(connection.errorCode()),
        connection.follows());
  }

  private static @Nullable String word(@Nullable FaultCode code) {
    return code == null ? null : code.word();
  }

  /// Returns a calendar.
  public static ApiCalendar toApi(Calendar calendar) {
    @Nullable ZoneId zone = calendar.remote().zone();
    return new ApiCalendar(
        calendar.id(),
        calendar.remote().name(),
        calendar.remote().color(),
        zone == null ? null : zone.getId(),
        calendar.remote().mayWrite(),
        calendar.use().busy(),
        calendar.use().tentative(),
        calendar.use().receives(),
        calendar.progress().syncedAt(),
        calendar.progress().knownUntil(),
        calendar.progress().error(),
        word(calendar.progress().errorCode()),
        calendar.progress().unreadable());
  }

  /// Returns several calendars.
  public static List<ApiCalendar> toApi(List<Calendar> calendars) {
    return calendars.stream().map(CalendarTranslation::toApi).toList();
  }

  /// Returns a host's accounts with their calendars, for the export.
  public static ExportPart exported(CalendarConnections connections) {
    return ExportPart.of(
        "calendarAccounts",
        host ->
            connections.list(host.id()).stream()
                .map(
                    one ->
                        new ApiExportedCalendars(
                            toApi(one),
                            toApi(connections.calendars(host.id(), one.id()).orElse(List.of()))))
                .toList());
  }

  /// Returns the events that stand for a host's meetings, for the export.
  public static ExportPart exported(WrittenMeetings written) {
    return ExportPart.of(
        "calendarEvents",
        host ->
            written.of(host.id()).stream()
                .map(
                    one ->
                        new ApiExportedEvent(
                            one.meetingId(),
                            one.calendarId(),
                            one.uid(),
                            one.state(),
                            one.start(),
                            one.end()))
                .toList());
  }

  /// Returns what a host has to decide about, for the export.
  public static ExportPart exported(CalendarConnections connections, CalendarProblems problems) {
    return ExportPart.of("calendarProblems", host -> toApi(host.id(), connections, problems));
  }

  /// Returns what a host has to decide about, first what has vanished.
  static List<ApiCalendarProblem> toApi(
      UUID hostId, CalendarConnections connections, CalendarProblems problems) {
    List<ApiCalendarProblem> told = new ArrayList<>();
    for (CalendarConnection connection : connections.list(hostId)) {
      connections.calendars(hostId, connection.id()).stream()
          .flatMap(List::stream)
          .filter(calendar -> calendar.progress().doubt() == Doubt.TOLD)
          .map(CalendarTranslation::vanished)
          .forEach(told::add);
    }
    problems.of(hostId).stream().map(CalendarTranslation::toApi).forEach(told::add);
    return told;
  }

  private static ApiCalendarProblem vanished(Calendar calendar) {
    return new ApiCalendarProblem(
        calendar.id(),
        "vanished",
        null,
        calendar.remote().name(),
        null,
        null,
        null,
        null,
        List.of(BELIEVE));
  }

  private static ApiCalendarProblem toApi(CalendarProblem problem) {
    @Nullable Interval there = problem.there();
    return new ApiCalendarProblem(
        problem.id(),
        problem.kind().word(),
        problem.since(),
        problem.calendar(),
        problem.booking().id(),
        there == null ? null : there.startInclusive(),
        there == null ? null : there.endExclusive(),
        problem.error(),
        problem.choices().stream().map(Choice::word).toList());
  }
}
