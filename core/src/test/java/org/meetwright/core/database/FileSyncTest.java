package org.meetwright.core.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// H2 writes whatever changes to a new place, and each time much around it.
class FileSyncTest {
  private static final int ROWS = 10_000;
  private static final int ROW_BYTES = 2_000;
  private static final long MOST_BYTES = 75_000_000;
  private static final int KILLS = 4;
  private static final int ROWS_BEFORE_A_KILL = 1_000;

  private TestDatabase place;
  private DatabaseSettings settings;

  @BeforeEach
  void open() {
    place = TestDatabase.create(DatabaseKind.H2);
    // So that room is given back within a test.
    settings = new DatabaseSettings(place.settings().url() + ";RETENTION_TIME=100", "", "", 2);
    try (Database database = Database.open(settings)) {
      database.inTransaction(
          tx -> {
            tx.mapper(KeptRows.class).create();
            return 0;
          });
    }
  }

  @AfterEach
  void close() {
    place.close();
  }

  @Test
  void givesBackTheRoomOfWhatIsNoLongerOfUse() throws Exception {
    try (Database database = Database.open(settings)) {
      Random random = new Random(1);
      for (int i = 0; i < ROWS; i++) {
        long id = random.nextLong();
        database.inTransaction(tx -> tx.mapper(KeptRows.class).add(id));
      }
      // Without, it is 89 MB.
      assertThat(Files.size(place.home().resolve("meetwright.mv.db")))
          .isBetween((long) ROWS * ROW_BYTES, MOST_BYTES);
    }
  }

  @Test
  void losesNothingAcknowledgedWhenItIsKilledWhileRoomIsUsedAgain() throws Exception {
    long first = 1;
    for (int kill = 0; kill < KILLS; kill++) {
      NavigableSet<Long> acknowledged = acknowledgedBeforeAKill(first);
      long last = acknowledged.last();
      List<Long> latest = List.copyOf(acknowledged.tailSet(last - 200));
      try (Database database = Database.open(settings)) {
        assertThat(latest).as("after kill %s", kill).allMatch(id -> isThere(database, id));
      }
      first = last + 100;
    }
  }

  private static boolean isThere(Database database, long id) {
    int rows = database.read(tx -> tx.mapper(KeptRows.class).count(id));
    return rows == 1;
  }

  private NavigableSet<Long> acknowledgedBeforeAKill(long first) throws IOException {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                RowWriter.class.getName(),
                settings.url(),
                String.valueOf(first))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    NavigableSet<Long> acknowledged = new TreeSet<>();
    try (BufferedReader lines = writer.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        acknowledged.add(Long.parseLong(line));
        if (acknowledged.size() == ROWS_BEFORE_A_KILL) {
          writer.destroyForcibly();
        }
      }
    } catch (IOException closed) {
      // Process closes what it has read from when it is destroyed.
    }
    return acknowledged;
  }
}
