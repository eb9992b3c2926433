package org.meetwright.server.pages.host;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.slot.AbsenceTime;
import org.meetwright.core.team.Bookable;
import org.meetwright.server.pages.picker.NamedLink;
import org.meetwright.server.pages.picker.TimePicker.Month;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.text.Texts;

/// What visitors are told of an absence.
///
/// @param title who is away, and when
/// @param note what the host says; may be empty
/// @param instead where to go meanwhile; null if there is nothing
public record AbsenceNote(String title, String note, @Nullable NamedLink instead) {

  private static final int MOST = 10;

  /// Finds the event type to go to.
  @FunctionalInterface
  public interface Destinations {
    /// Returns the way to an event type; null if it cannot be booked.
    ///
    /// @param redirectTo its handle and slug
    @Nullable NamedLink find(String redirectTo);
  }

  /// Returns the notes of the first absences that touch a month.
  public static List<AbsenceNote> of(
      List<AbsenceTime> absences,
      YearMonth month,
      Bookable who,
      TimeFormats formats,
      Texts texts,
      Destinations destinations) {
    return absences.stream()
        .filter(absence -> !formats.date(absence.startsAt()).isAfter(month.atEndOfMonth()))
        .map(absence -> of(absence, who, formats, texts, destinations))
        .distinct()
        .limit(MOST)
        .toList();
  }

  /// Returns the notes for someone who moves a booking, or books for another: it stays the event
  /// type that it is, so nobody is sent to another one.
  public static List<AbsenceNote> of(Month month, Bookable who, TimeFormats formats, Texts texts) {
    return of(month.absences(), month.month(), who, formats, texts, _ -> null);
  }

  private static AbsenceNote of(
      AbsenceTime absence,
      Bookable who,
      TimeFormats formats,
      Texts texts,
      Destinations destinations) {
    String redirectTo = absence.redirectTo();
    return new AbsenceNote(
        title(absence, who, formats, texts),
        absence.note(),
        redirectTo == null ? null : destinations.find(redirectTo));
  }

  /// Whole days are those of the host, as he said it; times are those of the visitor.
  private static String title(AbsenceTime absence, Bookable who, TimeFormats formats, Texts texts) {
    Instant start = absence.startsAt();
    Instant end = absence.endsAt();
    ZoneId zone = who.timeZone();
    if (!isMidnight(start, zone) || !isMidnight(end, zone)) {
      return texts.get(
          "absence.title",
          who.name(),
          formats.fullDateAndTime(start),
          formats.fullDateAndTime(end));
    }
    LocalDate first = start.atZone(zone).toLocalDate();
    LocalDate last = end.atZone(zone).toLocalDate().minusDays(1);
    return first.equals(last)
        ? texts.get("absence.day", who.name(), formats.day(first))
        : texts.get("absence.title", who.name(), formats.day(first), formats.day(last));
  }

  private static boolean isMidnight(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
  }
}
