package org.meetwright.cli.commands.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.zone.ZoneRulesProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetwright.cli.commands.doctor.Finding.Level;

final class MachineChecksTest {
  private static final long MEBIBYTE = 1L << 20;

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"0,FAILURE", "49,FAILURE", "50,WARNING", "499,WARNING", "500,OK", "5000000,OK"})
  void measuresTheRoomOnTheDisk(long mebibytes, Level level) {
    Finding found = MachineChecks.room(mebibytes * MEBIBYTE, directory);

    assertThat(found.level()).isEqualTo(level);
    assertThat(found.message()).contains(mebibytes + " MiB are free at " + directory);
    assertThat(found.message().contains("make room")).isEqualTo(level != Level.OK);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void looksAtTheDiskThatTheDataWouldBeOn() throws Exception {
    assertThat(new MachineChecks(directory.resolve("none/yet")).disk().level())
        .isEqualTo(new MachineChecks(directory).disk().level());
    // A file system that has no room at all.
    assertThat(new MachineChecks(Path.of("/proc/none")).disk().level()).isEqualTo(Level.FAILURE);
  }

  @Test
  void comparesTimeZonesWithTheSystems() throws Exception {
    String java = ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();

    assertThat(zones(java).level()).isEqualTo(Level.OK);
    assertThat(zones("2000a").level()).as("an old system").isEqualTo(Level.OK);
    Finding newer = zones("2999z");
    assertThat(newer.level()).isEqualTo(Level.WARNING);
    assertThat(newer.message())
        .contains("Java's are " + java, "the system's 2999z", "Update Java", "tzdata check");
    assertThat(MachineChecks.timeZones(directory.resolve("none")))
        .isEqualTo(
            Finding.ok("time zones", "Java's are " + java + "; the system does not tell its own."));
  }

  private Finding zones(String version) throws Exception {
    Files.writeString(directory.resolve("tzdata.zi"), "# version " + version + "\n# other\n");
    return MachineChecks.timeZones(directory);
  }
}
