package org.meetwright.core.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.meetwright.core.Fixture;
import org.meetwright.core.TestPolicies;
import org.meetwright.core.archive.ArchiveCheck;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.TestDatabase;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.value.EmailAddress;

/// Searching and erasing people whose names and addresses have letters outside ASCII, on databases
/// that fold letters differently.
@ParameterizedClass
@EnumSource
class LettersTest {
  private static final EmailAddress JOSE = new EmailAddress("JOSÉ@CAFÉ.example");
  private static final EmailAddress ASA = new EmailAddress("ÅSA@öst.example");

  private static final Policies ASKS_FIRST = TestPolicies.withConfirmedEmail(Policies.FREE);

  @Parameter Place place;

  private Fixture fixture;
  private EventType type;

  /// Where the database folds letters.
  enum Place {
    H2,
    POSTGRESQL,
    POSTGRESQL_WITH_LC_CTYPE_C;

    TestDatabase database() {
      return switch (this) {
        case H2 -> TestDatabase.create(DatabaseKind.H2);
        case POSTGRESQL -> TestDatabase.create(DatabaseKind.POSTGRESQL);
        case POSTGRESQL_WITH_LC_CTYPE_C -> TestDatabase.createInC();
      };
    }
  }

  @BeforeEach
  void open() {
    fixture = new Fixture(place.database(), List.of());
    type = fixture.addEventType(t -> t.name("Crème Brûlée tasting"));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Booking book(String start, String name, EmailAddress email, String notes) {
    return Fixture.booked(
        fixture.core.bookingDesk().book(wish(start, name, email, notes), Actor.INVITEE));
  }

  private BookRequest wish(String start, String name, EmailAddress email, String notes) {
    return new BookRequest(
        type.id(),
        Instant.parse(start),
        new Invitee(name, email, ZoneId.of("Europe/Madrid"), Locale.ENGLISH),
        List.of(ASA, new EmailAddress("friend@example.net")),
        Map.of(),
        notes,
        Map.of(),
        null,
        null);
  }

  private List<Booking> search(String words) {
    BookingFilter filter = new BookingFilter(fixture.ada.id(), null, null, null, null, words);
    return fixture.core.bookings().list(filter, null, 10).bookings();
  }

  private void pass() {
    fixture.sql("UPDATE outbox SET state = 'done'");
    fixture.clock.set("2026-12-01T12:00:00Z");
  }

  private String ctype() throws SQLException {
    try (Connection connection = fixture.database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT lower('É')")) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void standsOnADatabaseThatFoldsAsItsNameSays() throws SQLException {
    assertThat(ctype()).isEqualTo(place == Place.POSTGRESQL_WITH_LC_CTYPE_C ? "É" : "é");
  }

  @Test
  void findsWithoutCaseAndAccentsOverWordsInNameAddressGuestsNotesAndEventType() {
    Booking jose = book("2026-03-03T15:00:00Z", "José NÚÑEZ", JOSE, "Über die Brücke, 100% sure");
    Booking bob = fixture.book(type, "2026-03-03T17:00:00Z", "bob@example.com");

    for (String words :
        List.of(
            "jose",
            "NUÑEZ",
            "nunez jose",
            "JOSÉ@café",
            "asa@ost",
            "ÅSA",
            "friend@example.net",
            "brucke",
            "uber nunez",
            "creme asa",
            "BRÛLÉE núñez",
            "100%")) {
      assertThat(search(words)).as(words).containsExactly(jose);
    }
    assertThat(search("brulee creme")).containsExactly(jose, bob);
    assertThat(search("jose bob")).isEmpty();
    assertThat(search("%")).containsExactly(jose);
    assertThat(search("_")).isEmpty();
  }

  @Test
  void erasesAnInvitee() {
    book("2026-03-03T15:00:00Z", "José Núñez", JOSE, "café secret");
    pass();

    assertThat(fixture.core.erasure().eraseInvitee(new EmailAddress("josé@café.EXAMPLE")))
        .isEqualTo(new ErasureOutcome.Erased(1, 0));

    assertNothingTellsOf("jos", "secret", "nunez");
    assertThat(search("jose")).isEmpty();
  }

  @Test
  void erasesAGuestWithWhatIsStillToBeSentToHim() {
    book("2026-03-13T15:00:00Z", "José Núñez", JOSE, "");
    fixture.sql("UPDATE outbox SET state = 'done' WHERE due_at <= '2026-03-02 12:00:00+00'");
    assertThat(fixture.dump()).contains("ÅSA@öst.example");

    assertThat(fixture.core.erasure().eraseInvitee(new EmailAddress("åsa@ÖST.example")))
        .isEqualTo(new ErasureOutcome.Erased(1, 0));

    assertNothingTellsOf("åsa", "öst", "asa@");
    assertThat(search("jose friend")).hasSize(1);
  }

  @Test
  void erasesInTheArchiveAndFindsWhatCameBack() {
    book("2026-03-03T15:00:00Z", "José Núñez", JOSE, "");
    book("2026-03-03T16:00:00Z", "Zoë", new EmailAddress("ZOË@example.com"), "");
    pass();
    fixture.core.archive().archiveBatch(Duration.ofDays(93));

    Erasure erasure = fixture.core.erasure();
    assertThat(erasure.eraseInvitee(new EmailAddress("zoë@example.com")))
        .isEqualTo(new ErasureOutcome.Erased(0, 1));
    assertThat(erasure.eraseInvitee(new EmailAddress("åsa@öst.example")))
        .isEqualTo(new ErasureOutcome.Erased(0, 1));

    assertNothingTellsOf("zoë", "zoe", "åsa", "öst");
    assertThat(new ArchiveCheck(fixture.core.database()).run().faults()).isEmpty();
    fixture
        .core
        .archive()
        .restoreBatch(fixture.ada.id(), Instant.EPOCH, Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(search("nunez creme")).hasSize(1);
    assertThat(erasure.eraseInvitee(new EmailAddress("friend@example.net")))
        .isEqualTo(new ErasureOutcome.Erased(1, 0));
  }

  @Test
  void erasesAWishThatWaits() {
    type = fixture.addEventType(t -> t.slug("asked").policies(ASKS_FIRST));
    fixture.bring(wish("2026-03-03T15:00:00Z", "José", JOSE, ""));
    assertThat(fixture.dump()).contains("ÅSA");

    fixture.core.erasure().eraseInvitee(new EmailAddress("åsa@öst.example"));

    assertNothingTellsOf("åsa", "jos");
  }

  private void assertNothingTellsOf(String... words) {
    // The installation's key may hold any three letters by chance.
    assertThat(fixture.dump("secret_key").lines().filter(row -> !row.startsWith("installation ")))
        .noneSatisfy(row -> assertThat(row.toLowerCase(Locale.ROOT)).containsAnyOf(words));
  }
}
