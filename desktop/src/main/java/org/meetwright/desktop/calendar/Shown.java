package org.meetwright.desktop.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.meeting.Meeting;
import org.meetwright.desktop.meeting.Questions;
import org.meetwright.desktop.meeting.Status;
import org.meetwright.desktop.text.Words;
import org.meetwright.server.api.model.absence.ApiAbsence;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.booking.ApiBookings;
import org.meetwright.server.api.model.booking.BookingsQuery;
import org.meetwright.server.api.model.busy.ApiBusyTime;
import org.meetwright.server.api.model.eventtype.ApiEventType;
import org.meetwright.server.api.model.holiday.ApiHolidays;
import org.meetwright.server.api.model.schedule.ApiSchedule;
import org.meetwright.server.client.ApiClient;

/// What the calendar shows of some days.
///
/// @param first inclusive
/// @param open the hours of the default schedule, as the server has them
/// @param away absences
/// @param holidays the names of public holidays that count, by date
/// @param types the names of the event types by slug, to ask why a time is free or not
public record Shown(
    LocalDate first,
    int days,
    List<Meeting> meetings,
    List<Busy> busy,
    List<Span> open,
    List<Span> away,
    Map<LocalDate, String> holidays,
    Map<String, String> types) {
  private static final int MOST = 200;

  /// A busy time.
  ///
  /// @param start inclusive
  /// @param end exclusive
  /// @param manual whether the host has put it in by hand
  public record Busy(UUID id, Instant start, Instant end, String summary, boolean manual) {}

  /// A span of time.
  ///
  /// @param start inclusive
  /// @param end exclusive
  public record Span(Instant start, Instant end, String note) {}

  static Shown empty(LocalDate first) {
    return new Shown(first, 1, List.of(), List.of(), List.of(), List.of(), Map.of(), Map.of());
  }

  static Shown load(ApiClient client, LocalDate first, int days, Words words) {
    LocalDate last = first.plusDays(days - 1L);
    ApiSchedule schedule =
        client.schedules().listSchedules().stream()
            .filter(ApiSchedule::isDefault)
            .findFirst()
            .orElseThrow();
    Map<LocalDate, String> holidays = Holidays.of(client, schedule, first, last, words);
    return new Shown(
        first,
        days,
        meetings(client, first, last),
        client.schedules().listBusyTimes(first.toString(), last.toString()).stream()
            .map(Shown::busy)
            .toList(),
        OpenHours.of(schedule, first, days, holidays.keySet()),
        client.schedules().listAbsences().stream()
            .map(absence -> away(absence, ZoneId.of(schedule.timeZone())))
            .toList(),
        holidays,
        EventTypeNames.of(client));
  }

  private static List<Meeting> meetings(ApiClient client, LocalDate first, LocalDate last) {
    Map<UUID, String> questions = Questions.labels(client);
    List<Meeting> meetings = new ArrayList<>();
    BookingsQuery query =
        new BookingsQuery(first.toString(), last.toString(), null, null, null, null, null);
    @Nullable String cursor = null;
    do {
      ApiBookings page = client.bookings().listBookings(query.page(MOST, cursor));
      for (ApiBooking booking : page.bookings()) {
        Meeting meeting = Meeting.of(booking, questions);
        if (meeting.status() == Status.CONFIRMED || meeting.status() == Status.PENDING) {
          meetings.add(meeting);
        }
      }
      cursor = page.nextCursor();
    } while (cursor != null);
    return meetings;
  }

  private static Busy busy(ApiBusyTime time) {
    return new Busy(
        time.id(), time.start(), time.end(), time.summary(), time.source().equals("manual"));
  }

  private static Span away(ApiAbsence absence, ZoneId zone) {
    return absence.from().contains("T")
        ? new Span(Instant.parse(absence.from()), Instant.parse(absence.to()), absence.note())
        : new Span(
            LocalDate.parse(absence.from()).atStartOfDay(zone).toInstant(),
            LocalDate.parse(absence.to()).plusDays(1).atStartOfDay(zone).toInstant(),
            absence.note());
  }

  /// Names of event types.
  private static final class EventTypeNames {
    private EventTypeNames() {}

    static Map<String, String> of(ApiClient client) {
      Map<String, String> names = new LinkedHashMap<>();
      client.eventTypes().listEventTypes().stream()
          .filter(ApiEventType::active)
          .forEach(type -> names.put(type.slug(), type.name()));
      return names;
    }
  }

  /// Names of the public holidays that count.
  private static final class Holidays {
    private Holidays() {}

    static Map<LocalDate, String> of(
        ApiClient client, ApiSchedule schedule, LocalDate first, LocalDate last, Words words) {
      ApiSchedule.Holidays closed = schedule.holidays();
      if (closed == null) {
        return Map.of();
      }
      Map<LocalDate, String> names = new HashMap<>();
      List<String> except = closed.except() == null ? List.of() : closed.except();
      for (int year = first.getYear(); year <= last.getYear(); year++) {
        ApiHolidays all =
            client
                .schedules()
                .getHolidays(closed.country(), closed.region(), year, words.language());
        all.holidays().stream()
            .filter(one -> !except.contains(one.id()) && !except.contains(one.date().toString()))
            .forEach(one -> names.put(one.date(), one.name()));
      }
      return Map.copyOf(names);
    }
  }
}
