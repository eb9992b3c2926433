package org.meetwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.cli.program.Terminal;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.TestDatabase;

/// `doctor` where the clock is not that of the database.
final class DoctorClockTest {
  private static String clock(TestDatabase database, Duration off) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    MeetwrightCli.run(
        new String[] {"doctor"},
        Map.of(
            "MEETWRIGHT_HOME",
            database.home().toString(),
            "MEETWRIGHT_DATABASE_URL",
            database.settings().url()),
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8)),
        () -> InstantSource.system().instant().plus(off));
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.matches("\\w+ +clock  .*"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(out + err.toString(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @EachDatabase
  void tellsHowFarTheClockIsOff(DatabaseKind kind) {
    try (TestDatabase database = TestDatabase.create(kind)) {
      assertThat(clock(database, Duration.ZERO)).startsWith("ok ");
      // H2 runs in this program, and asks this machine.
      assertThat(clock(database, Duration.ofSeconds(30)))
          .startsWith("warning ")
          .contains("It differs from the database's by ", "NTP");
      assertThat(clock(database, Duration.ofHours(-1)))
          .startsWith("failure ")
          .contains("reminders come at the wrong time");
    }
  }
}
