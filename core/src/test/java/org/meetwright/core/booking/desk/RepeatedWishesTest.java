package org.meetwright.core.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.Concurrently;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.booking.notice.BookingNotice.Audience;
import org.meetwright.core.booking.notice.BookingNotice.Event;
import org.meetwright.core.booking.notice.MailConsequence;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.EventType;

/// Whoever knows an invitee's address learns from no answer whether he has booked.
@Tag("attack")
@ParameterizedClass
@EachDatabase
class RepeatedWishesTest {
  private static final String BOB = "bob@example.com";
  private static final String TEN = "2026-03-03T15:00:00Z";
  private static final String ELEVEN = "2026-03-03T16:00:00Z";

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

  /// Asks a node of its own, and waits until it has done what it does after its answer.
  private <T> T onANode(Function<BookingDesk, T> work) {
    try (BookingDesk desk =
        new BookingDesk(
            fixture.core.database(),
            fixture.core.outbox(),
            fixture.core.rateLimits(),
            fixture.clock,
            List.of(new MailConsequence()),
            PreBookingCheck.NONE)) {
      return work.apply(desk);
    }
  }

  private BookOutcome book(EventType type, String start, String email, String key) {
    return onANode(desk -> desk.book(Fixture.request(type, start, email, key), Actor.INVITEE));
  }

  private List<BookingNotice> linksAgain() {
    return fixture.core.outbox().list(BookingNotice.KIND, null, 100).stream()
        .map(message -> BookingNotice.KIND.read(message).notice())
        .filter(notice -> notice.event() == Event.LINK_AGAIN)
        .toList();
  }

  @Test
  void answersARepeatWithoutAKeyAsAnyoneElse() {
    EventType type = fixture.addEventType(t -> t);
    Booking booking = fixture.book(type, TEN, BOB);
    BookOutcome toStranger = book(type, TEN, "eve@example.com", null);
    assertThat(toStranger).isEqualTo(new BookOutcome.SlotTaken());
    assertThat(linksAgain()).isEmpty();
    assertThat(book(type, TEN, "BOB@Example.com", null)).isEqualTo(toStranger);
    assertThat(linksAgain())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.bookingId()).isEqualTo(booking.id());
              assertThat(notice.audience()).isEqualTo(Audience.INVITEE);
            });
  }

  @Test
  void answersAsAnyoneElseWhateverElseIsWrong() {
    EventType type = fixture.addEventType(t -> t.notice(60));
    fixture.book(type, TEN, BOB);
    fixture.clock.set("2026-03-03T14:30:00Z");
    assertThat(book(type, TEN, BOB, null)).isEqualTo(book(type, TEN, "eve@example.com", null));
    EventType group = fixture.addEventType(t -> t.slug("group").seats(3).notice(60));
    fixture.clock.set("2026-03-03T12:00:00Z");
    fixture.book(group, ELEVEN, BOB);
    fixture.clock.set("2026-03-03T15:30:00Z");
    assertThat(book(group, ELEVEN, BOB, null))
        .isEqualTo(book(group, ELEVEN, "eve@example.com", null))
        .isInstanceOf(BookOutcome.NotOffered.class);
  }

  @Test
  void mailsTheLinkAgainOnceAnHourWhoeverAsksWhere() throws Exception {
    EventType type = fixture.addEventType(t -> t);
    fixture.book(type, TEN, BOB);
    fixture.book(type, ELEVEN, BOB);
    Consumer<Integer> expect = mails -> assertThat(linksAgain()).hasSize(mails);
    Concurrently.run(
        8, i -> book(type, i % 2 == 0 ? TEN : ELEVEN, BOB, i % 3 == 0 ? "k" + i : null));
    expect.accept(1);
    fixture.clock.advance(Duration.ofMinutes(59));
    book(type, TEN, BOB, null);
    expect.accept(1);
    fixture.clock.advance(Duration.ofMinutes(1));
    book(type, TEN, BOB, null);
    expect.accept(2);
  }

  @Test
  void mailsNothingToWhomAHostHasTriedToBook() {
    EventType type = fixture.addEventType(t -> t);
    fixture.book(type, TEN, BOB);
    onANode(desk -> desk.book(Fixture.request(type, TEN, BOB, null), Actor.ADMIN));
    assertThat(linksAgain()).isEmpty();
  }

  @Test
  void givesNoSecondSeatWithoutAKeyButWithOne() {
    EventType type = fixture.addEventType(t -> t.seats(3));
    fixture.book(type, TEN, BOB);
    assertThat(book(type, TEN, "BOB@example.com", null)).isEqualTo(new BookOutcome.SlotTaken());
    assertThat(linksAgain()).hasSize(1);
    Booking second = Fixture.booked(book(type, TEN, BOB, "another"));
    assertThat(book(type, TEN, BOB, "another")).isEqualTo(new BookOutcome.Repeated(second));
    Fixture.booked(book(type, TEN, "eve@example.com", null));
  }

  @Test
  void keepsKeysOfEventTypesApart() {
    EventType one = fixture.addEventType(t -> t);
    EventType other = fixture.addEventType(t -> t.slug("other"));
    Booking first = Fixture.booked(book(one, TEN, BOB, "1"));
    Booking second = Fixture.booked(book(other, ELEVEN, BOB, "1"));
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(book(one, TEN, BOB, "1")).isEqualTo(new BookOutcome.Repeated(first));
    assertThat(book(other, ELEVEN, BOB, "1")).isEqualTo(new BookOutcome.Repeated(second));
    assertThat(book(one, "2026-03-03T17:00:00Z", BOB, "1")).isEqualTo(new BookOutcome.KeyReused());
    assertThat(fixture.core.bookings().findByKey(other.id(), "1")).contains(second);
    assertThat(Instant.parse(ELEVEN)).isEqualTo(second.start());
  }
}
