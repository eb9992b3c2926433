package org.meetwright.core.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meetwright.core.Fixture;
import org.meetwright.core.eventtype.EventType;

/// The database refuses a double booking by itself, even if the program forgot to look.
class LastDefenceTest {
  @ParameterizedTest
  @EnumSource(DatabaseKind.class)
  void refusesASecondActiveMeetingAtTheSameTime(DatabaseKind kind) throws Exception {
    try (Fixture fixture = new Fixture(kind)) {
      EventType type = fixture.addEventType(t -> t);
      fixture.book(type, "2026-03-03T15:00:00Z");
      String copy =
          """
          INSERT INTO meeting (id, event_type_slug, event_type_name, starts_at, ends_at, created_at)
          SELECT CAST('00000000-0000-0000-0000-000000000001' AS uuid), event_type_slug,
            event_type_name, starts_at, ends_at, created_at FROM meeting
          """;
      String again =
          """
          INSERT INTO meeting_host (meeting_id, host_id, padded_from, padded_until, active)
          SELECT CAST('00000000-0000-0000-0000-000000000001' AS uuid), host_id, padded_from,
            padded_until, TRUE FROM meeting_host
          """;
      try (Connection connection = connect(fixture);
          Statement statement = connection.createStatement()) {
        statement.execute(copy);
        assertThatThrownBy(() -> statement.execute(again))
            .isInstanceOf(SQLException.class)
            .matches(failed -> Database.refusedByConstraint(failed));
        statement.execute("UPDATE meeting_host SET active = FALSE");
        assertThat(statement.executeUpdate(again)).isEqualTo(1);
      }
    }
  }

  private static Connection connect(Fixture fixture) throws SQLException {
    String url = fixture.database.settings().url();
    return fixture.database.settings().kind() == DatabaseKind.H2
        ? DriverManager.getConnection(url + ";AUTO_SERVER=TRUE", "meetwright", "")
        : DriverManager.getConnection(url);
  }
}
