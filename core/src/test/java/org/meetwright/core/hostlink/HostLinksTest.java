package org.meetwright.core.hostlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.account.EmailChanges;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.erasure.ErasureOutcome;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.team.Team;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.InvalidValueException;

@ParameterizedClass
@EachDatabase
class HostLinksTest {
  private static final String START = "2026-03-09T14:00:00Z";
  private static final Instant END = Instant.parse("2026-03-09T14:30:00Z");

  @Parameter DatabaseKind kind;
  private Fixture fixture;
  private HostLinks links;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    links = fixture.core.hostLinks();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Booking booked() {
    return fixture.book(fixture.addEventType(type -> type), START);
  }

  private LinkedBooking look(Booking booking, Host host) {
    return links.look(links.token(booking.id(), host.id()));
  }

  @Test
  void leadsTheHostToTheBooking() {
    Booking booking = booked();

    assertThat(look(booking, fixture.ada))
        .isInstanceOfSatisfying(
            LinkedBooking.Live.class,
            live -> {
              assertThat(live.booking()).isEqualTo(booking);
              assertThat(live.host().id()).isEqualTo(fixture.ada.id());
              assertThat(live.mailActions()).isEqualTo(MailActions.OPEN);
            });
    assertThat(links.token(booking.id(), fixture.ada.id())).matches("[A-Za-z0-9_-]{64}");
  }

  @Test
  void takesNoTokenThatWasChangedOrMadeForSomethingElse() {
    Booking booking = booked();
    Host bob = fixture.addHost("bob");
    String adas = links.token(booking.id(), fixture.ada.id());
    String bobs = links.token(booking.id(), bob.id());

    for (int place = 0; place < adas.length(); place++) {
      char other = adas.charAt(place) == 'A' ? 'B' : 'A';
      String changed = adas.substring(0, place) + other + adas.substring(place + 1);
      assertThat(links.look(changed)).as(changed).isInstanceOf(LinkedBooking.Unknown.class);
    }
    assertThat(links.look(adas.substring(0, 43) + bobs.substring(43)))
        .isInstanceOf(LinkedBooking.Unknown.class);
    assertThat(links.look(fixture.core.manageLinks().token(booking.id())))
        .isInstanceOf(LinkedBooking.Unknown.class);
    assertThat(links.look("")).isInstanceOf(LinkedBooking.Unknown.class);
    assertThat(links.look("%".repeat(64))).isInstanceOf(LinkedBooking.Unknown.class);
    assertThat(fixture.core.manageLinks().bookingId(adas)).isEmpty();
  }

  @Test
  void endsWithTheMeetingWhereverItWasMoved() {
    Booking booking = booked();
    fixture.clock.set(END.minusSeconds(1).toString());
    assertThat(look(booking, fixture.ada)).isInstanceOf(LinkedBooking.Live.class);
    fixture.clock.set(END.toString());
    assertThat(look(booking, fixture.ada)).isEqualTo(new LinkedBooking.Ended(booking.id()));

    fixture.clock.set("2026-03-06T14:00:00Z");
    fixture
        .core
        .bookingDesk()
        .reschedule(booking.id(), Instant.parse("2026-03-10T14:00:00Z"), Change.byInvitee(""));
    fixture.clock.set(END.toString());
    assertThat(look(booking, fixture.ada)).isInstanceOf(LinkedBooking.Live.class);
    fixture.clock.set(END.plusSeconds(24 * 3600).toString());
    assertThat(look(booking, fixture.ada)).isInstanceOf(LinkedBooking.Ended.class);
  }

  @Test
  void isVoidForSomeoneWhoseTheBookingIsNot() {
    Host bob = fixture.addHost("bob");
    assertThat(look(booked(), bob)).isEqualTo(new LinkedBooking.Lost());
    assertThat(links.look(links.token(UUID.randomUUID(), bob.id())))
        .isEqualTo(new LinkedBooking.Lost());
  }

  @Test
  void isVoidOnceTheHostHasLeftTheTeam() {
    Host bob = fixture.addHost("bob");
    Team team = fixture.addTeam("duo", fixture.ada, bob);
    fixture.core.memberships().accept(bob.id(), team.id());
    EventType together =
        fixture.addEventType(type -> type.assignment(new Assignment.Collective(team.id())));
    Booking booking = fixture.book(together, START);
    assertThat(look(booking, bob)).isInstanceOf(LinkedBooking.Live.class);

    fixture.core.memberships().leave(bob.id(), team.id());

    assertThat(look(booking, bob)).isEqualTo(new LinkedBooking.Lost());
    assertThat(look(booking, fixture.ada)).isInstanceOf(LinkedBooking.Live.class);
  }

