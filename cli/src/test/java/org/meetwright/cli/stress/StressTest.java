package org.meetwright.cli.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.cli.stress.Figures.Kind;

/// A booking that nothing can corrupt, in short; `LongStress` is the same for minutes.
@Timeout(120)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "There is no SIGKILL and no SIGQUIT")
final class StressTest {
  private static final int CLIENTS = 12;

  @TempDir Path directory;

  @Test
  void keepsEveryPromiseOnH2ThoughTheServerIsKilled() throws Exception {
    StressRun.Result result = run(Scenario.H2_ONE_SERVER, 1, 400);

    assertThat(result.figures().get(Kind.SERVER_KILLS)).isEqualTo(2);
  }

  @Test
  void keepsEveryPromiseOnPostgresThoughServersAndDatabaseCrash() throws Exception {
    StressRun.Result result = run(Scenario.POSTGRES_EVERYTHING, 3, 200);

    assertThat(result.figures().get(Kind.SERVER_KILLS)).isEqualTo(5);
    assertThat(result.figures().get(Kind.DATABASE_CRASHES)).isEqualTo(1);
  }

  private StressRun.Result run(Scenario scenario, int strikes, int between) throws Exception {
    StressRun.Plan plan =
        new StressRun.Plan(
            Long.getLong("stress.seed", System.nanoTime()),
            CLIENTS,
            Duration.ZERO,
            strikes,
            between);
    StressRun.Result result = StressRun.of(scenario, plan, directory);
    System.out.println(plan + " " + result.figures()); // TODO
    assertThat(result.faults()).as("%s %s", plan, result.figures()).isEmpty();
    assertThat(result.figures().get(Kind.BOOKED)).isGreaterThan(200);
    assertThat(result.figures().get(Kind.CHANGED)).isGreaterThan(100);
    assertThat(result.figures().get(Kind.CONFLICTS)).isGreaterThan(200);
    return result;
  }
}
