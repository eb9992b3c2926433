package org.meetwright.core.prefix;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.TestDatabase;

final class IdsByPrefixTest {
  private static final String LOW = "01a21b0f-38b1-756b-0000-000000000000";
  private static final String MIDDLE = "01a21b0f-38b1-756b-829a-250417147974";
  private static final String HIGH = "01a21b0f-38b1-756b-ffff-ffffffffffff";
  private static final String OTHER = "f1a21b0f-38b1-756b-b29a-250417147974";

  @ParameterizedTest
  @EachDatabase
  void findsAllThatBeginSoWhateverFollows(DatabaseKind kind) throws Exception {
    try (TestDatabase test = TestDatabase.create(kind);
        Database database = test.open()) {
      try (Connection connection = test.connect();
          Statement statement = connection.createStatement()) {
        statement.execute(
            kind == DatabaseKind.H2
                ? "SET REFERENTIAL_INTEGRITY FALSE"
                : "SET session_replication_role = replica");
        for (String id : List.of(LOW, MIDDLE, HIGH, OTHER)) {
          statement.execute(
              "INSERT INTO absence (id, host_id, note) VALUES ('%s', '%s', '')".formatted(id, id));
        }
      }
      IdsByPrefix ids = new IdsByPrefix(database);

      assertThat(ids.find(Findable.ABSENCE, UUID.fromString(LOW), UUID.fromString(HIGH), 10))
          .containsExactly(UUID.fromString(LOW), UUID.fromString(MIDDLE), UUID.fromString(HIGH));
      assertThat(ids.find(Findable.ABSENCE, UUID.fromString(LOW), UUID.fromString(HIGH), 2))
          .hasSize(2);
      assertThat(ids.find(Findable.ABSENCE, UUID.fromString(OTHER), UUID.fromString(OTHER), 10))
          .containsExactly(UUID.fromString(OTHER));
    }
  }

  @ParameterizedTest
  @EachDatabase
  void knowsATableForEachKind(DatabaseKind kind) {
    try (TestDatabase test = TestDatabase.create(kind);
        Database database = test.open()) {
      IdsByPrefix ids = new IdsByPrefix(database);

      for (Findable what : Findable.values()) {
        assertThat(ids.find(what, UUID.fromString(LOW), UUID.fromString(HIGH), 10))
            .as(what.word())
            .isEmpty();
      }
    }
  }
}
