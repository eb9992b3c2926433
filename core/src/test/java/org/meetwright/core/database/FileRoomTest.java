package org.meetwright.core.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Update;
import org.junit.jupiter.api.Test;

/// H2 writes whatever changes to a new place, and each time much around it.
class FileRoomTest {
  private static final int ROWS = 4_000;
  private static final int ROW_BYTES = 2_000;

  interface Rows {
    @Update("CREATE TABLE kept (id uuid PRIMARY KEY, filler binary(2000))")
    void create();

    @Insert("INSERT INTO kept VALUES (RANDOM_UUID(), SECURE_RAND(2000))")
    int add();
  }

  @Test
  void givesBackTheRoomOfWhatIsNoLongerOfUse() throws Exception {
    try (TestDatabase place = TestDatabase.create(DatabaseKind.H2)) {
      // So that there is something old enough in a test.
      String url = place.settings().url() + ";RETENTION_TIME=50";
      try (Database database = Database.open(new DatabaseSettings(url, "", "", 2))) {
        database.inTransaction(
            tx -> {
              tx.mapper(Rows.class).create();
              return 0;
            });
        for (int i = 0; i < ROWS; i++) {
          database.inTransaction(tx -> tx.mapper(Rows.class).add());
        }
        // Without, it is more than four times of what is in it.
        assertThat(Files.size(place.home().resolve("meetwright.mv.db")))
            .isBetween((long) ROWS * ROW_BYTES, 3L * ROWS * ROW_BYTES);
      }
    }
  }
}
