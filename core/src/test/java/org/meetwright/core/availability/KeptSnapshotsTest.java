package org.meetwright.core.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.Core;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.absence.Absence;
import org.meetwright.core.absence.Span;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.offering.FindOutcome;
import org.meetwright.core.schedule.Away;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.Travel;
import org.meetwright.core.team.Team;
import org.meetwright.core.value.Ids;

/// That what is kept in memory is used, bounded, and never stale. Whoever reads a table that is
/// away fails, so taking the tables away shows what is read.
@ParameterizedClass
@EachDatabase
class KeptSnapshotsTest {
  private static final LocalDate TUESDAY = LocalDate.parse("2026-03-03");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final List<String> FACTS =
      List.of(
          "schedule",
          "weekly_hours",
          "date_override",
          "meeting",
          "meeting_host",
          "booking",
          "busy_time",
          "busy_series",
          "absence",
          "question");

  @Parameter DatabaseKind kind;
  private Fixture fixture;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private void takeFactsAway() {
    FACTS.forEach(table -> fixture.sql("ALTER TABLE %s RENAME TO gone_%s".formatted(table, table)));
  }

  private void bringFactsBack() {
    FACTS.forEach(table -> fixture.sql("ALTER TABLE gone_%s RENAME TO %s".formatted(table, table)));
  }

  private static long[] ask(Availability availability, EventType type) {
    return availability.slots(type, TUESDAY, TUESDAY, NEW_YORK).starts();
  }

  private long[] find(Availability availability, String handle, String slug) {
    FindOutcome.Found found = (FindOutcome.Found) fixture.core.offerings().find(handle, slug, null);
    return availability.slots(found.offering(), TUESDAY, TUESDAY, NEW_YORK).starts();
  }

  @Test
  void readsNoFactsForASecondQuestion() {
    Host bea = fixture.addHost("bea");
    Team team = fixture.addTeam("crew", fixture.ada, bea);
    EventType alone = fixture.addEventType(t -> t);
    EventType inTurn =
        fixture.addEventType(
            t -> t.slug("in-turn").assignment(new Assignment.RoundRobin(team.id())));
    Availability availability = fixture.core.availability();
    for (EventType type : List.of(alone, inTurn)) {
      assertThat(ask(availability, type)).hasSize(16);
    }
    assertThat(find(availability, "crew", "in-turn")).hasSize(16);
    takeFactsAway();
    for (EventType type : List.of(alone, inTurn)) {
      assertThat(ask(availability, type)).hasSize(16);
    }
    assertThat(find(availability, "crew", "in-turn")).hasSize(16);
    // Narrower in another zone, but of the same days of UTC.
    assertThat(availability.slots(alone, TUESDAY, TUESDAY, ZoneId.of("America/Chicago")).starts())
        .hasSize(16);
  }

  @Test
  void keepsEachLengthByItself() {
    EventType type = fixture.addEventType(t -> t.lengths(60));
    Availability availability = fixture.core.availability();
    for (int round = 0; round < 2; round++) {
      assertThat(ask(availability, type)).hasSize(16);
      assertThat(ask(availability, type.lasting(60))).hasSize(8);
      if (round == 0) {
        takeFactsAway();
      }
    }
  }

  @Test
  void readsTheFactsAgainOnceARevisionRises() {
    EventType type = fixture.addEventType(t -> t);
    Availability availability = fixture.core.availability();
    assertThat(ask(availability, type)).hasSize(16);
    fixture.sql("UPDATE host SET revision = revision + 1");
    takeFactsAway();
    assertThatThrownBy(() -> ask(availability, type)).isInstanceOf(RuntimeException.class);
    bringFactsBack();
    assertThat(ask(availability, type)).hasSize(16);
  }

