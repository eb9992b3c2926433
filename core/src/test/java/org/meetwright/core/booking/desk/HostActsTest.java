package org.meetwright.core.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.Concurrently;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.Fixture;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.host.Host;
import org.meetwright.core.slot.Reason;
import org.meetwright.core.slot.Reason.Code;
import org.meetwright.core.value.InvalidValueException;

/// What a host may do beyond his rules: book over them, hand a meeting over, move at any notice.
@ParameterizedClass
@EachDatabase
class HostActsTest extends DeskTest {
  private static final String TEN = "2026-03-03T15:00:00Z";
  private static final String NIGHT = "2026-03-04T08:07:00Z";

  private Host ada;
  private Host bea;

  @BeforeEach
  void open() {
    ada = fixture.ada;
    bea = fixture.addHost("bea");
  }

  private BookOutcome over(EventType type, String start, Host host) {
    return desk.bookOver(Fixture.request(type, start), host.id());
  }

  private static Change by(Host host) {
    return new Change(Actor.HOST, host.id(), null, "");
  }

  private static String host(Booking booking) {
    return booking.hosts().getFirst().handle().value();
  }

  private EventType inTurn(UnaryOperator<EventTypeBuilder> change, Host... members) {
    return fixture.addEventType(
        t ->
            change.apply(
                t.slug("in-turn")
                    .assignment(new Assignment.RoundRobin(fixture.addTeam("crew", members).id()))));
  }

  private Host other(Booking booking) {
    return host(booking).equals("ada") ? bea : ada;
  }

  private Host own(Booking booking) {
    return host(booking).equals("ada") ? ada : bea;
  }

  @Test
  void booksAtAnyStartThatHasNotPassed() {
    fixture.busy(ada, "2026-03-04T08:00:00Z", "2026-03-04T09:00:00Z");
    EventType type =
        fixture.addEventType(
            t -> t.notice(10_000).window(new BookingWindow.Rolling(0)).limits(1, 1).approval());
    Booking booking = Fixture.booked(over(type, NIGHT, ada));
    assertThat(booking.start()).isEqualTo(Instant.parse(NIGHT));
    assertThat(booking.status()).as("who books has approved").isEqualTo(BookingStatus.CONFIRMED);
    assertThat(fixture.core.bookings().history(booking.id()).getFirst())
        .satisfies(
            entry -> {
              assertThat(entry.actorHandle()).isEqualTo("ada");
              assertThat(entry.detail())
                  .startsWith("for " + NIGHT + ", over the rules: ")
                  .contains("minimum_notice", "booking_window", "busy", "outside_schedule");
            });
    assertThat(over(type, "2026-03-04T12:00:00Z", ada))
        .as("limits do not hold either")
        .isInstanceOf(BookOutcome.Booked.class);
    BookOutcome past = over(type, "2026-03-02T11:59:00Z", ada);
    assertThat(((BookOutcome.NotOffered) past).reasons())
        .extracting(Reason::code)
        .containsExactly(Code.PAST);
  }

  @Test
  void booksNobodyTwice() {
    EventType type = fixture.addEventType(t -> t.buffers(0, 15));
    fixture.book(type, TEN, "eve@example.com");
    assertThat(over(type, "2026-03-03T15:10:00Z", ada)).isEqualTo(new BookOutcome.SlotTaken());
    assertThat(over(type, "2026-03-03T15:40:00Z", ada))
        .as("within the buffer")
        .isEqualTo(new BookOutcome.SlotTaken());
    assertThat(over(type, "2026-03-03T15:45:00Z", ada)).isInstanceOf(BookOutcome.Booked.class);
  }

  @Test
  void letsOnlyItsHostsBookOver() {
    EventType own = fixture.addEventType(t -> t);
    assertThat(over(own, NIGHT, bea)).isEqualTo(new BookOutcome.UnknownEventType());
    Host cem = fixture.addHost("cem");
    EventType team = inTurn(t -> t, ada, bea);
    assertThat(over(team, NIGHT, bea)).isInstanceOf(BookOutcome.Booked.class);
    assertThat(over(team, NIGHT, cem)).isEqualTo(new BookOutcome.UnknownEventType());
  }

