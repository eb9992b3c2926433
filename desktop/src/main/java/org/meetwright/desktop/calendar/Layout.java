package org.meetwright.desktop.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// How much of the calendar is shown.
public enum Layout {
  /// One day.
  DAY(1),
  /// A week.
  WEEK(7),
  /// A month, in weeks.
  MONTH(42),
  /// What comes in the next weeks, one below the other.
  LIST(28);

  private final int days;

  Layout(int days) {
    this.days = days;
  }

  /// Returns how many days are shown.
  public int days() {
    return days;
  }

  /// Returns the first day that is shown if a day is looked at.
  ///
  /// @param week the first day of a week
  LocalDate first(LocalDate day, DayOfWeek week) {
    return switch (this) {
      case DAY, LIST -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(week));
      case MONTH -> day.withDayOfMonth(1).with(TemporalAdjusters.previousOrSame(week));
    };
  }

  /// Returns the day to look at some pages later.
  LocalDate turned(LocalDate day, int pages) {
    return this == MONTH
        ? day.withDayOfMonth(1).plusMonths(pages)
        : day.plusDays((long) pages * days);
  }
}