  @Test
  void keepsNothingWithoutMemoryAndIsStillRight() {
    EventType type = fixture.addEventType(t -> t);
    Availability frugal = new Availability(fixture.core.database(), fixture.clock, 0);
    assertThat(ask(frugal, type)).hasSize(16);
    assertThat(find(frugal, "ada", "intro")).hasSize(16);
    Booking booking = fixture.book(type, "2026-03-03T15:00:00Z");
    assertThat(ask(frugal, type)).hasSize(15);
    fixture.core.bookingDesk().cancel(booking.id(), Change.byInvitee(""));
    assertThat(find(frugal, "ada", "intro")).hasSize(16);
    takeFactsAway();
    assertThatThrownBy(() -> ask(frugal, type)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void forgetsWhenItsMemoryIsFull() {
    EventType type = fixture.addEventType(t -> t);
    Availability small = new Availability(fixture.core.database(), fixture.clock, 1);
    // Each takes 3 kB at the very least, so all together more than the one MiB.
    int questions = 500;
    for (int day = 0; day < questions; day++) {
      LocalDate date = TUESDAY.plusDays(day);
      assertThat(small.slots(type, date, date, NEW_YORK).starts())
          .hasSize(date.getDayOfWeek().getValue() < 6 ? 16 : 0);
    }
    takeFactsAway();
    int kept = 0;
    for (int day = 0; day < questions; day++) {
      kept += isKept(small, type, TUESDAY.plusDays(day)) ? 1 : 0;
    }
    assertThat(kept).isBetween(10, 1024 * 1024 / 3000);
  }

  private static boolean isKept(Availability availability, EventType type, LocalDate date) {
    try {
      availability.slots(type, date, date, NEW_YORK);
      return true;
    } catch (RuntimeException readsFacts) {
      return false;
    }
  }

  @Test
  void seesAbsencesHolidaysAndTravelAtOnce() {
    EventType type = fixture.addEventType(t -> t);
    Availability availability = fixture.core.availability();
    assertThat(ask(availability, type)).hasSize(16);
    Absence absence =
        new Absence(Ids.next(), fixture.ada.id(), new Span.Dates(TUESDAY, TUESDAY), "Away", null);
    fixture.core.absences().add(absence);
    assertThat(ask(availability, type)).isEmpty();
    assertThat(find(availability, "ada", "intro")).isEmpty();
    Span noon =
        new Span.Instants(
            Instant.parse("2026-03-03T17:00:00Z"), Instant.parse("2026-03-03T18:00:00Z"));
    fixture
        .core
        .absences()
        .replace(new Absence(absence.id(), fixture.ada.id(), noon, "Lunch", null));
    assertThat(ask(availability, type)).hasSize(14);
    fixture.core.absences().delete(fixture.ada.id(), absence.id());
    assertThat(ask(availability, type)).hasSize(16);
    Schedule schedule = fixture.core.schedules().list(fixture.ada.id()).getFirst();
    Travel toTokyo = new Travel(TUESDAY, TUESDAY, ZoneId.of("Asia/Tokyo"));
    fixture.core.schedules().replace(away(schedule, new Away(null, List.of(toTokyo))));
    // 09:00 to 17:00 there are 19:00 of Monday to 03:00.
    assertThat(ask(availability, type)).hasSize(6);
    fixture.core.schedules().replace(away(schedule, Away.NEVER));
    assertThat(ask(availability, type)).hasSize(16);
  }

  private static Schedule away(Schedule schedule, Away away) {
    return new Schedule(
        schedule.id(),
        schedule.hostId(),
        schedule.name(),
        schedule.timeZone(),
        true,
        schedule.weeklyHours(),
        schedule.overrides(),
        away);
  }

  @Test
  void answersForThePresentFromKeptFacts() {
    EventType type = fixture.addEventType(t -> t.notice(60));
    Availability availability = fixture.core.availability();
    assertThat(ask(availability, type)).hasSize(16);
    takeFactsAway();
    fixture.clock.set("2026-03-03T18:00:00Z");
    assertThat(ask(availability, type)).hasSize(6);
    fixture.clock.set("2026-03-03T18:00:01Z");
    assertThat(ask(availability, type)).hasSize(5);
  }

  @Test
  void seesWhatAnotherProgramOnTheDatabaseDoes() {
    Host bea = fixture.addHost("bea");
    Team team = fixture.addTeam("crew", fixture.ada, bea);
    EventType type = fixture.addEventType(t -> t.assignment(new Assignment.Collective(team.id())));
    try (Database database = fixture.database.open()) {
      Core other = Core.on(database, fixture.clock);
      for (int i = 0; i < 3; i++) {
        assertThat(ask(fixture.core.availability(), type)).hasSize(16);
        assertThat(find(other.availability(), "crew", "intro")).hasSize(16);
        Booking booking = fixture.book(type, "2026-03-03T15:00:00Z");
        assertThat(ask(other.availability(), type)).hasSize(15);
        assertThat(find(fixture.core.availability(), "crew", "intro")).hasSize(15);
        other.bookingDesk().cancel(booking.id(), new Change(Actor.HOST, bea.id(), null, ""));
      }
    }
    fixture.open(bea, "America/New_York", "09:00-10:00");
    assertThat(find(fixture.core.availability(), "crew", "intro")).hasSize(2);
  }
}