  @Test
  void booksNobodyTwiceUnderConcurrentRequests() throws Exception {
    EventType type = fixture.addEventType(t -> t);
    List<BookOutcome> outcomes =
        Concurrently.run(
            12,
            i -> {
              BookRequest request =
                  Fixture.request(type, TEN, "invitee" + i + "@example.com", null);
              return i % 2 == 0
                  ? desk.bookOver(request, ada.id())
                  : desk.book(request, Actor.INVITEE);
            });
    assertThat(outcomes).filteredOn(BookOutcome.Booked.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(new BookOutcome.SlotTaken()::equals).hasSize(11);
  }

  @Test
  void handsAMeetingOverAndTellsAll() {
    EventType type = inTurn(t -> t.notice(600).reminders(60), ada, bea);
    Booking booking = fixture.book(type, TEN, "bob@example.com");
    Host to = other(booking);
    Host from = own(booking);
    fixture.clock.set("2026-03-03T14:00:00Z");
    ChangeOutcome outcome = desk.handOver(booking.id(), to.handle().value(), by(from));
    Booking handed = ((ChangeOutcome.Changed) outcome).booking();
    assertThat(host(handed)).isEqualTo(to.handle().value());
    assertThat(handed.start()).isEqualTo(booking.start());
    assertThat(handed.meetingId()).isEqualTo(booking.meetingId());
    assertThat(handed.calendarUid()).isEqualTo(booking.calendarUid());
    assertThat(handed.calendarSequence()).isEqualTo(booking.calendarSequence() + 1);
    assertThat(handed.version()).isEqualTo(booking.version() + 1);
    assertThat(fixture.core.bookings().history(booking.id()).getLast().detail())
        .isEqualTo("from " + from.handle() + " to " + to.handle());
    assertThat(notices(booking))
        .contains("HOST_CHANGED INVITEE", "BOOKED " + to.handle(), "HANDED_OVER " + from.handle());
    assertThat(desk.handOver(booking.id(), to.handle().value(), by(to)))
        .as("it is his already")
        .isEqualTo(new ChangeOutcome.Changed(handed));
    assertThat(desk.handOver(booking.id(), from.handle().value(), by(from)))
        .as("not his any more")
        .isEqualTo(new ChangeOutcome.NotFound());
  }

  private List<String> notices(Booking booking) {
    return fixture.core.outbox().list(BookingNotice.KIND, null, 500).stream()
        .map(message -> BookingNotice.KIND.read(message).notice())
        .filter(notice -> notice.bookingId().equals(booking.id()))
        .map(
            notice ->
                notice.event()
                    + " "
                    + (notice.recipient().hostId() == null
                        ? notice.audience().name()
                        : notice.recipient().hostId().equals(ada.id()) ? "ada" : "bea"))
        .toList();
  }

  @Test
  void handsOverToFreeMembersAlone() {
    EventType type = inTurn(t -> t, ada, bea);
    Booking booking = fixture.book(type, TEN, "bob@example.com");
    Host to = other(booking);
    Host from = own(booking);
    fixture.busy(to, "2026-03-03T15:15:00Z", "2026-03-03T15:20:00Z");
    assertThat(desk.handOver(booking.id(), to.handle().value(), by(from)))
        .isEqualTo(new ChangeOutcome.SlotTaken());
    assertThat(fixture.core.bookings().find(booking.id())).hasValue(booking);
    assertThatThrownBy(() -> desk.handOver(booking.id(), "cem", by(from)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("ada, bea");
    EventType own = fixture.addEventType(t -> t.slug("own"));
    Booking alone = fixture.book(own, "2026-03-04T15:00:00Z");
    assertThat(desk.handOver(alone.id(), "bea", by(ada)))
        .isInstanceOf(ChangeOutcome.NotPossible.class);
  }

  @Test
  void handsAGroupOverAsAWhole() {
    EventType type = inTurn(t -> t.seats(3), ada, bea);
    Booking one = fixture.book(type, TEN, "one@example.com");
    Booking two = fixture.book(type, TEN, "two@example.com");
    assertThat(two.meetingId()).isEqualTo(one.meetingId());
    desk.handOver(one.id(), other(one).handle().value(), by(own(one)));
    Booking after = fixture.core.bookings().find(two.id()).orElseThrow();
    assertThat(host(after)).isNotEqualTo(host(two));
    assertThat(after.calendarSequence()).isEqualTo(two.calendarSequence() + 1);
  }

  @Test
  void handsOverWithoutBookingAnyoneTwice() throws Exception {
    EventType type = inTurn(t -> t, ada, bea);
    EventType adas = fixture.core.eventTypes().add(own(ada));
    EventType beas = fixture.core.eventTypes().add(own(bea));
    for (int day = 3; day <= 6; day++) {
      String start = "2026-03-0" + day + "T15:00:00Z";
      Booking booking = fixture.book(type, start, "bob@example.com");
      Concurrently.run(
          8,
          i ->
              switch (i % 4) {
                case 0 -> desk.handOver(booking.id(), "bea", by(ada));
                case 1 -> desk.handOver(booking.id(), "ada", by(bea));
                case 2 -> fixture.tryBook(adas, start, "a" + i + "@example.com");
                default -> fixture.tryBook(beas, start, "b" + i + "@example.com");
              });
      for (Host host : List.of(ada, bea)) {
        assertThat(meetingsAt(host, start))
            .as("%s at %s", host.handle(), start)
            .isLessThanOrEqualTo(1);
      }
    }
  }

  private EventType own(Host host) {
    return new EventTypeBuilder(host.id()).slug("own-" + host.handle()).build();
  }

  private long meetingsAt(Host host, String start) {
    return fixture
        .core
        .bookings()
        .list(
            new BookingFilter(
                host.id(),
                Instant.parse(start),
                Instant.parse(start).plusSeconds(1),
                BookingStatus.CONFIRMED,
                null,
                null),
            null,
            50)
        .bookings()
        .size();
  }

  @Test
  void movesAtAnyNoticeWhichInviteesCannot() {
    EventType type = fixture.addEventType(t -> t.notice(24 * 60));
    Booking booking = fixture.book(type, "2026-03-05T15:00:00Z");
    Instant soon = Instant.parse("2026-03-02T18:00:00Z");
    assertThat(desk.reschedule(booking.id(), soon, Change.byInvitee("")))
        .isInstanceOf(ChangeOutcome.NotOffered.class);
    LocalDate day = LocalDate.parse("2026-03-02");
    assertThat(
            fixture
                .core
                .availability()
                .slotsToMove(booking, type.withoutNotice(), day, day, ZoneId.of("America/New_York"))
                .starts())
        .contains(soon.getEpochSecond());
    assertThat(desk.reschedule(booking.id(), soon, by(ada)))
        .isInstanceOf(ChangeOutcome.Changed.class);
  }
}
