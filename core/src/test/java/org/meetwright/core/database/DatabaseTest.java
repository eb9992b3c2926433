package org.meetwright.core.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.h2.FilePassword;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;

class DatabaseTest {
  private static void execute(TestDatabase test, String sql) throws SQLException {
    Properties login = new Properties();
    if (test.settings().kind() == DatabaseKind.H2) {
      login.setProperty("user", "meetwright");
      login.setProperty("password", FilePassword.read(test.settings().url()));
    }
    String url = test.settings().url() + (login.isEmpty() ? "" : ";AUTO_SERVER=TRUE");
    try (Connection connection = DriverManager.getConnection(url, login);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @ParameterizedTest
  @EachDatabase
  void migratesAnEmptyDatabaseOnce(DatabaseKind kind) {
    try (TestDatabase test = TestDatabase.empty(kind);
        Database database = test.open()) {
      assertThat(database.migrations().state()).isEqualTo(Migrations.State.EMPTY);
      assertThat(database.migrations().migrate()).isPositive();
      assertThat(database.migrations().state()).isEqualTo(Migrations.State.CURRENT);
      assertThat(database.migrations().migrate()).isZero();
    }
  }

  @ParameterizedTest
  @EachDatabase
  void readsAllAsItWasAtOneInstantIfThatIsAskedFor(DatabaseKind kind) {
    try (TestDatabase test = TestDatabase.create(kind);
        Database database = test.open()) {
      add(database, "first");
      List<Integer> consistent =
          database.consistentRead(tx -> List.of(count(tx), addAndCount(database, tx, "second")));
      assertThat(consistent).containsExactly(1, 1);
      List<Integer> current =
          database.read(tx -> List.of(count(tx), addAndCount(database, tx, "third")));
      assertThat(current).containsExactly(2, 3);
      add(database, "fourth");
      assertThat(database.<Integer>read(DatabaseTest::count)).isEqualTo(4);
    }
  }

  @ParameterizedTest
  @EachDatabase
  void readsSeveralTablesAsTheyWereAtOneInstant(DatabaseKind kind) {
    try (TestDatabase test = TestDatabase.create(kind);
        Database database = test.open()) {
      List<Integer> counts =
          database.consistentRead(
              tx -> {
                int handles = count(tx);
                database.inTransaction(
                    other -> {
                      other.mapper(HandleRows.class).insert(Ids.next(), "both");
                      return other.mapper(LimitRows.class).insert("both");
                    });
                // A table that the transaction has not read before.
                return List.of(handles, count(tx), tx.mapper(LimitRows.class).count());
              });
      assertThat(counts).containsExactly(0, 0, 0);
      assertThat(database.<Integer>read(tx -> tx.mapper(LimitRows.class).count())).isEqualTo(1);
    }
  }

  private static int addAndCount(Database database, Transaction tx, String handle) {
    add(database, handle);
    return count(tx);
  }

  private static void add(Database database, String handle) {
    database.inTransaction(tx -> tx.mapper(HandleRows.class).insert(Ids.next(), handle));
  }

  private static int count(Transaction tx) {
    return tx.mapper(HandleRows.class).count();
  }

  /// Rows that need no others.
  interface HandleRows {
    @Insert("INSERT INTO handle (owner_id, handle) VALUES (#{id}, #{handle})")
    int insert(UUID id, String handle);

    @Select("SELECT COUNT(*) FROM handle")
    int count();
  }

  /// Rows of another table.
  interface LimitRows {
    @Insert("INSERT INTO rate_limit (name, full_at) VALUES (#{id}, 0)")
    int insert(String id);

    @Select("SELECT COUNT(*) FROM rate_limit")
    int count();
  }

  @ParameterizedTest
  @EachDatabase
  void refusesADatabaseThatIsNewerAndLeavesItAsItIs(DatabaseKind kind) throws Exception {
    try (TestDatabase test = TestDatabase.create(kind)) {
      execute(
          test,
          """
          INSERT INTO "flyway_schema_history" ("installed_rank", "version", "description", "type",
            "script", "installed_by", "execution_time", "success")
          VALUES (99, '999', 'future', 'SQL', 'V999__future.sql', 'x', 1, TRUE)
          """);
      try (Database database = test.open()) {
        assertThatThrownBy(() -> database.migrations().migrate())
            .isInstanceOf(DatabaseUnavailableException.class)
            .hasMessageContaining("version 999")
            .hasMessageContaining("newer");
      }
    }
  }

  @ParameterizedTest
  @EachDatabase
  void refusesADatabaseOfAnotherProgram(DatabaseKind kind) throws Exception {
    try (TestDatabase test = TestDatabase.empty(kind)) {
      execute(test, "CREATE TABLE theirs (id integer)");
      try (Database database = test.open()) {
        assertThatThrownBy(() -> database.migrations().migrate())
            .isInstanceOf(DatabaseUnavailableException.class);
      }
    }
  }

  @Test
  void saysThatAnotherProgramHoldsTheFile(@TempDir Path home) throws Exception {
    DatabaseSettings settings = TestDatabase.h2In(home);
    // Inside one JVM H2 shares an open file; another class loader is like another program.
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FileHolder.class.getName(),
                settings.url())
            .redirectErrorStream(true)
            .start();
    try {
      assertThat(holder.inputReader().readLine()).isEqualTo("open");
      assertThatThrownBy(() -> Database.open(settings))
          .isInstanceOf(DatabaseUnavailableException.class)
          .hasMessageContaining("in use by another program");
    } finally {
      holder.destroyForcibly().waitFor();
    }
  }

  @Test
  void saysThatPostgresCannotBeReached() {
    DatabaseSettings settings =
        new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/meetwright", "me", "secret", 2);
    assertThatThrownBy(() -> Database.open(settings))
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessageContaining("cannot be reached")
        .hasMessageContaining("127.0.0.1:1")
        .message()
        .doesNotContain("secret");
  }

  @Test
  void knowsOnlyItsTwoDatabases() {
    assertThatThrownBy(() -> new DatabaseSettings("jdbc:mysql://u:secret@h/d", "", "", 1))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("jdbc:mysql:")
        .message()
        .doesNotContain("secret");
  }

  @Test
  void sharesAnH2FileBetweenProgramsByLoopbackOnly(@TempDir Path home) throws Exception {
    try (Database first = Database.open(TestDatabase.h2In(home));
        Database second = Database.open(TestDatabase.h2In(home))) {
      first.migrations().migrate();
      assertThat(second.migrations().state()).isEqualTo(Migrations.State.CURRENT);
      assertThat(System.getProperty("h2.bindAddress")).isEqualTo("127.0.0.1");
      assertThat(Files.exists(home.resolve("meetwright.mv.db"))).isTrue();
    }
  }

  @ParameterizedTest
  @EachDatabase
  void rollsBackWhatFails(DatabaseKind kind) {
    try (TestDatabase test = TestDatabase.create(kind);
        Database database = test.open()) {
      assertThatThrownBy(
              () ->
                  database.inTransaction(
                      tx -> {
                        throw new IllegalStateException("no");
                      }))
          .hasMessage("no");
    }
  }

  @ParameterizedTest
  @EachDatabase
  void triesAgainWhatSerializationOrADeadlockEndedAndNothingElse(DatabaseKind kind) {
    try (TestDatabase test = TestDatabase.create(kind);
        Database database = test.open()) {
      assertThat(triesUntilDone(database, "40001", 2)).isEqualTo(3);
      assertThat(triesUntilDone(database, "40P01", 1)).isEqualTo(2);
      assertThat(triesUntilDone(database, "40001", 100)).as("gives up").isEqualTo(4);
      for (String state : List.of("23505", "23P01", "08006", "57014", "HY000")) {
        assertThat(triesUntilDone(database, state, 100)).as(state).isEqualTo(1);
      }
    }
  }

  /// Returns how often work ran that fails with a SQLState so many times.
  private static int triesUntilDone(Database database, String state, int failures) {
    AtomicInteger tries = new AtomicInteger();
    try {
      database.inTransaction(
          tx -> {
            if (tries.incrementAndGet() <= failures) {
              throw new IllegalStateException(new SQLException("no", state));
            }
            return true;
          });
    } catch (IllegalStateException gaveUp) {
      // Counted.
    }
    return tries.get();
  }
}
