package org.meetwright.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The known answers of semantics.md, and windows that are longer than what is asked for.
class OpenWindowsTest {
  private static Schedule schedule(String zone, String... hours) {
    List<WeeklyHours> weekly = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      for (String span : hours) {
        weekly.add(new WeeklyHours(day, LocalHours.parse(span.substring(0, 5), span.substring(6))));
      }
    }
    return new Schedule(
        new UUID(0, 1), new UUID(0, 2), "Test", ZoneId.of(zone), true, weekly, List.of());
  }

  private static String windows(String zone, String date, String... hours) {
    LocalDate day = LocalDate.parse(date);
    Schedule everyDay = schedule(zone, hours);
    Schedule thatDay =
        new Schedule(
            everyDay.id(),
            everyDay.hostId(),
            "That day",
            everyDay.timeZone(),
            true,
            everyDay.weeklyHours().stream()
                .filter(weekly -> weekly.day() == day.getDayOfWeek())
                .toList(),
            List.of());
    return OpenWindows.between(thatDay, day, day).toString();
  }

  @Test
  void givesTheKnownAnswers() {
    assertThat(windows("America/New_York", "2026-03-08", "13:00-18:00"))
        .isEqualTo("{2026-03-08T17:00:00Z/2026-03-08T22:00:00Z}");
    assertThat(windows("America/New_York", "2026-03-08", "02:00-03:00")).isEqualTo("{}");
    assertThat(windows("America/New_York", "2026-11-01", "01:00-02:00"))
        .isEqualTo("{2026-11-01T05:00:00Z/2026-11-01T07:00:00Z}");
  }

  @Test
  void movesAnEdgeInAGapForwardByTheGap() {
    assertThat(windows("America/New_York", "2026-03-08", "01:00-02:30"))
        .isEqualTo("{2026-03-08T06:00:00Z/2026-03-08T07:30:00Z}");
    assertThat(windows("America/New_York", "2026-03-08", "02:00-02:30", "03:00-04:00"))
        .isEqualTo("{2026-03-08T07:00:00Z/2026-03-08T08:00:00Z}");
  }

  @Test
  void takesTheEarlierOffsetInAnOverlap() {
    assertThat(windows("Europe/Berlin", "2026-10-25", "02:30-04:00"))
        .isEqualTo("{2026-10-25T00:30:00Z/2026-10-25T03:00:00Z}");
  }

  @Test
  void endsADayWithoutMidnightWhereItEnds() {
    // In Beirut, 29 March 2026 begins at 01:00.
    assertThat(windows("Asia/Beirut", "2026-03-28", "22:00-24:00"))
        .isEqualTo("{2026-03-28T20:00:00Z/2026-03-28T22:00:00Z}");
    assertThat(windows("Asia/Beirut", "2026-03-29", "00:00-02:00"))
        .isEqualTo("{2026-03-28T22:00:00Z/2026-03-28T23:00:00Z}");
  }

  @Test
  void knowsTheTrueStartOfALongWindow() {
    Schedule always = schedule("UTC", "00:00-24:00");
    LocalDate day = LocalDate.parse("2026-03-02");
    assertThat(OpenWindows.between(always, day, day).toString())
        .startsWith("{1970-01-01T00:00:00Z/");
    List<DateOverride> closed = List.of(new DateOverride(day.minusDays(400), List.of()));
    Schedule withBreak =
        new Schedule(
            always.id(),
            always.hostId(),
            "S",
            always.timeZone(),
            true,
            always.weeklyHours(),
            closed);
    assertThat(OpenWindows.between(withBreak, day, day).toString())
        .startsWith("{2025-01-27T00:00:00Z/");
  }
}