  @Test
  void isVoidOnceTheHostIsSwitchedOff() {
    Booking booking = booked();
    fixture.setActive(fixture.ada, false);

    assertThat(look(booking, fixture.ada)).isEqualTo(new LinkedBooking.Lost());
  }

  /// Someone else may read the mailbox by now.
  @Test
  void isVoidOnceTheHostHasAnotherAddress() {
    Booking booking = booked();
    String first = links.token(booking.id(), fixture.ada.id());
    EmailChanges changes = fixture.core.emailChanges();

    changes.set(fixture.ada.id(), new EmailAddress("Ada@Example.org"));
    assertThat(links.look(first)).isInstanceOf(LinkedBooking.Live.class);
    changes.set(fixture.ada.id(), new EmailAddress("ada@example.net"));
    assertThat(links.look(first)).isEqualTo(new LinkedBooking.Lost());
    String second = links.token(booking.id(), fixture.ada.id());
    assertThat(second).isNotEqualTo(first);
    assertThat(links.look(second)).isInstanceOf(LinkedBooking.Live.class);

    // With the first address again, what was mailed to it before stays worthless.
    changes.set(fixture.ada.id(), new EmailAddress("ada@example.org"));
    assertThat(links.look(first)).isEqualTo(new LinkedBooking.Lost());
    assertThat(links.look(second)).isEqualTo(new LinkedBooking.Lost());
    assertThat(look(booking, fixture.ada)).isInstanceOf(LinkedBooking.Live.class);
  }

  /// What was mailed before addresses were numbered has been made for the first one.
  @Test
  void readsWhatWasMailedBeforeAddressesWereNumbered() {
    UUID booking = UUID.fromString("018f0000-0000-7000-8000-000000000001");
    String token = links.token(booking, fixture.ada.id());
    assertThat(token)
        .isEqualTo(
            Base64.getUrlEncoder()
                .encodeToString(
                    ByteBuffer.allocate(48)
                        .putLong(booking.getMostSignificantBits())
                        .putLong(booking.getLeastSignificantBits())
                        .putLong(fixture.ada.id().getMostSignificantBits())
                        .putLong(fixture.ada.id().getLeastSignificantBits())
                        .put(
                            fixture
                                .core
                                .installationKey()
                                .tag("host link " + booking + " " + fixture.ada.id()))
                        .array()));
  }

  /// Nobody is erased who has meetings to come, or whose mail waits.
  @Test
  void isVoidOnceTheHostIsErased() {
    Booking booking = booked();
    String token = links.token(booking.id(), fixture.ada.id());
    assertThat(fixture.core.erasure().eraseHost(fixture.ada.id()))
        .isInstanceOf(ErasureOutcome.MeetingsToCome.class);
    assertThat(links.look(token)).isInstanceOf(LinkedBooking.Live.class);

    fixture.clock.set(END.toString());
    // As if all mail about the booking had gone out.
    fixture.sql("UPDATE outbox SET state = 'done'");
    assertThat(fixture.core.erasure().eraseHost(fixture.ada.id()))
        .isInstanceOf(ErasureOutcome.Erased.class);

    assertThat(links.look(token)).isEqualTo(new LinkedBooking.Lost());
  }

  @Test
  void outlivesTheEventType() {
    EventType type = fixture.addEventType(each -> each);
    Booking booking = fixture.book(type, START);
    fixture.core.eventTypes().delete(fixture.ada.id(), type.id());

    assertThat(look(booking, fixture.ada))
        .isInstanceOfSatisfying(
            LinkedBooking.Live.class, live -> assertThat(live.eventType()).isNull());
  }

  @Test
  void keepsWhatAHostWantsToBeAskedFor() {
    Booking booking = booked();
    Host bob = fixture.addHost("bob");

    links.setMailActions(fixture.ada.id(), MailActions.SIGN_IN);

    assertThat(links.mailActions(fixture.ada.id())).isEqualTo(MailActions.SIGN_IN);
    assertThat(links.mailActions(bob.id())).isEqualTo(MailActions.OPEN);
    assertThat(look(booking, fixture.ada))
        .isInstanceOfSatisfying(
            LinkedBooking.Live.class,
            live -> assertThat(live.mailActions()).isEqualTo(MailActions.SIGN_IN));
    assertThatThrownBy(() -> MailActions.of("sign_in"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("open or signIn");
  }
}
