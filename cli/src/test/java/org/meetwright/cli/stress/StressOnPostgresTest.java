package org.meetwright.cli.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.cli.stress.client.Figures.Kind;

/// Two servers on one PostgreSQL, in short; `LongStress` is the same for minutes.
@Timeout(600)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "There is no SIGQUIT")
final class StressOnPostgresTest {
  @Test
  void keepsEveryPromiseThoughServersAndDatabaseCrash(
      @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) throws Exception {
    StressRun.Result result =
        StressRun.of(Scenario.POSTGRES_EVERYTHING, StressRun.Plan.brief(2, 200), directory);

    assertThat(result.faults()).as("%s", result).isEmpty();
    assertThat(result.figures().get(Kind.SERVER_KILLS)).isEqualTo(3);
    assertThat(result.figures().get(Kind.DATABASE_CRASHES)).isEqualTo(1);
    assertThat(result.figures().get(Kind.BOOKED)).as("%s", result).isGreaterThan(100);
    assertThat(result.figures().get(Kind.CONFLICTS)).as("%s", result).isGreaterThan(200);
  }
}
