package org.meetwright.core.bookinglink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.Concurrently;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.TestPolicies;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.bookinglink.BookingLinks.NewLink;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.offering.FindOutcome;
import org.meetwright.core.value.InvalidValueException;

@ParameterizedClass
@EachDatabase
class BookingLinksTest {
  private static final String TEN = "2026-03-03T15:00:00Z";
  private static final String ELEVEN = "2026-03-03T16:00:00Z";

  private final DatabaseKind kind;
  private Fixture fixture;
  private BookingLinks links;
  private EventType byLink;

  BookingLinksTest(DatabaseKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    links = fixture.core.bookingLinks();
    byLink = fixture.addEventType(t -> t.policies(TestPolicies.withLink(Policies.FREE)));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private BookOutcome book(EventType type, String start, String email, String link) {
    return book(request(type, start, email, link));
  }

  private BookOutcome book(BookRequest request) {
    return fixture.core.bookingDesk().book(request, Actor.INVITEE);
  }

  private static BookRequest request(EventType type, String start, String email, String link) {
    BookRequest plain = Fixture.request(type, start, email, null);
    return new BookRequest(
        type.id(), plain.start(), plain.invitee(), List.of(), Map.of(), "", Map.of(), link, null);
  }

  private FindOutcome sought(EventType type, String link) {
    return fixture.core.offerings().find("ada", type.slug(), link);
  }

  private NewLink link(int maxUses, Instant expiresAt) {
    return links.add(fixture.ada.id(), byLink.id(), maxUses, expiresAt);
  }

  @Test
  void booksOnceWithASingleUseLink() {
    NewLink once = link(1, null);

    assertThat(sought(byLink, once.token())).isInstanceOf(FindOutcome.Found.class);
    Fixture.booked(book(byLink, TEN, "bob@example.com", once.token()));

    assertThat(sought(byLink, once.token())).isInstanceOf(FindOutcome.NotAdmitted.class);
    assertThat(book(byLink, ELEVEN, "eve@example.com", once.token()))
        .isEqualTo(new BookOutcome.LinkNotValid());
    assertThat(links.list(fixture.ada.id())).extracting(BookingLink::uses).containsExactly(1);
  }

  @Test
  void answersARepeatWithTheBookingThoughTheLinkIsUsed() {
    NewLink once = link(1, null);
    BookRequest request = request(byLink, TEN, "bob@example.com", once.token()).under("key");
    var made = Fixture.booked(book(request));

    assertThat(book(request)).isEqualTo(new BookOutcome.Repeated(made));
    assertThat(book(byLink, TEN, "bob@example.com", once.token()))
        .isEqualTo(book(byLink, TEN, "eve@example.com", once.token()));
  }

  @Test
  void doesNotUseALinkUpForATimeThatIsTaken() {
    NewLink twice = link(2, null);
    Fixture.booked(book(byLink, TEN, "bob@example.com", twice.token()));

    assertThat(book(byLink, TEN, "eve@example.com", twice.token()))
        .isEqualTo(new BookOutcome.SlotTaken());
    Fixture.booked(book(byLink, ELEVEN, "eve@example.com", twice.token()));
  }

  @Test
  void letsOneOfManyWhoComeAtOnceUseTheLink() throws Exception {
    NewLink once = link(1, null);
    List<BookOutcome> outcomes =
        Concurrently.run(
            8, i -> book(byLink, later(i), "guest" + i + "@example.com", once.token()));

    assertThat(outcomes).filteredOn(BookOutcome.Booked.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(BookOutcome.LinkNotValid.class::isInstance).hasSize(7);
  }

  private static String later(int halfHours) {
    return Instant.parse(TEN).plusSeconds(halfHours * 1800L).toString();
  }

  @Test
  void endsALinkAtTheInstantItExpires() {
    NewLink link = link(5, Instant.parse("2026-03-02T13:00:00Z"));

    fixture.clock.set("2026-03-02T12:59:59Z");
    assertThat(sought(byLink, link.token())).isInstanceOf(FindOutcome.Found.class);
    fixture.clock.set("2026-03-02T13:00:00Z");
    assertThat(sought(byLink, link.token())).isInstanceOf(FindOutcome.NotAdmitted.class);
    assertThat(book(byLink, TEN, "bob@example.com", link.token()))
        .isEqualTo(new BookOutcome.LinkNotValid());
  }

  @Test
  void wantsALinkFromInviteesWhereOneIsRequiredButNotFromTheHost() {
    assertThat(sought(byLink, null)).isEqualTo(new FindOutcome.Unknown());
    assertThat(fixture.tryBook(byLink, TEN, "bob@example.com"))
        .isEqualTo(new BookOutcome.LinkNotValid());
    Fixture.booked(fixture.core.bookingDesk().book(Fixture.request(byLink, TEN), Actor.ADMIN));
  }

  @Test
  void takesNoLinkOfAnotherEventType() {
    EventType other = fixture.addEventType(t -> t.slug("other"));
    NewLink link = link(1, null);

    assertThat(book(other, TEN, "bob@example.com", link.token()))
        .isEqualTo(new BookOutcome.LinkNotValid());
    assertThat(sought(other, "unknown")).isInstanceOf(FindOutcome.NotAdmitted.class);
    assertThat(sought(other, link.token())).isInstanceOf(FindOutcome.NotAdmitted.class);
    assertThat(sought(byLink, "unknown")).isEqualTo(new FindOutcome.Unknown());
  }

  @Test
  void letsOnlyItsHostMakeSeeAndEndALink() {
    NewLink link = link(1, null);
    UUID stranger = fixture.addHost("stranger").id();

    assertThat(links.list(stranger)).isEmpty();
    assertThat(links.delete(stranger, link.link().id())).isFalse();
    assertThatThrownBy(() -> links.add(stranger, byLink.id(), 1, null))
        .isInstanceOf(InvalidValueException.class);
    assertThat(links.delete(fixture.ada.id(), link.link().id())).isTrue();
    assertThat(sought(byLink, link.token())).isEqualTo(new FindOutcome.Unknown());
  }

  @Test
  void refusesALinkThatHasExpiredAlreadyOrCanNeverBeUsed() {
    assertThatThrownBy(() -> link(1, Instant.parse("2026-03-02T12:00:00Z")))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("must be in the future");
    assertThatThrownBy(() -> link(0, null)).isInstanceOf(InvalidValueException.class);
  }
}
