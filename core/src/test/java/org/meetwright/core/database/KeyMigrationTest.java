package org.meetwright.core.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meetwright.core.Fixture;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.eventtype.ChangePolicy;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Policies;
import org.meetwright.core.value.EmailAddress;

class KeyMigrationTest {
  private static final Policies ASKS_FIRST =
      new Policies(ChangePolicy.FREE, ChangePolicy.FREE, false, true);

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
  @EnumSource(DatabaseKind.class)
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
      fixture.core.confirmations().book(wish(asked, Instant.parse("2026-12-02T17:00:00Z")));
      String written = fixture.dump();
      assertThat(written).contains(",bo@example.net,åsa@example.net,").contains("lucja zak");
      fixture.sql("UPDATE booking SET search_key = '', guest_keys = ''");
      fixture.sql("UPDATE meeting SET search_key = ''");
      fixture.sql("UPDATE confirmation SET guest_keys = NULL");
      fixture.sql("UPDATE booking_archive SET email_keys = ''");
      assertThat(fixture.dump()).isNotEqualTo(written);

      try (Connection connection = fixture.database.connect()) {
        new KeyMigration().migrate(context(connection));
      }

      assertThat(fixture.dump()).isEqualTo(written);
    }
  }

  private static Context context(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    return new Context() {
      @Override
      public Configuration getConfiguration() {
        return new FluentConfiguration();
      }

      @Override
      public Connection getConnection() {
        return connection;
      }
    };
  }
}
