package org.meetwright.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The examples in docs/slots.md (Time), and windows that are longer than the range asked for.
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

  @ParameterizedTest
  @CsvSource({
    "2026-03-08, 13:00-18:00, {2026-03-08T17:00:00Z/2026-03-08T22:00:00Z}",
    "2026-03-08, 02:00-03:00, {}",
    "2026-03-08, 02:00-02:30, {}",
    "2026-03-08, 02:15-02:45, {}",
    "2026-03-08, 01:30-02:30, {2026-03-08T06:30:00Z/2026-03-08T07:00:00Z}",
    "2026-03-08, 02:30-04:00, {2026-03-08T07:00:00Z/2026-03-08T08:00:00Z}",
    "2026-11-01, 01:00-02:00, {2026-11-01T05:00:00Z/2026-11-01T07:00:00Z}"
  })
  void givesTheKnownAnswers(String date, String hours, String expected) {
    assertThat(windows("America/New_York", date, hours)).isEqualTo(expected);
  }

  @Test
  void joinsHoursThatTouchTheGapFromBothSides() {
    assertThat(windows("America/New_York", "2026-03-08", "01:00-02:30", "02:30-04:00"))
        .isEqualTo("{2026-03-08T06:00:00Z/2026-03-08T08:00:00Z}");
    assertThat(windows("America/New_York", "2026-03-08", "01:00-02:00", "03:00-04:00"))
        .isEqualTo("{2026-03-08T06:00:00Z/2026-03-08T08:00:00Z}");
    assertThat(windows("America/New_York", "2026-03-08", "02:00-02:30", "03:00-04:00"))
        .isEqualTo("{2026-03-08T07:00:00Z/2026-03-08T08:00:00Z}");
  }

  @Test
  void offersNothingOnADateThatTheZoneSkips() {
    // Samoa went from 29 to 31 December 2011.
    assertThat(windows("Pacific/Apia", "2011-12-30", "00:00-24:00")).isEqualTo("{}");
    assertThat(windows("Pacific/Apia", "2011-12-29", "22:00-24:00"))
        .isEqualTo("{2011-12-30T08:00:00Z/2011-12-30T10:00:00Z}");
    assertThat(windows("Pacific/Apia", "2011-12-31", "00:00-01:00"))
        .isEqualTo("{2011-12-30T10:00:00Z/2011-12-30T11:00:00Z}");
  }

  /// An edge is the first instant at which the clock shows at least so much; longer hours so never
  /// offer less.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "America/New_York",
        "Europe/Dublin",
        "Australia/Lord_Howe",
        "America/Havana",
        "Asia/Beirut",
        "America/Santiago",
        "Antarctica/Troll"
      })
  void takesTheFirstInstantAtWhichTheClockShowsTheEdge(String zoneName) {
    ZoneId zone = ZoneId.of(zoneName);
    Instant from = Instant.parse("2026-01-01T00:00:00Z");
    for (int changes = 0; changes < 2; changes++) {
      ZoneOffsetTransition change = zone.getRules().nextTransition(from);
      LocalDate day = change.getDateTimeBefore().toLocalDate();
      for (int minute = 0; minute < LocalHours.DAY; minute += 15) {
        String edge = LocalTime.ofSecondOfDay(minute * 60L).toString();
        Instant first = firstShowing(day.atTime(LocalTime.parse(edge)), zone);
        Instant end = firstShowing(day.plusDays(1).atStartOfDay(), zone);
        String expected = first.isBefore(end) ? "{%s/%s}".formatted(first, end) : "{}";
        assertThat(windows(zoneName, day.toString(), edge + "-24:00")).isEqualTo(expected);
      }
      from = change.getInstant();
    }
  }

  /// Looks at the clock every minute.
  private static Instant firstShowing(LocalDateTime time, ZoneId zone) {
    Instant instant = time.minusHours(16).toInstant(ZoneOffset.UTC);
    while (instant.atZone(zone).toLocalDateTime().isBefore(time)) {
      instant = instant.plusSeconds(60);
    }
    return instant;
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

  private static Schedule away(
      Schedule schedule, List<DateOverride> overrides, PublicHolidays holidays, Travel... travel) {
    return new Schedule(
        schedule.id(),
        schedule.hostId(),
        "Away",
        schedule.timeZone(),
        true,
        schedule.weeklyHours(),
        overrides,
        new Away(holidays, List.of(travel)));
  }

  private static Travel travel(String from, String to, String zone) {
    return new Travel(LocalDate.parse(from), LocalDate.parse(to), ZoneId.of(zone));
  }

  private static String windows(Schedule schedule, String first, String last) {
    return OpenWindows.between(schedule, LocalDate.parse(first), LocalDate.parse(last)).toString();
  }

  @Test
  void closesHolidaysButNotThoseWithAnOverrideOrAnException() {
    Schedule everyDay = schedule("Europe/Berlin", "09:00-10:00");
    PublicHolidays holidays = new PublicHolidays("DE", null, List.of("SECOND_CHRISTMAS_DAY"));
    List<DateOverride> overrides =
        List.of(
            new DateOverride(
                LocalDate.parse("2026-12-25"), List.of(LocalHours.parse("20:00", "21:00"))));
    assertThat(windows(away(everyDay, List.of(), holidays), "2026-12-25", "2026-12-25"))
        .doesNotContain("2026-12-25")
        .contains("2026-12-24T08:00:00Z", "2026-12-26T08:00:00Z");
    assertThat(windows(away(everyDay, overrides, holidays), "2026-12-25", "2026-12-25"))
        .contains("2026-12-25T19:00:00Z/2026-12-25T20:00:00Z")
        .doesNotContain("2026-12-25T08");
  }

  @Test
  void readsTheHoursOfATravelInItsZone() {
    Schedule everyDay = schedule("America/New_York", "09:00-17:00");
    Schedule travelling =
        away(everyDay, List.of(), null, travel("2026-03-10", "2026-03-11", "Asia/Tokyo"));
    assertThat(windows(travelling, "2026-03-09", "2026-03-12"))
        .contains(
            "2026-03-09T13:00:00Z/2026-03-09T21:00:00Z",
            "2026-03-10T00:00:00Z/2026-03-10T08:00:00Z",
            "2026-03-11T00:00:00Z/2026-03-11T08:00:00Z",
            "2026-03-12T13:00:00Z/2026-03-12T21:00:00Z")
        .doesNotContain("2026-03-10T13", "2026-03-11T13");
  }

  @Test
  void joinsWhatTouchesOrOverlapsAtTheEdgesOfATravel() {
    // The 10th of March begins in Auckland (UTC+13) 13 hours before midnight UTC.
    Schedule always = schedule("UTC", "00:00-24:00");
    Schedule east =
        away(
            always,
            List.of(new DateOverride(LocalDate.parse("2026-03-01"), List.of())),
            null,
            travel("2026-03-10", "2026-03-11", "Pacific/Auckland"));
    assertThat(windows(east, "2026-03-10", "2026-03-10"))
        .isEqualTo(
            "{2026-03-02T00:00:00Z/2026-03-11T11:00:00Z, "
                + "2026-03-12T00:00:00Z/2026-03-15T00:00:00Z}");
    // Midday to midnight of the 9th overlaps the 10th elsewhere.
    Schedule afternoons =
        away(
            schedule("UTC", "00:00-01:00", "12:00-24:00"),
            List.of(),
            null,
            travel("2026-03-10", "2026-03-10", "Pacific/Auckland"));
    assertThat(windows(afternoons, "2026-03-10", "2026-03-10"))
        .contains("2026-03-09T11:00:00Z/2026-03-10T11:00:00Z");
  }

  @Test
  void knowsTheTrueStartOfALongWindowAfterAHolidayOrATravel() {
    Schedule always = schedule("Europe/Berlin", "00:00-24:00");
    PublicHolidays holidays = new PublicHolidays("DE", null, List.of());
    assertThat(windows(away(always, List.of(), holidays), "2026-12-01", "2026-12-01"))
        .startsWith("{2026-10-03T22:00:00Z/");
    assertThat(
            windows(
                away(always, List.of(), null, travel("2026-03-02", "2026-03-03", "UTC")),
                "2026-12-01",
                "2026-12-01"))
        .startsWith("{1969-12-31T23:00:00Z/");
    // On the way west a gap remains: 24:00 in Berlin is 18:00 in New York.
    assertThat(
            windows(
                away(
                    always,
                    List.of(),
                    null,
                    travel("2026-03-02", "2026-03-03", "America/New_York")),
                "2026-12-01",
                "2026-12-01"))
        .contains(", 2026-03-02T05:00:00Z/2026-12-0");
  }

  @Test
  void seesThatABreakThatTheClockSkipsIsNone() {
    // Open always but for an hour that did not exist on the 8th.
    Schedule almost = schedule("America/New_York", "00:00-24:00");
    List<DateOverride> skipped =
        List.of(
            new DateOverride(
                LocalDate.parse("2026-03-08"),
                List.of(LocalHours.parse("00:00", "02:00"), LocalHours.parse("03:00", "24:00"))),
            new DateOverride(LocalDate.parse("2026-03-05"), List.of()));
    assertThat(windows(away(almost, skipped, null), "2026-03-09", "2026-03-09"))
        .startsWith("{2026-03-06T05:00:00Z/");
  }
}
