package org.meetwright.core.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.busy.BusyTime;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.eventtype.rule.HostLimits;
import org.meetwright.core.schedule.DateOverride;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.WeeklyHours;
import org.meetwright.core.slot.Reason.Code;
import org.meetwright.core.slot.explain.Explainer;
import org.meetwright.core.time.IntervalSet;
import org.meetwright.core.time.LocalDates;

/// Each rule of docs/slots.md at its boundary.
class SlotFinderTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

  private final List<WeeklyHours> weekly = new ArrayList<>();
  private final List<DateOverride> overrides = new ArrayList<>();
  private final List<MeetingTime> meetings = new ArrayList<>();
  private final List<BusyTime> busyTimes = new ArrayList<>();
  private final List<AbsenceTime> absences = new ArrayList<>();
  private ZoneId zone = ZoneId.of("UTC");
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private EventTypeBuilder type = new EventTypeBuilder(new UUID(0, 1));
  private HostLimits limits = HostLimits.NONE;

  private void open(DayOfWeek day, String hours) {
    weekly.add(new WeeklyHours(day, hours(hours)));
  }

  private void openEveryDay(String hours) {
    for (DayOfWeek day : DayOfWeek.values()) {
      open(day, hours);
    }
  }

  private static LocalHours hours(String hours) {
    return LocalHours.parse(hours.substring(0, 5), hours.substring(6));
  }

  private void meet(EventType eventType, String from, String until, int before, int after) {
    Instant start = Instant.parse(from);
    meetings.add(
        new MeetingTime(
            UUID.randomUUID(),
            eventType.id(),
            "Call",
            start,
            Instant.parse(until),
            start.minusSeconds(before * 60L),
            Instant.parse(until).plusSeconds(after * 60L),
            eventType.seats(),
            1));
  }

  private Snapshot snapshot(EventType eventType, IntervalSet asked) {
    Schedule schedule =
        new Schedule(new UUID(0, 2), new UUID(0, 1), "Test", zone, true, weekly, overrides);
    HostFacts host =
        new HostFacts(
            new HostFacts.Who(new UUID(0, 1), "ada", true, limits),
            eventType,
            schedule,
            new HostFacts.Engagements(meetings, busyTimes, absences),
            asked);
    return Snapshot.of(now, eventType, List.of(host));
  }

  private List<String> on(EventType eventType, LocalDate from, LocalDate to, ZoneId asked) {
    IntervalSet range = LocalDates.between(from, to, asked);
    return Arrays.stream(SlotFinder.starts(snapshot(eventType, range), range))
        .mapToObj(second -> Instant.ofEpochSecond(second).toString())
        .toList();
  }

  private List<Code> against(EventType eventType, String start) {
    return reasons(eventType, start).stream().map(Reason::code).toList();
  }

  private List<Reason> reasons(EventType eventType, String start) {
    Instant instant = Instant.parse(start);
    long second = instant.getEpochSecond();
    Snapshot snapshot = snapshot(eventType, IntervalSet.of(second, second + 1));
    return Explainer.explain(snapshot, instant).reasons();
  }

  private List<String> onMonday() {
    return on(type.build(), MONDAY, MONDAY, zone);
  }

  @Test
  void offersEveryStepThatFitsTheWindow() {
    open(DayOfWeek.MONDAY, "09:00-10:30");
    type = type.duration(30).step(15);
    assertThat(onMonday())
        .containsExactly(
            "2026-03-02T09:00:00Z",
            "2026-03-02T09:15:00Z",
            "2026-03-02T09:30:00Z",
            "2026-03-02T09:45:00Z",
            "2026-03-02T10:00:00Z");
  }

  @Test
  void neverOffersAMeetingThatEndsAfterTheWindow() {
    open(DayOfWeek.MONDAY, "17:00-17:45");
    type = type.duration(20);
    assertThat(onMonday()).containsExactly("2026-03-02T17:00:00Z", "2026-03-02T17:20:00Z");
  }

  @Test
  void offersNothingThatOverlapsAnAbsenceButLetsBuffersLieInIt() {
    open(DayOfWeek.MONDAY, "09:00-12:00");
    type = type.duration(30).buffers(30, 30);
    absences.add(
        new AbsenceTime(
            new UUID(0, 5),
            Instant.parse("2026-03-02T10:15:00Z"),
            Instant.parse("2026-03-02T11:00:00Z"),
            "At the dentist",
            "bea/intro"));
    assertThat(onMonday())
        .containsExactly(
            "2026-03-02T09:00:00Z",
            "2026-03-02T09:30:00Z",
            "2026-03-02T11:00:00Z",
            "2026-03-02T11:30:00Z");
    assertThat(against(type.build(), "2026-03-02T10:00:00Z")).containsExactly(Code.ABSENCE);
    assertThat(against(type.build(), "2026-03-02T09:45:00Z")).containsExactly(Code.OFF_GRID);
    assertThat(against(type.build(), "2026-03-02T09:46:00Z"))
        .containsExactlyInAnyOrder(Code.ABSENCE, Code.OFF_GRID);
    assertThat(reasons(type.build(), "2026-03-02T10:30:00Z").getFirst().detail().get("absence"))
        .asString()
        .contains("note=At the dentist", "redirectTo=bea/intro", "2026-03-02T10:15:00Z");
  }

  @Test
  void joinsWindowsAcrossMidnight() {
    open(DayOfWeek.MONDAY, "22:30-24:00");
    open(DayOfWeek.TUESDAY, "00:00-02:00");
    type = type.duration(60).step(60);
    assertThat(onMonday()).containsExactly("2026-03-02T22:30:00Z", "2026-03-02T23:30:00Z");
    assertThat(on(type.build(), MONDAY.plusDays(1), MONDAY.plusDays(1), zone))
        .containsExactly("2026-03-03T00:30:00Z");
  }

  @Test
  void joinsTouchingHoursOfADay() {
    open(DayOfWeek.MONDAY, "10:00-11:00");
    open(DayOfWeek.MONDAY, "09:00-10:00");
    type = type.duration(90).step(30);
    assertThat(onMonday()).containsExactly("2026-03-02T09:00:00Z", "2026-03-02T09:30:00Z");
  }

  @Test
  void keepsTheGridWhateverIsBooked() {
    open(DayOfWeek.MONDAY, "09:00-11:00");
    meet(type.build(), "2026-03-02T09:10:00Z", "2026-03-02T09:20:00Z", 0, 0);
    assertThat(onMonday())
        .containsExactly("2026-03-02T09:30:00Z", "2026-03-02T10:00:00Z", "2026-03-02T10:30:00Z");
  }

  @Test
  void keepsTheGridWhereTheQuestionBegins() {
    openEveryDay("00:00-24:00");
    type = type.duration(50).step(50);
    List<String> week = on(type.build(), MONDAY, MONDAY.plusDays(6), zone);
    List<String> days = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      days.addAll(on(type.build(), MONDAY.plusDays(i), MONDAY.plusDays(i), zone));
    }
    assertThat(days).isEqualTo(week);
    // 50 minutes do not divide a day: the grid comes from the beginning of 1970, 29,540,160 minutes
    // ago.
    assertThat(week.getFirst()).isEqualTo("2026-03-02T00:40:00Z");
  }

  @Test
  void beginsTheGridOfAScheduleThatIsAlwaysOpenAfterItsLastBreak() {
    openEveryDay("00:00-24:00");
    overrides.add(new DateOverride(LocalDate.parse("2026-01-10"), List.of(hours("09:10-24:00"))));
    type = type.duration(60).step(60);
    assertThat(onMonday().getFirst()).isEqualTo("2026-03-02T00:10:00Z");
  }

  @Test
  void takesAwayWhatOverlapsButNotWhatTouches() {
    open(DayOfWeek.MONDAY, "09:00-12:00");
    type = type.duration(30).step(10);
    meet(type.build(), "2026-03-02T10:00:00Z", "2026-03-02T10:30:00Z", 0, 0);
    assertThat(onMonday())
        .contains("2026-03-02T09:30:00Z", "2026-03-02T10:30:00Z")
        .doesNotContain("2026-03-02T09:40:00Z", "2026-03-02T10:20:00Z");
  }

  @Test
  void addsTheBuffersOfBothMeetings() {
    open(DayOfWeek.MONDAY, "09:00-12:00");
    type = type.duration(30).step(5).buffers(10, 0);
    meet(type.build(), "2026-03-02T10:00:00Z", "2026-03-02T10:30:00Z", 0, 10);
    assertThat(onMonday())
        .contains("2026-03-02T10:50:00Z", "2026-03-02T09:30:00Z")
        .doesNotContain("2026-03-02T10:45:00Z", "2026-03-02T09:35:00Z");
  }

  @Test
  void keepsBuffersOnTheirSides() {
    open(DayOfWeek.MONDAY, "09:00-12:00");
    type = type.duration(30).step(5).buffers(0, 20);
    meet(type.build(), "2026-03-02T10:00:00Z", "2026-03-02T10:30:00Z", 0, 0);
    assertThat(onMonday())
        .contains("2026-03-02T09:10:00Z", "2026-03-02T10:30:00Z")
        .doesNotContain("2026-03-02T09:15:00Z", "2026-03-02T10:25:00Z");
  }

  @Test
  void letsPaddingLieOutsideTheSchedule() {
    open(DayOfWeek.MONDAY, "09:00-10:00");
    type = type.duration(60).buffers(30, 30);
    assertThat(onMonday()).containsExactly("2026-03-02T09:00:00Z");
  }

  @Test
  void offersWhatStartsExactlyAtTheEndOfTheNotice() {
    open(DayOfWeek.MONDAY, "09:00-10:00");
    type = type.notice(60);
    now = Instant.parse("2026-03-02T08:00:00Z");
    assertThat(onMonday()).containsExactly("2026-03-02T09:00:00Z", "2026-03-02T09:30:00Z");
    now = Instant.parse("2026-03-02T08:00:00.000000001Z");
    assertThat(onMonday()).containsExactly("2026-03-02T09:30:00Z");
    assertThat(against(type.build(), "2026-03-02T09:00:00Z")).containsExactly(Code.MINIMUM_NOTICE);
  }

  @Test
  void countsTheNoticeInMinutesOfAbsoluteTime() {
    zone = NEW_YORK;
    open(DayOfWeek.SUNDAY, "09:00-10:00");
    type = type.notice(24 * 60);
    // Clocks go forward that night: 09:00 is 23 hours after 09:00 of the day before.
    now = Instant.parse("2026-03-07T14:00:00Z");
    assertThat(on(type.build(), MONDAY.plusDays(6), MONDAY.plusDays(6), zone)).isEmpty();
    now = Instant.parse("2026-03-07T13:00:00Z");
    assertThat(on(type.build(), MONDAY.plusDays(6), MONDAY.plusDays(6), zone)).hasSize(2);
  }

  @Test
  void offersTheLastDateOfARollingWindow() {
    zone = NEW_YORK;
    openEveryDay("23:00-24:00");
    type = type.duration(60).window(new BookingWindow.Rolling(2));
    // Still Sunday, 1 March in New York.
    now = Instant.parse("2026-03-02T04:30:00Z");
    assertThat(on(type.build(), MONDAY.minusDays(2), MONDAY.plusDays(9), zone))
        .containsExactly("2026-03-03T04:00:00Z", "2026-03-04T04:00:00Z");
    assertThat(against(type.build(), "2026-03-05T04:00:00Z")).containsExactly(Code.BOOKING_WINDOW);
  }

  @Test
  void offersBothEndsOfAWindowOfDates() {
    openEveryDay("12:00-13:00");
    type = type.duration(60).window(new BookingWindow.Dates(MONDAY, MONDAY.plusDays(1)));
    assertThat(on(type.build(), MONDAY.minusDays(3), MONDAY.plusDays(9), zone))
        .containsExactly("2026-03-02T12:00:00Z", "2026-03-03T12:00:00Z");
  }

  @Test
  void closesTheLocalDayOnceItsLimitIsReachedAndNoOther() {
    zone = ZoneId.of("Australia/Brisbane");
    openEveryDay("00:00-24:00");
    type = type.duration(60).limits(1, null);
    EventType oneADay = type.build();
    // 00:00 and 23:00 on 3 March in Brisbane are 14:00Z on the 2nd and 13:00Z on the 3rd.
    meet(oneADay, "2026-03-02T14:00:00Z", "2026-03-02T15:00:00Z", 0, 0);
    LocalDate third = MONDAY.plusDays(1);
    assertThat(on(oneADay, third, third, zone)).isEmpty();
    assertThat(on(oneADay, MONDAY, MONDAY, zone)).hasSize(24);
    assertThat(on(oneADay, third.plusDays(1), third.plusDays(1), zone)).hasSize(24);
    assertThat(against(oneADay, "2026-03-03T13:00:00Z")).containsExactly(Code.LIMIT);
    assertThat(against(oneADay, "2026-03-03T14:00:00Z")).isEmpty();
  }

  @Test
  void countsWeeksFromMondayToSunday() {
    openEveryDay("12:00-13:00");
    type = type.duration(60).limits(null, 2);
    EventType twoAWeek = type.build();
    meet(twoAWeek, "2026-03-02T12:00:00Z", "2026-03-02T13:00:00Z", 0, 0);
    meet(twoAWeek, "2026-03-08T12:00:00Z", "2026-03-08T13:00:00Z", 0, 0);
    assertThat(on(twoAWeek, MONDAY.minusDays(1), MONDAY.plusDays(7), zone))
        .containsExactly("2026-03-01T12:00:00Z", "2026-03-09T12:00:00Z");
  }

  @Test
  void countsOnlyMeetingsOfThisEventTypeForLimits() {
    openEveryDay("12:00-14:00");
    type = type.duration(60).limits(1, 1);
    meet(
        new EventTypeBuilder(new UUID(0, 1)).build(),
        "2026-03-02T12:00:00Z",
        "2026-03-02T13:00:00Z",
        0,
        0);
    assertThat(onMonday()).containsExactly("2026-03-02T13:00:00Z");
  }

  @Test
  void countsMonthsByTheirLocalDates() {
    zone = ZoneId.of("Australia/Brisbane");
    openEveryDay("12:00-13:00");
    type = type.duration(60).mostPerMonth(1);
    EventType oneAMonth = type.build();
    // 00:00 on 1 April in Brisbane.
    meet(oneAMonth, "2026-03-31T14:00:00Z", "2026-03-31T15:00:00Z", 0, 0);
    LocalDate april = LocalDate.parse("2026-04-01");
    assertThat(on(oneAMonth, april.minusDays(1), april.plusDays(30), zone))
        .containsExactly("2026-03-31T02:00:00Z", "2026-05-01T02:00:00Z");
    assertThat(against(oneAMonth, "2026-04-30T02:00:00Z")).containsExactly(Code.LIMIT);
    assertThat(reasons(oneAMonth, "2026-04-30T02:00:00Z").getFirst().detail().get("limit"))
        .isEqualTo(Map.of("rule", "maxPerMonth", "per", "month", "most", 1, "date", "2026-04-30"));
  }

  @Test
  void countsMeetingsOfAllKindsForTheHostsOwnLimit() {
    openEveryDay("12:00-14:00");
    limits = new HostLimits(1, null);
    type = type.duration(60);
    meet(
        new EventTypeBuilder(new UUID(0, 1)).build(),
        "2026-03-02T08:00:00Z",
        "2026-03-02T08:15:00Z",
        0,
        0);
    assertThat(on(type.build(), MONDAY, MONDAY.plusDays(1), zone))
        .containsExactly("2026-03-03T12:00:00Z", "2026-03-03T13:00:00Z");
    assertThat(against(type.build(), "2026-03-02T12:00:00Z")).containsExactly(Code.LIMIT);
  }

  @Test
  void addsTheMeetingThatIsAskedForToTheMinutesOfItsDay() {
    openEveryDay("12:00-14:00");
    limits = new HostLimits(null, 90);
    EventType other = new EventTypeBuilder(new UUID(0, 1)).build();
    meet(other, "2026-03-02T08:00:00Z", "2026-03-02T08:30:00Z", 60, 60);
    assertThat(on(type.duration(60).build(), MONDAY, MONDAY, zone))
        .as("30 + 60 minutes, buffers not counted")
        .containsExactly("2026-03-02T12:00:00Z", "2026-03-02T13:00:00Z");
    assertThat(on(type.duration(61).step(60).build(), MONDAY, MONDAY, zone)).isEmpty();
    assertThat(on(type.duration(91).step(60).build(), MONDAY, MONDAY.plusDays(3), zone))
        .as("longer than any day may have")
        .isEmpty();
    assertThat(reasons(type.build(), "2026-03-04T12:00:00Z").getFirst().message())
        .isEqualTo("With this meeting, the day would have more than 90 minutes of meetings.");
  }

  @Test
  void stepsByTheAskedLengthUnlessAStepIsSet() {
    open(DayOfWeek.MONDAY, "09:00-11:00");
    EventType several = type.duration(30).lengths(60).build();
    assertThat(on(several, MONDAY, MONDAY, zone)).hasSize(4);
    assertThat(on(several.lasting(60), MONDAY, MONDAY, zone))
        .containsExactly("2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z");
    assertThat(on(type.step(15).build().lasting(60), MONDAY, MONDAY, zone)).hasSize(5);
  }

  @Test
  void joinsAGroupOfTheAskedLengthAlone() {
    open(DayOfWeek.MONDAY, "09:00-11:00");
    EventType group = type.duration(30).lengths(60).seats(3).build();
    meet(group, "2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z", 0, 0);
    assertThat(on(group, MONDAY, MONDAY, zone))
        .containsExactly("2026-03-02T10:00:00Z", "2026-03-02T10:30:00Z");
    assertThat(against(group, "2026-03-02T09:00:00Z")).containsExactly(Code.MEETING);
    assertThat(on(group.lasting(60), MONDAY, MONDAY, zone))
        .containsExactly("2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z");
  }

  private List<String> datesOfOverrides(String start) {
    return reasons(type.build(), start).stream()
        .filter(reason -> reason.code() == Code.OVERRIDE)
        .map(reason -> ((Map<?, ?>) reason.detail().get("override")).get("date").toString())
        .toList();
  }

  @Test
  void namesTheOverrideThatClosesAPartOfTheMeetingAcrossMidnight() {
    openEveryDay("00:00-24:00");
    type = type.duration(120).step(60);
    String late = "2026-03-02T23:00:00Z";
    overrides.add(new DateOverride(MONDAY, List.of(hours("20:00-24:00"))));
    overrides.add(new DateOverride(MONDAY.plusDays(1), List.of(hours("09:00-10:00"))));
    assertThat(datesOfOverrides(late)).containsExactly("2026-03-03");
    assertThat(datesOfOverrides("2026-03-02T19:00:00Z")).containsExactly("2026-03-02");
    overrides.set(0, new DateOverride(MONDAY, List.of()));
    assertThat(datesOfOverrides(late)).containsExactly("2026-03-02", "2026-03-03");
    overrides.remove(1);
    assertThat(datesOfOverrides(late)).containsExactly("2026-03-02");
    assertThat(datesOfOverrides("2026-03-01T23:00:00Z")).containsExactly("2026-03-02");
  }

  @Test
  void replacesTheWeeklyHoursOfADateByAnOverride() {
    zone = ZoneId.of("Europe/Berlin");
    openEveryDay("09:00-10:00");
    overrides.add(new DateOverride(MONDAY, List.of()));
    overrides.add(new DateOverride(MONDAY.plusDays(1), List.of(hours("00:00-01:00"))));
    type = type.duration(60);
    assertThat(onMonday()).isEmpty();
    assertThat(on(type.build(), MONDAY.plusDays(1), MONDAY.plusDays(1), zone))
        .containsExactly("2026-03-02T23:00:00Z");
    assertThat(against(type.build(), "2026-03-02T08:00:00Z")).containsExactly(Code.OVERRIDE);
    assertThat(against(type.build(), "2026-03-02T07:00:00Z"))
        .containsExactly(Code.OUTSIDE_SCHEDULE);
  }

  @Test
  void keepsNineOClockOnBothSidesOfAClockChange() {
    zone = NEW_YORK;
    openEveryDay("09:00-10:00");
    type = type.duration(60);
    assertThat(on(type.build(), MONDAY.plusDays(5), MONDAY.plusDays(6), zone))
        .containsExactly("2026-03-07T14:00:00Z", "2026-03-08T13:00:00Z");
  }

  @Test
  void offersTheHourThatComesTwiceTwice() {
    zone = NEW_YORK;
    open(DayOfWeek.SUNDAY, "01:00-02:00");
    type = type.duration(60);
    LocalDate november = LocalDate.parse("2026-11-01");
    assertThat(on(type.build(), november, november, zone))
        .containsExactly("2026-11-01T05:00:00Z", "2026-11-01T06:00:00Z");
  }

  @Test
  void offersNothingInTheHourThatDoesNotCome() {
    zone = NEW_YORK;
    open(DayOfWeek.SUNDAY, "02:00-03:00");
    LocalDate march = LocalDate.parse("2026-03-08");
    assertThat(on(type.build(), march, march, zone)).isEmpty();
  }

  @Test
  void offersTheSameSlotsToAnAskerInAnotherZone() {
    zone = NEW_YORK;
    openEveryDay("20:00-23:00");
    type = type.duration(60);
    ZoneId kathmandu = ZoneId.of("Asia/Kathmandu");
    assertThat(on(type.build(), MONDAY, MONDAY, kathmandu))
        .containsExactly("2026-03-02T01:00:00Z", "2026-03-02T02:00:00Z", "2026-03-02T03:00:00Z");
  }

  @Test
  void offersNothingWhenSwitchedOff() {
    openEveryDay("09:00-10:00");
    EventType off = type.inactive().build();
    assertThat(on(off, MONDAY, MONDAY, zone)).isEmpty();
    assertThat(against(off, "2026-03-02T09:00:00Z")).containsExactly(Code.INACTIVE);
  }

  @Test
  void givesEveryReasonThatApplies() {
    openEveryDay("09:00-10:00");
    type =
        type.limits(1, null)
            .window(new BookingWindow.Dates(MONDAY.plusDays(1), MONDAY.plusDays(1)));
    EventType eventType = type.build();
    meet(eventType, "2026-03-02T09:00:00Z", "2026-03-02T09:30:00Z", 0, 0);
    now = Instant.parse("2026-03-02T09:05:00Z");
    assertThat(against(eventType, "2026-03-02T09:01:00Z"))
        .containsExactly(Code.PAST, Code.BOOKING_WINDOW, Code.MEETING, Code.LIMIT, Code.OFF_GRID);
  }

  @Test
  void refusesFractionsOfASecond() {
    openEveryDay("09:00-10:00");
    assertThat(against(type.build(), "2026-03-02T09:00:00.001Z")).containsExactly(Code.OFF_GRID);
  }
}
