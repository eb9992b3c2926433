package org.meetwright.core.database.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.TestPolicies;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.Migrations;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.value.EmailAddress;

class KeyMigrationTest {
  private static final Policies ASKS_FIRST = TestPolicies.withConfirmedEmail(Policies.FREE);

  private static BookRequest wish(EventType type, Instant start) {
    return new BookRequest(
        type.id(),
        start,
        new Invitee(
            "Łucja Żak", new EmailAddress("ŁUCJA@example.org"), ZoneId.of("UTC"), Locale.ENGLISH),
        List.of(new EmailAddress("Åsa@example.net"), new EmailAddress("Bo@example.net")),
        Map.of(),
        "Grüße",
        Map.of(),
        null,
        null);
  }

  @ParameterizedTest
  @EachDatabase
  void fillsTheKeysOfRowsThatWereThereBefore(DatabaseKind kind) throws Exception {
    try (Fixture fixture = new Fixture(kind)) {
      EventType type = fixture.addEventType(t -> t.name("Écoute"));
      EventType asked = fixture.addEventType(t -> t.slug("asked").policies(ASKS_FIRST));
      Fixture.booked(
          fixture
              .core
              .bookingDesk()
              .book(wish(type, Instant.parse("2026-03-03T15:00:00Z")), Actor.INVITEE));
      fixture.clock.set("2026-12-01T12:00:00Z");
      fixture.core.archive().archiveBatch(Duration.ofDays(93));
      Fixture.booked(
          fixture
              .core
              .bookingDesk()
              .book(wish(type, Instant.parse("2026-12-02T15:00:00Z")), Actor.INVITEE));
      fixture.bring(wish(asked, Instant.parse("2026-12-02T17:00:00Z")));
      fixture.sql(
          """
          INSERT INTO email (id, dedupe_key, event, audience, recipient, recipient_key, subject,
            message_id, content, state, created_at, attempts)
          VALUES ('0190a000-0000-7000-8000-000000000001', 'x', 'booked', 'invitee',
            'ŁUCJA@example.org', 'łucja@example.org', '', '', '', 'sent', now(), 1)
          """);
      fixture.sql("UPDATE host SET email = 'ÅDA@example.org', email_key = 'åda@example.org'");
      String written = fixture.dump();
      assertThat(written).contains(",bo@example.net,åsa@example.net,").contains("lucja zak");
      fixture.sql("UPDATE booking SET search_key = '', invitee_email_key = 'old', guest_keys = ''");
      fixture.sql("UPDATE meeting SET search_key = ''");
      fixture.sql("UPDATE confirmation SET email_key = 'old', guest_keys = NULL");
      fixture.sql("UPDATE booking_archive SET email_keys = ''");
      fixture.sql("UPDATE email SET recipient_key = 'old'");
      fixture.sql("UPDATE host SET email_key = 'old'");
      assertThat(fixture.dump()).isNotEqualTo(written);

      migrateFromAnotherFolding(fixture);

      assertThat(fixture.dump()).isEqualTo(written);
    }
  }

  private static void migrateFromAnotherFolding(Fixture fixture) {
    fixture.sql("UPDATE \"flyway_schema_history\" SET \"checksum\" = 7 WHERE \"version\" IS NULL");
    try (Database database = fixture.database.open()) {
      assertThat(database.migrations().state()).isEqualTo(Migrations.State.OLDER);
      assertThat(database.migrations().migrate()).isEqualTo(1);
      assertThat(database.migrations().state()).isEqualTo(Migrations.State.CURRENT);
      assertThat(database.migrations().migrate()).isZero();
    }
  }

  @ParameterizedTest
  @EachDatabase
  void twoHostsWhoseAddressesHaveBecomeTheSameStayAsTheyAreAndAreNamed(DatabaseKind kind) {
    try (Fixture fixture = new Fixture(kind)) {
      List.of("bo", "cy", "di").forEach(fixture::addHost);
      fixture.clock.set("2026-03-03T12:00:00Z");
      fixture.addHost("eve");
      address(fixture, "bo", "ÅSA@example.org", "asa");
      address(fixture, "cy", "ØLE@example.org", "øle");
      address(fixture, "di", "øle2@example.org", "øle@example.org");
      address(fixture, "eve", "åsa@example.org", "a-sa");
      List<String> said = new ArrayList<>();
      Logger log = Logger.getLogger(HostKeys.class.getName());
      Handler listener = listener(said);
      log.addHandler(listener);
      try {
        migrateFromAnotherFolding(fixture);
      } finally {
        log.removeHandler(listener);
      }

      assertThat(key(fixture, "bo")).isEqualTo("åsa@example.org");
      assertThat(key(fixture, "cy")).isEqualTo("øle@example.org");
      assertThat(key(fixture, "di")).isEqualTo("øle2@example.org");
      assertThat(key(fixture, "eve")).isEqualTo("a-sa");
      // Once, although H2 tries the migration on a copy first.
      assertThat(said)
          .singleElement()
          .satisfies(one -> assertThat(one).contains(" eve ").doesNotContain("@"));
    }
  }

  private static void address(Fixture fixture, String handle, String email, String key) {
    fixture.sql(
        "UPDATE host SET email = '%s', email_key = '%s' WHERE handle = '%s'"
            .formatted(email, key, handle));
  }

  private static String key(Fixture fixture, String handle) {
    try (Connection connection = fixture.database.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT email_key FROM host WHERE handle = '" + handle + "'")) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Handler listener(List<String> said) {
    return new Handler() {
      @Override
      public void publish(LogRecord entry) {
        said.add(entry.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  /// Whoever adds such a column makes it anew in [KeyColumns], unless its rows are gone in days.
  @Test
  void noColumnOfKeysIsForgotten() throws Exception {
    try (Fixture fixture = new Fixture(DatabaseKind.H2);
        Connection connection = fixture.database.connect();
        ResultSet columns = connection.getMetaData().getColumns(null, "PUBLIC", "%", "%KEY%")) {
      List<String> found = new ArrayList<>();
      while (columns.next()) {
        String name = columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
        if (name.matches("search_key|.*(email|recipient|guest)_keys?")) {
          found.add(columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT) + "." + name);
        }
      }
      assertThat(found)
          .contains("host.email_key")
          .isSubsetOf(
              "host.email_key",
              "booking.search_key",
              "booking.invitee_email_key",
              "booking.guest_keys",
              "meeting.search_key",
              "confirmation.email_key",
              "confirmation.guest_keys",
              "booking_archive.email_keys",
              "email.recipient_key",
              // Gone in days.
              "email_change.email_key",
              "host_invitation.email_key",
              "mailed_link.email_key",
              "account_mail.recipient_key");
    }
  }
}
