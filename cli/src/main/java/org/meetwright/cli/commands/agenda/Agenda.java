package org.meetwright.cli.commands.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meetwright.server.api.model.absence.ApiAbsence;
import org.meetwright.server.api.model.booking.ApiBooking;

/// The days of a host.
///
/// @param from the first date, inclusive
/// @param to the last date, inclusive
/// @param bookings those that hold their time, by start
/// @param absences those that touch the dates
record Agenda(
    String handle,
    String timeZone,
    LocalDate from,
    LocalDate to,
    List<ApiBooking> bookings,
    List<ApiAbsence> absences) {
  private static final int DATE = "2026-03-09".length();
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /// Returns a day as a heading, and a meeting a line below it.
  List<String> lines(LocalDate today) {
    List<String> lines = new ArrayList<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      LocalDate shown = day;
      lines.add(DAY.format(day) + (day.equals(today) ? " (today)" : ""));
      absences.stream().filter(each -> touches(each, shown)).forEach(each -> lines.add(line(each)));
      List<String> meetings =
          bookings.stream().filter(each -> isOn(each, shown)).map(this::line).toList();
      lines.addAll(meetings.isEmpty() ? List.of("  -") : meetings);
    }
    return lines;
  }

  private ZoneId zone() {
    return ZoneId.of(timeZone);
  }

  private boolean isOn(ApiBooking booking, LocalDate day) {
    return LocalDate.ofInstant(booking.start(), zone()).equals(day);
  }

  private String line(ApiBooking booking) {
    return "  "
        + time(booking.start())
        + "-"
        + time(booking.end())
        + "  "
        + booking.eventType().name()
        + ": "
        + booking.invitee().name()
        + " <"
        + booking.invitee().email()
        + ">"
        + (booking.status().equals("pending") ? " (to be confirmed)" : "");
  }

  private String time(Instant instant) {
    return TIME.format(instant.atZone(zone()));
  }

  private boolean touches(ApiAbsence absence, LocalDate day) {
    return !date(absence.from(), zone()).isAfter(day) && !date(absence.to(), zone()).isBefore(day);
  }

  private static String line(ApiAbsence absence) {
    return "  absent " + (absence.note().isEmpty() ? "" : "(" + absence.note() + ")").strip();
  }

  /// Returns the date of what is a date or an instant.
  static LocalDate date(String text, ZoneId zone) {
    return text.length() <= DATE
        ? LocalDate.parse(text)
        : OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDate();
  }
}
