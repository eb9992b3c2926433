package org.meetwright.core.calendar.item.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.meetwright.core.calendar.item.line.BasicTime;
import org.meetwright.core.calendar.item.line.IcsLine;

/// A date or time of an event.
///
/// @param local midnight if it is a date
/// @param kind how it was written
/// @param rules of its zone; those of the calendar if it was written without one
public record EventTime(LocalDateTime local, Notation kind, ZoneRules rules) {
  /// How a date or time is written.
  public enum Notation {
    /// A date.
    DATE,
    /// A time without a zone.
    FLOATING,
    /// A time in a zone.
    ZONED,
    /// A time in UTC.
    UTC
  }

  /// Reads a value of a line.
  ///
  /// @throws DateTimeException if it is neither a date nor a time
  static EventTime parse(IcsLine line, String value, EventZones zones) {
    return of(BasicTime.parse(value), line.parameter("TZID"), zones);
  }

  private static EventTime of(BasicTime time, String zone, EventZones zones) {
    if (time.date()) {
      return new EventTime(time.local(), Notation.DATE, zones.own());
    } else if (time.utc()) {
      return new EventTime(time.local(), Notation.UTC, ZoneOffset.UTC.getRules());
    } else if (zone.isEmpty()) {
      return new EventTime(time.local(), Notation.FLOATING, zones.own());
    }
    return new EventTime(time.local(), Notation.ZONED, zones.find(zone));
  }

  /// Reads the last time of an event's rule, which without a zone is in the event's.
  ///
  /// @throws DateTimeException if it is neither a date nor a time
  public EventTime until(String value) {
    BasicTime time = BasicTime.parse(value);
    if (time.utc()) {
      return new EventTime(time.local(), Notation.UTC, ZoneOffset.UTC.getRules());
    }
    return new EventTime(time.local(), time.date() ? Notation.DATE : Notation.FLOATING, rules);
  }

  /// Returns the instant. A time that clocks skip is told by the distance from UTC before, of one
  /// that they show twice the first is meant.
  public Instant instant() {
    return local.toInstant(offset());
  }

  private ZoneOffset offset() {
    ZoneOffsetTransition change = rules.getTransition(local);
    return change == null ? rules.getOffset(local) : change.getOffsetBefore();
  }

  /// Returns the same kind of time at another one.
  public EventTime at(LocalDateTime other) {
    return new EventTime(other, kind, rules);
  }

  /// Returns whether it is a date.
  public boolean isDate() {
    return kind == Notation.DATE;
  }

  /// Returns this time as one of an event's: without a zone it means the event's.
  public EventTime like(EventTime event) {
    return kind == Notation.FLOATING && !event.isDate() ? event.at(local) : this;
  }

  /// Returns the date that it has for whom it is written in the zone of an event. Midnight in UTC
  /// is how some write a date.
  public LocalDate dateLike(EventTime event) {
    return kind != Notation.UTC
            || (event.isDate() && local.toLocalTime().equals(LocalTime.MIDNIGHT))
        ? local.toLocalDate()
        : localLike(event).toLocalDate();
  }

  /// Returns the local time that it has in the zone of an event.
  public LocalDateTime localLike(EventTime event) {
    if (isDate()) {
      return event.isDate() ? local : local.toLocalDate().atTime(event.local.toLocalTime());
    }
    EventTime own = like(event);
    if (own.rules.equals(event.rules)) {
      return own.local;
    }
    Instant instant = own.instant();
    return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, event.rules.getOffset(instant));
  }

  /// Returns whether an occurrence comes after it, the last time of a rule.
  public boolean isBefore(EventTime occurrence) {
    return (isDate() || occurrence.isDate())
        ? occurrence.local.toLocalDate().isAfter(dateLike(occurrence))
        : occurrence.instant().isAfter(like(occurrence).instant());
  }
}
