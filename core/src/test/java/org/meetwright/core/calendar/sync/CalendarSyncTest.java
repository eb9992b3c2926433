package org.meetwright.core.calendar.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.busy.BusyTime;
import org.meetwright.core.calendar.CalendarChoices.Choice;
import org.meetwright.core.calendar.CalendarWorld;
import org.meetwright.core.calendar.account.WrittenEvents;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.calendar.sync.CalendarSync.SyncOutcome;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.time.Interval;

/// What is read of calendars becomes busy times, on both databases.
@ParameterizedClass
@EachDatabase
class CalendarSyncTest {
  @Parameter DatabaseKind kind;
  private CalendarWorld world;
  private UUID id;

  @BeforeEach
  void open() {
    world = new CalendarWorld(kind);
    world.provider.addCalendar("a");
    id = world.connect().connection().id();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void putMany(int events) {
    IntStream.range(0, events)
        .forEach(
            i -> {
              LocalDate date = LocalDate.of(2026, 3, 3).plusDays(i % 300);
              String day = date.toString().replace("-", "");
              world.put("a", "e" + i, day + "T%02d0000Z".formatted(8 + i / 300));
            });
  }

  @Test
  void takesTheTimesOfEventsAndGivesThemBack() {
    world.put("a", "Dentist", "20260303T090000Z");
    world.put("a", "Lunch", "20260303T120000Z");
    for (int i = 0; i < 10; i++) {
      world.put("a", "Other" + i, "20260310T090000Z");
    }
    assertThat(world.moved(id)).isTrue();
    assertThat(world.busy())
        .startsWith("2026-03-03T09:00-10:00 Dentist", "2026-03-03T12:00-13:00 Lunch")
        .hasSize(12);
    assertThat(world.busyTimes()).allMatch(one -> one.source().equals("caldav"));
    world.provider.delete("a", "Dentist");
    world.put("a", "Lunch", "20260303T123000Z");
    assertThat(world.moved(id)).isTrue();
    assertThat(world.busy()).startsWith("2026-03-03T12:30-13:30 Lunch").hasSize(11);
    assertThat(world.connection(id).lastSyncedAt()).isEqualTo(world.fixture.clock.instant());
    assertThat(world.connection(id).error()).isNull();
    assertThat(world.connection(id).errorCode()).isNull();
  }

  @Test
  void knowsTheHostAmongThoseWhoWereInvited() {
    world.sync(id);
    assertThat(world.provider.ownAddresses()).containsExactly(world.fixture.ada.email().value());
  }

  @Test
  void offersNoSlotInsideAnEvent() {
    world.fixture.open(world.fixture.ada, "UTC", "09:00-11:00");
    EventType type = world.fixture.addEventType(t -> t);
    world.put("a", "Dentist", "20260303T090000Z");
    LocalDate tuesday = LocalDate.of(2026, 3, 3);
    var availability = world.fixture.core.availability();
    assertThat(availability.slots(type, tuesday, tuesday, ZoneOffset.UTC).starts()).hasSize(4);
    world.sync(id);
    assertThat(availability.slots(type, tuesday, tuesday, ZoneOffset.UTC).starts()).hasSize(2);
  }

  @Test
  void writesNothingIfNothingHasChanged() {
    putMany(20);
    world.sync(id);
    long revision = world.revision();
    List<BusyTime> before = world.busyTimes();
    assertThat(world.moved(id)).isFalse();
    world.provider.tellEverything();
    assertThat(world.moved(id)).isFalse();
    assertThat(world.busyTimes()).isEqualTo(before);
    assertThat(world.revision()).isEqualTo(revision);
    assertThat(world.provider.asked()).containsExactly("null", "20", "20");
  }

  @Test
  void rewritesTheTimesOfOneEventIfOneHasChanged() {
    putMany(1200);
    world.sync(id);
    long revision = world.revision();
    List<BusyTime> before = world.fixture.core.busyTimes().list(world.host, null, null, 2000);
    assertThat(before).hasSize(1200);
    world.put("a", "e7", "20260310T200000Z");
    assertThat(world.moved(id)).isTrue();
    List<BusyTime> after = world.fixture.core.busyTimes().list(world.host, null, null, 2000);
    assertThat(after).filteredOn(one -> !before.contains(one)).hasSize(1);
    assertThat(before).filteredOn(one -> !after.contains(one)).hasSize(1);
    assertThat(world.revision()).isEqualTo(revision + 1);
  }

  @Test
  void raisesNoRevisionForAnotherTitle() {
    world.provider.put("a", "x", CalendarWorld.event("20260303T090000Z", "Old"));
    world.sync(id);
    long revision = world.revision();
    world.provider.put("a", "x", CalendarWorld.event("20260303T090000Z", "New"));
    assertThat(world.moved(id)).isFalse();
    assertThat(world.busy()).containsExactly("2026-03-03T09:00-10:00 New");
    assertThat(world.revision()).isEqualTo(revision);
  }

  @Test
  void keepsNoSummaryOfPrivateEvents() {
    world.put("a", "Secret", "20260303T090000Z", "CLASS:PRIVATE");
    world.put("a", "Secret2", "20260303T100000Z", "CLASS:CONFIDENTIAL");
    world.sync(id);
    assertThat(world.busy()).containsExactly("2026-03-03T09:00-10:00 ", "2026-03-03T10:00-11:00 ");
  }

  @Test
  void takesTentativeEventsAsTheHostChooses() {
    world.put("a", "Maybe", "20260303T090000Z", "STATUS:TENTATIVE");
    world.sync(id);
    assertThat(world.busy()).hasSize(1);
    choose(new Choice(null, false, null));
    assertThat(world.busy()).hasSize(1);
    assertThat(world.moved(id)).isTrue();
    assertThat(world.busy()).isEmpty();
    choose(new Choice(null, true, null));
    world.sync(id);
    assertThat(world.busy()).hasSize(1);
  }

  private void choose(Choice choice) {
    world.fixture.core.calendarChoices().choose(world.host, world.calendar(id).id(), choice);
  }

  @Test
  void freesTheTimesOfACalendarThatCountsNoLongerAtOnce() {
    world.put("a", "Dentist", "20260303T090000Z");
    world.sync(id);
    long revision = world.revision();
    choose(new Choice(false, null, null));
    assertThat(world.busy()).isEmpty();
    assertThat(world.revision()).isGreaterThan(revision);
    world.sync(id);
    assertThat(world.busy()).isEmpty();
    choose(new Choice(true, null, null));
    world.sync(id);
    assertThat(world.busy()).hasSize(1);
  }

  @Test
  void readsACalendarThatOnlyReceivesButTakesNoTime() {
    world.put("a", "Dentist", "20260303T090000Z");
    choose(new Choice(false, null, true));
    world.sync(id);
    assertThat(world.busy()).isEmpty();
    assertThat(world.calendar(id).progress().syncedAt()).isNotNull();
  }

  @Test
  void freesTheTimesOfAnAccountThatIsRemoved() {
    world.put("a", "Dentist", "20260303T090000Z");
    world.sync(id);
    long revision = world.revision();
    assertThat(
            world.fixture.core.calendarConnections().remove(world.host, id, WrittenEvents.DELETE))
        .isTrue();
    assertThat(world.busy()).isEmpty();
    assertThat(world.revision()).isGreaterThan(revision);
    assertThat(world.fixture.dump()).doesNotContain("uid-Dentist");
    assertThat(world.sync(id)).isEqualTo(new SyncOutcome.NotFound());
  }

  @Test
  void knowsThirtyDaysBackAndFourHundredAheadAndMovesOnEachDay() {
    world.put("a", "Past", "20260131T220000Z");
    world.put("a", "Before", "20260130T220000Z");
    world.put("a", "Last", "20270405T230000Z");
    world.put("a", "Beyond", "20270406T000000Z");
    world.sync(id);
    assertThat(world.busyTimes()).extracting(BusyTime::summary).containsExactly("Past", "Last");
    assertThat(world.calendar(id).progress().knownUntil())
        .isEqualTo(Instant.parse("2027-04-06T00:00:00Z"));
    world.advance(Duration.ofHours(12));
    assertThat(world.moved(id)).isTrue();
    assertThat(world.busyTimes()).extracting(BusyTime::summary).containsExactly("Last", "Beyond");
  }

  @Test
  void expandsWhatRepeats() {
    world.put(
        "a", "Daily", "20260303T090000Z", "RRULE:FREQ=DAILY;COUNT=5", "EXDATE:20260305T090000Z");
    world.sync(id);
    assertThat(world.busy())
        .containsExactly(
            "2026-03-03T09:00-10:00 Daily",
            "2026-03-04T09:00-10:00 Daily",
            "2026-03-06T09:00-10:00 Daily",
            "2026-03-07T09:00-10:00 Daily");
  }

  @Test
  void asksForEverythingOnceADay() {
    putMany(5);
    world.sync(id);
    world.advance(Duration.ofHours(23));
    world.sync(id);
    world.advance(Duration.ofHours(2));
    world.sync(id);
    world.sync(id);
    assertThat(world.provider.asked()).containsExactly("null", "5", "null", "5");
  }

  @Test
  void neverTakesTimeForTheHostsOwnMeetings() {
    world.fixture.open(world.fixture.ada, "UTC", "00:00-24:00");
    EventType type = world.fixture.addEventType(t -> t);
    Booking booking = world.fixture.book(type, "2026-03-09T14:00:00Z", "bob@example.com");
    String marker = "X-MEETWRIGHT-MEETING:" + booking.meetingId();
    world.put("a", "Ours", "20260309T140000Z", marker);
    world.put("a", "Forged", "20260309T160000Z", "X-MEETWRIGHT-MEETING:" + UUID.randomUUID());
    world.sync(id);
    assertThat(world.busy()).containsExactly("2026-03-09T16:00-17:00 Forged");
    assertThat(world.fixture.dump()).contains("Forged").doesNotContain("SUMMARY:Ours");
    UUID again = world.connect().connection().id();
    world.sync(again);
    assertThat(world.busy())
        .containsExactly("2026-03-09T16:00-17:00 Forged", "2026-03-09T16:00-17:00 Forged");
  }

  @Test
  void storesWhatIsAskedForOutOfTurnOnce() {
    world.put("a", "Dentist", "20260303T090000Z");
    world.sync(id);
    String text = CalendarWorld.event("20260303T150000Z", "New");
    List<RemoteItem> asked = List.of(new RemoteItem("New", "uid-New", null, text));
    CalendarSync sync = world.fixture.core.calendarSync();
    UUID calendar = world.calendar(id).id();
    Instant three = Instant.parse("2026-03-03T15:00:00Z");
    Interval then = new Interval(three, three.plus(Duration.ofMinutes(30)));
    assertThat(sync.store(calendar, asked, then)).isTrue();
    assertThat(sync.store(calendar, asked, then)).isFalse();
    assertThat(world.busy()).hasSize(2);
  }

  @Test
  void storesOutOfTurnOnlyWhatTakesTheTimeThatWasAskedFor() {
    world.put("a", "Dentist", "20260303T090000Z");
    world.sync(id);
    List<RemoteItem> told =
        List.of(
            item("Weekly", "20260203T150000Z", "RRULE:FREQ=WEEKLY"),
            item("Later", "20260303T160000Z"),
            item("Years ago", "20200303T150000Z"),
            item("Free", "20260303T150000Z", "TRANSP:TRANSPARENT"));
    Instant three = Instant.parse("2026-03-03T15:00:00Z");
    Interval then = new Interval(three, three.plus(Duration.ofHours(1)));
    assertThat(world.fixture.core.calendarSync().store(world.calendar(id).id(), told, then))
        .isTrue();
    assertThat(world.busy())
        .contains("2026-03-03T15:00-16:00 Weekly", "2026-03-10T15:00-16:00 Weekly")
        .noneMatch(one -> one.contains("Later") || one.contains("Years") || one.contains("Free"));
  }

  private static RemoteItem item(String name, String start, String... more) {
    return new RemoteItem(name, "uid-" + name, null, CalendarWorld.event(start, name, more));
  }

  private void putIn(String zone, String name) {
    world.provider.put(
        "a",
        name,
        CalendarWorld.event("X", name)
            .replace("DTSTART:X", "DTSTART;TZID=" + zone + ":20260303T090000"));
  }

  @Test
  void tellsOfZonesThatNobodyKnowsAsLongAsEventsAreInThem() {
    world.put("a", "Fine", "20260303T150000Z");
    putIn("Europe/Berlin", "Known");
    putIn("Middle Earth", "Unknown");
    world.sync(id);
    // Read in the host's zone, since the calendar has none.
    assertThat(world.busy()).contains("2026-03-03T14:00-15:00 Unknown");
    assertThat(world.calendar(id).progress().error())
        .contains("\"Middle Earth\": 1.", "America/New_York");
    assertThat(world.calendar(id).progress().errorCode()).isEqualTo(FaultCode.UNKNOWN_ZONE);
    assertThat(world.connection(id).errorCode()).isEqualTo(FaultCode.UNKNOWN_ZONE);
    assertThat(world.calendar(id).progress().failingSince()).isNull();
    world.sync(id);
    world.advance(Duration.ofDays(2));
    world.sync(id);
    assertThat(world.connection(id).error()).contains("Middle Earth");
    // As it was written before there was a word for it.
    world.fixture.sql("UPDATE calendar SET error_code = NULL");
    world.sync(id);
    assertThat(world.connection(id).errorCode()).isEqualTo(FaultCode.UNKNOWN_ZONE);
    world.provider.delete("a", "Unknown");
    world.sync(id);
    world.sync(id);
    assertThat(world.connection(id).error()).isNull();
  }

  @Test
  void keepsWhatIsKnownOfAnEventThatRepeatsMoreOftenThanIsCounted() {
    world.put("a", "Often", "20260303T090000Z");
    world.sync(id);
    String endless = "RRULE:FREQ=HOURLY;COUNT=1000000";
    world.put("a", "Often", "20000101T090000Z", endless);
    world.put("a", "New", "20000101T093000Z", endless);
    world.sync(id);
    assertThat(world.busy()).containsExactly("2026-03-03T09:00-10:00 Often");
    assertThat(world.calendar(id).progress().error()).contains("than is counted: 2.");
    assertThat(world.calendar(id).progress().errorCode()).isEqualTo(FaultCode.TOO_MANY_REPEATS);
    assertThat(world.calendar(id).progress().unreadable()).isEqualTo(2);
    world.advance(Duration.ofDays(2));
    world.sync(id);
    assertThat(world.busy()).containsExactly("2026-03-03T09:00-10:00 Often");
    world.put("a", "Often", "20260304T090000Z");
    world.provider.delete("a", "New");
    world.sync(id);
    assertThat(world.busy()).containsExactly("2026-03-04T09:00-10:00 Often");
    assertThat(world.calendar(id).progress().error()).isNull();
    assertThat(world.calendar(id).progress().unreadable()).isZero();
  }

  @Test
  void leavesOutWhatCannotBeStoredAndCountsIt() {
    world.provider.put("a", "x".repeat(2001), CalendarWorld.event("20260303T090000Z", "Long"));
    world.put("a", "Nul\0", "20260303T090000Z");
    world.put("a", "Fine", "20260303T100000Z");
    world.sync(id);
    assertThat(world.busyTimes()).hasSize(1);
    assertThat(world.calendar(id).progress().unreadable()).isEqualTo(2);
  }

  @Test
  void showsNothingOfATitleThatWouldReadInAnotherOrder() {
    String text = CalendarWorld.event("20260303T090000Z", "a\u0007b\u202Ec\u2028d");
    world.provider.put("a", "x", text);
    world.sync(id);
    assertThat(world.busy()).containsExactly("2026-03-03T09:00-10:00 a b c d");
  }

  @Test
  void stopsOneOfTwoRoundsAtOnce() {
    putMany(700);
    world.provider.meanwhile(
        () -> {
          world.put("a", "Later", "20260303T200000Z");
          assertThat(world.moved(id)).isTrue();
        });
    // It was told of less than the other one, and must not undo that.
    assertThat(world.moved(id)).isFalse();
    assertThat(world.busyTimes()).hasSize(701);
    world.provider.delete("a", "Later");
    world.sync(id);
    assertThat(world.busyTimes()).hasSize(700);
  }
}
