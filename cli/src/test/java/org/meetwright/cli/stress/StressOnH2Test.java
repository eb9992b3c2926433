package org.meetwright.cli.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meetwright.cli.stress.check.Ledger;
import org.meetwright.cli.stress.check.Verifier;
import org.meetwright.cli.stress.client.Figures.Kind;
import org.meetwright.cli.stress.system.H2File;

/// One server on H2, in short; `LongStress` is the same for minutes. What the run leaves is then
/// corrupted in every way that the verifier claims to notice.
@Timeout(600)
final class StressOnH2Test {
  private static final List<String> FILES = List.of("meetwright.mv.db", "meetwright.password");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path directory;

  private static StressRun.Result result;

  @BeforeAll
  static void run() throws Exception {
    result = StressRun.of(Scenario.H2_ONE_SERVER, StressRun.Plan.brief(1, 300), directory);
  }

  @Test
  void keepsEveryPromiseThoughTheServerIsKilled() {
    assertThat(result.faults()).as("%s", result).isEmpty();
    assertThat(result.figures().get(Kind.SERVER_KILLS)).isEqualTo(2);
    assertThat(result.figures().get(Kind.ERRORS)).as("%s", result).isZero();
    assertThat(result.figures().get(Kind.BOOKED)).as("%s", result).isGreaterThan(100);
    assertThat(result.figures().get(Kind.CONFLICTS)).as("%s", result).isGreaterThan(200);
  }

  @ParameterizedTest
  @EnumSource
  void namesEachFault(Corruption corruption, @TempDir Path copy) throws Exception {
    try (Connection connection = copyTo(copy).connect()) {
      corrupt(connection, corruption);

      assertThat(Verifier.faults(connection, result.ledger()))
          .anySatisfy(fault -> assertThat(fault).startsWith(corruption.named() + ":"));
    }
  }

  @Test
  void namesWhatNobodyHadAskedFor(@TempDir Path copy) throws Exception {
    try (Connection connection = copyTo(copy).connect()) {
      List<String> faults = Verifier.faults(connection, new Ledger());

      assertThat(faults).hasSizeGreaterThan(100).allMatch(fault -> fault.startsWith("untold:"));
    }
  }

  private static H2File copyTo(Path copy) throws Exception {
    for (String file : FILES) {
      Files.copy(directory.resolve("database").resolve(file), copy.resolve(file));
    }
    return new H2File(copy);
  }

  private static void corrupt(Connection connection, Corruption corruption) throws SQLException {
    Defences.drop(connection);
    try (Statement statement = connection.createStatement()) {
      int rows = 0;
      for (String sql : corruption.statements()) {
        rows += statement.executeUpdate(sql);
      }
      assertThat(rows).isPositive();
    }
  }
}
