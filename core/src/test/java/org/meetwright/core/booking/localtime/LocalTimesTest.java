package org.meetwright.core.booking.localtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.ChangeOutcome;
import org.meetwright.core.booking.localtime.LocalTimes.Outcome;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;

/// Bookings whose local time is another than people were told.
class LocalTimesTest {
  private static final String TEN = "2026-03-03T15:00:00Z";
  private static final String ELEVEN = "2026-03-03T16:00:00Z";

  private static LocalTimes times(Fixture fixture) {
    return new LocalTimes(fixture.core.database(), fixture.core.outbox(), fixture.clock);
  }

  private static List<BookingNotice> notices(Fixture fixture) {
    return fixture.core.outbox().list(BookingNotice.KIND, null, 500).stream()
        .map(message -> BookingNotice.KIND.read(message).notice())
        .filter(notice -> notice.event() == BookingNotice.Event.LOCAL_TIME)
        .toList();
  }

  private static @Nullable Instant told(List<BookingNotice> notices, BookingNotice.Audience to) {
    return notices.stream()
        .filter(notice -> notice.audience() == to)
        .findFirst()
        .orElseThrow()
        .meeting()
        .previousStart();
  }

  @ParameterizedTest
  @EachDatabase
  void findsNothingWhileRulesStayAsTheyWere(DatabaseKind kind) {
    try (Fixture fixture = new Fixture(kind)) {
      Booking booking = fixture.book(fixture.addEventType(t -> t), TEN);
      fixture
          .core
          .bookingDesk()
          .reschedule(
              booking.id(),
              Instant.parse(ELEVEN),
              new Change(Actor.HOST, fixture.ada.id(), null, ""));

      List<MovedBooking> found = new ArrayList<>();
      assertThat(times(fixture).check(found::add)).isEqualTo(new Outcome(1, 0, 0));
      assertThat(times(fixture).tell(found::add)).isEqualTo(new Outcome(1, 0, 0));
      assertThat(found).isEmpty();
      assertThat(notices(fixture)).isEmpty();
    }
  }

  @ParameterizedTest
  @EachDatabase
  void tellsEveryoneOnceWhenTheInviteesClockChanges(DatabaseKind kind) {
    try (Fixture fixture = new Fixture(kind)) {
      Booking booking = fixture.book(fixture.addEventType(t -> t), TEN);
      fixture.book(fixture.addEventType(t -> t.slug("other")), ELEVEN, "other@example.com");
      fixture.sql(
          "UPDATE booking SET told_offset = told_offset - 3600 WHERE id = '" + booking.id() + "'");

      List<MovedBooking> found = new ArrayList<>();
      assertThat(times(fixture).check(found::add)).isEqualTo(new Outcome(2, 0, 1));
      assertThat(notices(fixture)).as("a check tells nobody").isEmpty();
      MovedBooking moved = found.getFirst();
      assertThat(moved.id()).isEqualTo(booking.id());
      assertThat(moved.invitee().told(moved.start()))
          .isEqualTo(moved.invitee().now(moved.start()).minusHours(1));
      assertThat(moved.hosts().getFirst().time().isMoved(moved.start())).isFalse();

      times(fixture).tell(_ -> {});
      List<BookingNotice> notices = notices(fixture);
      assertThat(notices).hasSize(2).allMatch(one -> one.bookingId().equals(booking.id()));
      assertThat(told(notices, BookingNotice.Audience.INVITEE))
          .isEqualTo(Instant.parse(TEN).minusSeconds(3600));
      assertThat(told(notices, BookingNotice.Audience.HOST)).isNull();
      assertThat(times(fixture).tell(_ -> {})).isEqualTo(new Outcome(2, 0, 0));
      assertThat(notices(fixture)).as("once").hasSize(2);
      assertThat(fixture.core.bookings().find(booking.id())).hasValue(booking);
    }
  }

  @ParameterizedTest
  @EachDatabase
  void tellsAWholeGroupWhenItsHostsClockChanges(DatabaseKind kind) {
    try (Fixture fixture = new Fixture(kind)) {
      EventType group = fixture.addEventType(t -> t.seats(3));
      fixture.book(group, TEN, "one@example.com");
      fixture.book(group, TEN, "two@example.com");
      fixture.sql("UPDATE meeting_host SET told_offset = told_offset + 1800");

      assertThat(times(fixture).tell(_ -> {}).moved()).isEqualTo(2);
      assertThat(notices(fixture)).hasSize(4);
      assertThat(told(notices(fixture), BookingNotice.Audience.HOST))
          .isEqualTo(Instant.parse(TEN).plusSeconds(1800));
      assertThat(times(fixture).check(_ -> {}).moved()).isZero();
    }
  }

  @ParameterizedTest
  @EachDatabase
  void goesByTheZoneThatTheHostHadThen(DatabaseKind kind) {
    try (Fixture fixture = new Fixture(kind)) {
      Booking booking = fixture.book(fixture.addEventType(t -> t), TEN);
      fixture.sql("UPDATE host SET time_zone = 'Asia/Tokyo'");
      assertThat(times(fixture).check(_ -> {}).moved()).as("the host has moved house").isZero();

      fixture.sql("UPDATE meeting_host SET told_offset = told_offset + 3600");
      List<MovedBooking> found = new ArrayList<>();
      times(fixture).check(found::add);
      assertThat(found)
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.id()).isEqualTo(booking.id());
                assertThat(one.hosts().getFirst().time().zone())
                    .isEqualTo(fixture.ada.timeZone())
                    .isNotEqualTo(ZoneId.of("Asia/Tokyo"));
              });
    }
  }

  @ParameterizedTest
  @EachDatabase
  void recordsWhatEarlierVersionsDidNot(DatabaseKind kind) {
    try (Fixture fixture = new Fixture(kind)) {
      Booking booking = fixture.book(fixture.addEventType(t -> t), TEN);
      String before = fixture.dump();
      fixture.sql("UPDATE booking SET told_offset = NULL");
      fixture.sql("UPDATE meeting_host SET told_offset = NULL, told_zone = NULL");

      assertThat(times(fixture).check(_ -> {})).isEqualTo(new Outcome(1, 1, 0));
      assertThat(fixture.dump()).isEqualTo(before);
      fixture.clock.set(booking.start().toString());
      assertThat(times(fixture).check(_ -> {})).as("it has begun").isEqualTo(new Outcome(0, 0, 0));
    }
  }

  @ParameterizedTest
  @EachDatabase
  void knowsWhatANewHostWasTold(DatabaseKind kind) {
    try (Fixture fixture = new Fixture(kind)) {
      Host bea = fixture.addHost("bea");
      EventType type =
          fixture.addEventType(
              t ->
                  t.assignment(
                      new Assignment.RoundRobin(fixture.addTeam("crew", fixture.ada, bea).id())));
      Booking booking = fixture.book(type, TEN);
      Host to = booking.isWith(fixture.ada.id()) ? bea : fixture.ada;
      fixture.sql("UPDATE meeting_host SET told_offset = told_offset + 3600");
      Change change = new Change(Actor.HOST, fixture.ada.id(), null, "");
      assertThat(fixture.core.bookingDesk().handOver(booking.id(), to.handle().value(), change))
          .isInstanceOf(ChangeOutcome.Changed.class);

      assertThat(times(fixture).check(_ -> {})).isEqualTo(new Outcome(1, 0, 0));
    }
  }
}
