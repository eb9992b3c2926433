package org.meetwright.core.booking.wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.Concurrently;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.TestPolicies;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.question.Answer;
import org.meetwright.core.question.Question;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;

/// Wishes that wait for their invitees, on both databases.
@ParameterizedClass
@EachDatabase
class ConfirmationsTest {
  private static final String START = "2026-03-03T15:00:00Z";
  private static final String LATER = "2026-03-03T16:00:00Z";
  private static final Policies CONFIRMED = TestPolicies.withConfirmedEmail(Policies.FREE);

  @Parameter DatabaseKind kind;

  private Fixture fixture;
  private Confirmations confirmations;
  private FrontDesk desk;
  private EventType type;
  private Question question;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    confirmations = fixture.core.confirmations();
    desk = fixture.frontDesk();
    question = new Question(Ids.next(), "How many?", Question.AnswerKind.NUMBER, false, List.of());
    type = fixture.addEventType(t -> t.policies(CONFIRMED).questions(question));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private BookRequest wish(String start, String email, String key) {
    return Fixture.request(type, start, email, key);
  }

  private Confirmation ask(BookRequest wish) {
    if (fixture.bring(wish) instanceof WishOutcome.ToBeConfirmed(_, var confirmation)) {
      return confirmation;
    }
    throw new AssertionError("Not asked: " + wish);
  }

  private Booking confirm(Confirmation confirmation) {
    return confirm(confirmation, null);
  }

  private Booking confirm(Confirmation confirmation, Instant start) {
    if (desk.confirm(confirmation.id(), start) instanceof WishOutcome.Booked(var booking)) {
      return booking;
    }
    throw new AssertionError("Not booked: " + confirmation);
  }

  private int mails() {
    return fixture.core.outbox().list(ConfirmationNotice.KIND, "pending", 100).size();
  }

  private int bookings() {
    return fixture
        .core
        .bookings()
        .list(BookingFilter.ofHost(fixture.ada.id()), null, 100)
        .bookings()
        .size();
  }

  @Test
  void booksNothingAndHoldsNothingUntilItIsConfirmed() {
    Confirmation asked = ask(wish(START, "bob@example.com", null));

    assertThat(asked.expiresAt()).isEqualTo(fixture.clock.instant().plus(Duration.ofHours(1)));
    assertThat(bookings()).isZero();
    assertThat(fixture.startsOn(type, "2026-03-03")).contains(START);
    assertThat(fixture.core.outbox().list(null, "pending", 100))
        .extracting(message -> message.kind())
        .containsExactlyInAnyOrder(ConfirmationNotice.KIND.name(), ConfirmationExpiry.KIND.name());

    Booking booked = confirm(asked);

    assertThat(booked.start()).isEqualTo(START);
    assertThat(fixture.startsOn(type, "2026-03-03")).doesNotContain(START);
    assertThat(desk.confirm(asked.id(), null)).isEqualTo(new WishOutcome.Repeated(booked));
    assertThat(desk.confirm(asked.id(), Instant.parse(LATER)))
        .isEqualTo(new WishOutcome.Repeated(booked));
    assertThat(bookings()).isEqualTo(1);
    assertThat(fixture.dump("booking", "outbox")).doesNotContain("bob@example.com");
  }

  @Test
  void keepsEverythingThatWasWished() {
    BookRequest wish =
        new BookRequest(
            type.id(),
            Instant.parse(START),
            new Invitee(
                "Bob \"B\" Brown",
                new EmailAddress("Bob@example.com"),
                ZoneId.of("Europe/Berlin"),
                Locale.of("pt", "BR")),
            List.of(new EmailAddress("friend@example.net")),
            Map.of(question.id(), new Answer.Numeric(new BigDecimal("12345678901234567890.5"))),
            "Two\nlines",
            Map.of("order", "A-7"),
            null,
            "key");

    Booking booked = confirm(ask(wish));

    assertThat(booked.invitee()).isEqualTo(wish.invitee());
    assertThat(booked.invitee().email().value()).isEqualTo("Bob@example.com");
    assertThat(booked.guests()).isEqualTo(wish.guests());
    assertThat(booked.answers().get(question.id())).hasToString("12345678901234567890.5");
    assertThat(booked.notes()).isEqualTo(wish.notes());
    assertThat(booked.metadata()).isEqualTo(wish.metadata());
  }

