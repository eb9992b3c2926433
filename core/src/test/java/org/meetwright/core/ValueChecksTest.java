package org.meetwright.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meetwright.core.busy.BusyTime;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.schedule.DateOverride;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.WeeklyHours;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.TeamMember;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;

/// What cannot exist: each value refuses it and names the field.
class ValueChecksTest {
  private static final UUID ID = new UUID(0, 1);
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

  record Wrong(String field, ThrowingCallable attempt) {
    @Override
    public String toString() {
      return field;
    }
  }

  private static EventTypeBuilder type() {
    return new EventTypeBuilder(ID);
  }

  private static Schedule schedule(List<WeeklyHours> weekly, List<DateOverride> overrides) {
    return new Schedule(ID, ID, "Hours", ZoneId.of("UTC"), true, weekly, overrides);
  }

  private static WeeklyHours monday(String hours) {
    return new WeeklyHours(DayOfWeek.MONDAY, Fixture.hours(hours));
  }

  private static Team team(TeamMember... members) {
    return new Team(ID, ID, new Handle("crew"), "Crew", List.of(members));
  }

  private static BusyTime busy(Instant start, Instant end, String summary) {
    return new BusyTime(ID, ID, start, end, summary, BusyTime.MANUAL);
  }

  static Stream<Wrong> wrong() {
    return Stream.of(
        new Wrong("durationMinutes", () -> type().step(30).duration(0).build()),
        new Wrong("durationMinutes", () -> type().step(30).duration(1441).build()),
        new Wrong("durationMinutes", () -> type().step(30).duration(-5).build()),
        new Wrong("stepMinutes", () -> type().step(0).build()),
        new Wrong("stepMinutes", () -> type().step(1441).build()),
        new Wrong("bufferBeforeMinutes", () -> type().buffers(-1, 0).build()),
        new Wrong("bufferBeforeMinutes", () -> type().buffers(1441, 0).build()),
        new Wrong("bufferAfterMinutes", () -> type().buffers(0, -1).build()),
        new Wrong("bufferAfterMinutes", () -> type().buffers(0, 1441).build()),
        new Wrong("minimumNoticeMinutes", () -> type().notice(-1).build()),
        new Wrong("minimumNoticeMinutes", () -> type().notice(525_601).build()),
        new Wrong("maxPerDay", () -> type().limits(0, null).build()),
        new Wrong("maxPerWeek", () -> type().limits(null, 0).build()),
        new Wrong("seats", () -> type().seats(0).build()),
        new Wrong("seats", () -> type().seats(1001).build()),
        new Wrong("days", () -> new BookingWindow.Rolling(-1)),
        new Wrong("days", () -> new BookingWindow.Rolling(3651)),
        new Wrong("to", () -> new BookingWindow.Dates(MONDAY, MONDAY.minusDays(1))),
        new Wrong(
            "scheduleId",
            () -> type().assignment(new Assignment.RoundRobin(ID)).schedule(ID).build()),
        new Wrong(
            "scheduleId",
            () -> type().assignment(new Assignment.Collective(ID)).schedule(ID).build()),
        new Wrong("end", () -> new LocalHours(600, 600)),
        new Wrong("end", () -> LocalHours.parse("17:00", "09:00")),
        new Wrong("end", () -> LocalHours.parse("09:00", "24:01")),
        new Wrong("end", () -> LocalHours.parse("09:00", "25:00")),
        new Wrong("end", () -> new LocalHours(0, 1441)),
        new Wrong("start", () -> LocalHours.parse("24:00", "24:00")),
        new Wrong("start", () -> LocalHours.parse("9:00", "17:00")),
        new Wrong("start", () -> new LocalHours(-1, 60)),
        new Wrong(
            "weeklyHours",
            () -> schedule(List.of(monday("12:00-14:00"), monday("09:00-12:01")), List.of())),
        new Wrong(
            "weeklyHours",
            () -> schedule(List.of(monday("09:00-12:00"), monday("09:00-12:00")), List.of())),
        new Wrong(
            "intervals",
            () ->
                new DateOverride(
                    MONDAY, List.of(Fixture.hours("09:00-12:00"), Fixture.hours("11:59-13:00")))),
        new Wrong(
            "overrides",
            () ->
                schedule(
                    List.of(),
                    List.of(
                        new DateOverride(MONDAY, List.of()), new DateOverride(MONDAY, List.of())))),
        new Wrong("members", () -> team(new TeamMember(ID, 1, 0), new TeamMember(ID, 2, 0))),
        new Wrong(
            "members",
            () ->
                team(
                    Stream.generate(() -> new TeamMember(Ids.next(), 1, 0))
                        .limit(101)
                        .toArray(TeamMember[]::new))),
        new Wrong("weight", () -> new TeamMember(ID, -1, 0)),
        new Wrong("weight", () -> new TeamMember(ID, 1001, 0)),
        new Wrong("priority", () -> new TeamMember(ID, 1, 101)),
        new Wrong("priority", () -> new TeamMember(ID, 1, -1)),
        new Wrong("end", () -> busy(NOON, NOON, "")),
        new Wrong("end", () -> busy(NOON, NOON.minusNanos(1), "")),
        new Wrong("summary", () -> busy(NOON, NOON.plusSeconds(1), "a\nb")),
        new Wrong("summary", () -> busy(NOON, NOON.plusSeconds(1), "a".repeat(201))));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refusesAndNamesTheField(Wrong wrong) {
    assertThatThrownBy(wrong.attempt())
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            refused -> assertThat(refused.field()).isEqualTo(wrong.field()));
  }

  @Test
  void takesTheLimitsThemselves() {
    EventType largest =
        type().duration(1440).step(1440).buffers(1440, 1440).notice(525_600).seats(1000).build();
    assertThat(largest.timing().durationMinutes()).isEqualTo(1440);
    EventType smallest = type().duration(1).step(1).limits(1, 1).build();
    assertThat(smallest.timing().stepMinutes()).isEqualTo(1);
    assertThat(new LocalHours(0, 1440)).hasToString("00:00-24:00");
    assertThat(
            schedule(List.of(monday("12:00-14:00"), monday("09:00-12:00")), List.of())
                .weeklyHours())
        .containsExactly(monday("09:00-12:00"), monday("12:00-14:00"));
    assertThat(team(new TeamMember(ID, 0, 0), new TeamMember(new UUID(0, 0), 1000, 100)).members())
        .extracting(TeamMember::hostId)
        .containsExactly(new UUID(0, 0), ID);
    assertThat(new BookingWindow.Dates(MONDAY, MONDAY).to()).isEqualTo(MONDAY);
    assertThat(busy(NOON, NOON.plusNanos(1000), "").summary()).isEmpty();
  }

  @Test
  void refusesWhatBelongsToNobody() {
    try (Fixture fixture = new Fixture(DatabaseKind.H2)) {
      UUID nobody = Ids.next();
      assertRefused("members", () -> fixture.addTeam("crew", new TeamMember(nobody, 1, 0)));
      Team mine = fixture.addTeam("crew", fixture.ada);
      assertRefused("members", () -> fixture.replace(mine, new TeamMember(nobody, 1, 0)));
      assertRefused(
          "assignment.team",
          () -> fixture.addEventType(t -> t.assignment(new Assignment.RoundRobin(nobody))));
      assertRefused("scheduleId", () -> fixture.addEventType(t -> t.schedule(nobody)));
    }
  }

  private static void assertRefused(String field, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            InvalidValueException.class, refused -> assertThat(refused.field()).isEqualTo(field));
  }
}
