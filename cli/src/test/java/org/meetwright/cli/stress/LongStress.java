package org.meetwright.cli.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.meetwright.cli.stress.client.Figures.Kind;

/// Each scenario for minutes: `./mvnw -Pstress -pl cli -am verify`; see docs/reliability.md.
final class LongStress {
  private static final int MINUTES = Integer.getInteger("stress.minutes", 5);
  private static final int CLIENTS = Integer.getInteger("stress.clients", 16);

  @ParameterizedTest
  @EnumSource(names = "POSTGRES_EVERYTHING", mode = Mode.EXCLUDE)
  void keepsEveryPromise(
      Scenario scenario, @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory)
      throws Exception {
    StressRun.Plan plan =
        new StressRun.Plan(StressRun.Plan.anySeed(), CLIENTS, Duration.ofMinutes(MINUTES), 1, 200);

    StressRun.Result result = StressRun.of(scenario, plan, directory);

    System.out.println(plan);
    System.out.println(row(result));
    assertThat(result.faults()).as("%s", result).isEmpty();
    assertThat(result.figures().get(Kind.BOOKED)).as("%s", result).isGreaterThan(500);
    assertThat(result.figures().get(Kind.CONFLICTS)).as("%s", result).isGreaterThan(500);
    if (!scenario.crashesDatabase()) {
      assertThat(result.figures().get(Kind.ERRORS)).as("%s", result).isZero();
    }
  }

  /// Returns the row of the table in docs/reliability.md.
  private static String row(StressRun.Result result) {
    return Stream.concat(
            Stream.concat(
                Stream.of(result.scenario()), Stream.of(Kind.values()).map(result.figures()::get)),
            Stream.of(result.faults().size()))
        .map(String::valueOf)
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