  @Test
  void asksOnceForTheSame() {
    Confirmation first = ask(wish(START, "bob@example.com", "key"));

    assertThat(ask(wish(START, "BOB@example.com", "key"))).isEqualTo(first);
    assertThat(ask(wish(START, "bob@example.com", null))).isEqualTo(first);
    assertThat(mails()).isEqualTo(1);
    assertThat(fixture.bring(wish(LATER, "bob@example.com", "key")))
        .isInstanceOf(WishOutcome.KeyPending.class);

    Booking booked = confirm(first);

    // Who repeats it gets no way to manage it: with the key he is answered as at first.
    assertThat(ask(wish(START, "bob@example.com", "key")).expiresAt()).isEqualTo(first.expiresAt());
    assertThat(fixture.bring(wish(START, "bob@example.com", null)))
        .isEqualTo(new WishOutcome.SlotTaken())
        .isEqualTo(fixture.bring(wish(START, "stranger@example.com", null)));
    assertThat(booked.start()).isEqualTo(Instant.parse(START));
    assertThat(fixture.bring(wish(LATER, "bob@example.com", "key")))
        .isEqualTo(new WishOutcome.KeyReused());
    assertThat(mails()).isEqualTo(1);
  }

  @Test
  void answersARepeatWithoutAKeyLikeANewWish() {
    Confirmation first = ask(wish(START, "bob@example.com", null));
    fixture.clock.advance(Duration.ofMinutes(50));
    Confirmation again = ask(wish(START, "bob@example.com", null));
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.expiresAt()).isEqualTo(fixture.clock.instant().plus(Confirmations.LIFE));
    assertThat(mails()).isEqualTo(1);
    fixture.clock.advance(Duration.ofMinutes(59));
    confirm(first);
  }

  @Test
  void asksOnceForTheSameAtTheSameMoment() throws Exception {
    List<Confirmation> asked =
        Concurrently.run(3, index -> ask(wish(START, "bob@example.com", "key")));

    assertThat(asked).hasSize(3).containsOnly(asked.getFirst());
    assertThat(mails()).isEqualTo(1);
  }

  @Test
  void sendsAnAddressThreeMailsAndThenOneAnHour() {
    for (int hour = 15; hour < 18; hour++) {
      ask(wish("2026-03-03T" + hour + ":00:00Z", "bob@example.com", null));
    }
    assertThat(fixture.bring(wish("2026-03-04T15:00:00Z", "Bob@example.com", null)))
        .isEqualTo(new WishOutcome.TooManyMails(Duration.ofHours(1)));
    ask(wish("2026-03-04T15:00:00Z", "eve@example.com", null));
    assertThat(mails()).isEqualTo(4);
    fixture.clock.set("2026-03-02T13:00:00Z");
    ask(wish("2026-03-04T15:00:00Z", "bob@example.com", null));
    assertThat(fixture.bring(wish("2026-03-04T16:00:00Z", "bob@example.com", null)))
        .isInstanceOf(WishOutcome.TooManyMails.class);
  }

  @Test
  void asksForNothingThatCannotBeBooked() {
    fixture.core.bookingDesk().book(wish(START, "eve@example.com", null), Actor.HOST);

    assertThat(fixture.bring(wish(START, "bob@example.com", null)))
        .isEqualTo(new WishOutcome.SlotTaken());
    assertThat(fixture.bring(wish("2026-03-03T03:00:00Z", "bob@example.com", null)))
        .isInstanceOf(WishOutcome.NotOffered.class);
    BookRequest strange =
        new BookRequest(
            type.id(),
            Instant.parse(LATER),
            wish(LATER, "bob@example.com", null).invitee(),
            List.of(),
            Map.of(UUID.randomUUID(), Answer.of(1)),
            "",
            Map.of(),
            null,
            null);
    assertThatThrownBy(() -> fixture.bring(strange)).isInstanceOf(InvalidValueException.class);
    assertThat(mails()).isZero();
  }

  @Test
  void offersATimeThatIsTakenMeanwhileToNobodyElse() {
    Confirmation bobs = ask(wish(START, "bob@example.com", null));
    Confirmation eves = ask(wish(START, "eve@example.com", null));
    confirm(eves);

    assertThat(desk.confirm(bobs.id(), null)).isEqualTo(new WishOutcome.SlotTaken());
    Booking other = confirm(bobs, Instant.parse(LATER));

    assertThat(other.start()).isEqualTo(LATER);
    assertThat(other.invitee().email().value()).isEqualTo("bob@example.com");
    assertThat(bookings()).isEqualTo(2);
  }

  @Test
  void makesOneBookingHoweverOftenItIsConfirmedAtOnce() throws Exception {
    Confirmation asked = ask(wish(START, "bob@example.com", null));

    Concurrently.run(
        6, index -> desk.confirm(asked.id(), Instant.parse(index % 2 == 0 ? START : LATER)));

    assertThat(bookings()).isEqualTo(1);
  }

  @Test
  void forgetsWhatExpires() {
    Confirmation asked = ask(wish(START, "bob@example.com", "key"));
    fixture.clock.set("2026-03-02T13:00:00Z");

    assertThat(desk.confirm(asked.id(), null)).isEqualTo(new ConfirmOutcome.Expired(type.id()));
    confirmations.sweep();
    assertThat(fixture.dump("rate_limit")).doesNotContain("bob@example.com", "Bob Brown");
    assertThat(confirmations.find(asked.id())).get().extracting(Confirmation::wish).isNull();
    assertThat(ask(wish(START, "bob@example.com", "key")).id()).isNotEqualTo(asked.id());
    fixture.clock.set("2026-04-02T13:00:01Z");
    confirmations.sweep();
    assertThat(confirmations.find(asked.id())).isEmpty();
    assertThat(desk.confirm(asked.id(), null)).isEqualTo(new ConfirmOutcome.Expired(null));
    assertThat(bookings()).isZero();
  }

  @Test
  void knowsItsTokensAlone() {
    Confirmation asked = ask(wish(START, "bob@example.com", null));
    String token = confirmations.token(asked.id());

    assertThat(confirmations.id(token)).contains(asked.id());
    assertThat(confirmations.id(fixture.core.manageLinks().token(asked.id()))).isEmpty();
    assertThat(fixture.core.manageLinks().bookingId(token)).isEmpty();
    assertThat(confirmations.id("")).isEmpty();
    assertThat(confirmations.id("*")).isEmpty();
    assertThat(confirmations.id(token.substring(2))).isEmpty();
    assertThat(fixture.dump()).doesNotContain(token);
  }

  @Test
  void booksAtOnceForHostsAndWhereNoConfirmationIsWanted() {
    assertThat(fixture.core.bookingDesk().book(wish(START, "bob@example.com", null), Actor.HOST))
        .isInstanceOf(BookOutcome.Booked.class);
    EventType free = fixture.addEventType(t -> t.slug("free"));
    assertThat(fixture.bring(Fixture.request(free, LATER))).isInstanceOf(WishOutcome.Booked.class);
  }

  @Test
  void isErasedWithInviteeGuestAndHost() {
    ask(wish(START, "bob@example.com", null));
    BookRequest withGuest =
        new BookRequest(
            type.id(),
            Instant.parse(LATER),
            wish(LATER, "carla@example.com", null).invitee(),
            List.of(new EmailAddress("Friend@example.net")),
            Map.of(),
            "",
            Map.of(),
            null,
            null);
    Confirmation carlas = ask(withGuest);
    ask(wish("2026-03-03T17:00:00Z", "eve@example.com", null));
    assertThat(confirmations.waiting(fixture.ada.id())).hasSize(3);

    fixture.core.erasure().eraseInvitee(new EmailAddress("bob@example.com"));
    assertThat(fixture.dump()).doesNotContain("bob@example.com").contains("carla@example.com");
    fixture.core.erasure().eraseInvitee(new EmailAddress("friend@example.net"));
    assertThat(confirmations.find(carlas.id())).isEmpty();
    fixture.core.erasure().eraseHost(fixture.ada.id());
    assertThat(fixture.dump()).doesNotContain("eve@example.com");
  }
}
