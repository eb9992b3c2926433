package org.meetwright.server.pages.account.absences;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.absence.Absence;
import org.meetwright.core.absence.Destination;
import org.meetwright.core.absence.Span;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.pages.account.hours.away.AwayCheck;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.form.TypedTime;
import org.meetwright.server.text.Texts;

/// The form of an absence, as it was typed.
///
/// @param fromTime when it begins on the first day; empty for whole days
public record AbsenceForm(
    String from, String fromTime, String to, String toTime, String note, String redirectTo) {
  /// How long the way to somebody else's event type may be as it is typed, in characters.
  public static final int LONGEST_DESTINATION = 110;

  static final AbsenceForm EMPTY = new AbsenceForm("", "", "", "", "", "");

  static AbsenceForm of(FormBody form) {
    return new AbsenceForm(
        form.get("from").strip(),
        form.get("fromTime").strip(),
        form.get("to").strip(),
        form.get("toTime").strip(),
        form.get("note"),
        form.get("redirectTo").strip());
  }

  static AbsenceForm of(Absence absence, ZoneId zone) {
    Destination to = absence.redirectTo();
    String redirect = to == null ? "" : to.toString();
    return switch (absence.span()) {
      case Span.Dates(LocalDate from, LocalDate last) ->
          new AbsenceForm(from.toString(), "", last.toString(), "", absence.note(), redirect);
      case Span.Instants instants -> {
        ZonedDateTime from = instants.from().atZone(zone);
        ZonedDateTime until = instants.to().atZone(zone);
        yield new AbsenceForm(
            from.toLocalDate().toString(),
            from.toLocalTime().withSecond(0).withNano(0).toString(),
            until.toLocalDate().toString(),
            until.toLocalTime().withSecond(0).withNano(0).toString(),
            absence.note(),
            redirect);
      }
    };
  }

  /// The result of checking.
  sealed interface Result {}

  /// Everything is right.
  record Right(Absence absence) implements Result {}

  /// Something is wrong.
  ///
  /// @param errors what is wrong, by field
  record Wrong(Map<String, String> errors) implements Result {}

  /// Checks the form.
  ///
  /// @param zone of the host's default schedule
  Result check(UUID id, UUID hostId, ZoneId zone, Texts words) {
    Map<String, String> errors = new LinkedHashMap<>();
    Span span = span(zone, words, errors);
    Destination destination = destination(words, errors);
    if (span == null || !errors.isEmpty()) {
      return new Wrong(errors);
    }
    try {
      return new Right(new Absence(id, hostId, span, note, destination));
    } catch (InvalidValueException wrong) {
      return new Wrong(Map.of("note", words.get("absence.wrong.note")));
    }
  }

  private @Nullable Destination destination(Texts words, Map<String, String> errors) {
    try {
      return redirectTo.isEmpty() ? null : Destination.parse(redirectTo);
    } catch (InvalidValueException wrong) {
      errors.put("redirectTo", words.get("absence.wrong.redirect"));
      return null;
    }
  }

  private @Nullable Span span(ZoneId zone, Texts words, Map<String, String> errors) {
    LocalDate first = AwayCheck.date(from);
    LocalDate last = AwayCheck.date(to.isEmpty() ? from : to);
    if (first == null || last == null || last.isBefore(first)) {
      errors.put("to", words.get("absence.wrong.dates"));
      return null;
    }
    if (fromTime.isEmpty() && toTime.isEmpty()) {
      return new Span.Dates(first, last);
    }
    OptionalInt begin = TypedTime.read(fromTime);
    OptionalInt end = TypedTime.read(toTime);
    try {
      return new Span.Instants(
          at(first, begin.orElseThrow(), zone).toInstant(),
          at(last, end.orElseThrow(), zone).toInstant());
    } catch (NoSuchElementException | InvalidValueException wrong) {
      errors.put("toTime", words.get("absence.wrong.times"));
      return null;
    }
  }

  private static ZonedDateTime at(LocalDate date, int minute, ZoneId zone) {
    return minute == LocalHours.DAY
        ? date.plusDays(1).atStartOfDay(zone)
        : date.atTime(LocalTime.ofSecondOfDay(minute * 60L)).atZone(zone);
  }
}
