package org.meetwright.server.settings.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.server.settings.declaration.SettingsException;

final class DataDirectoryTest {
  @TempDir Path temp;

  @Test
  void optionBeatsVariable() {
    Map<String, String> environment = Map.of("MEETWRIGHT_HOME", temp.resolve("b").toString());

    assertThat(DataDirectory.find(temp.resolve("a"), environment)).isEqualTo(temp.resolve("a"));
    assertThat(DataDirectory.find(null, environment)).isEqualTo(temp.resolve("b"));
  }

  @Test
  void makesRelativePathsAbsolute() {
    assertThat(DataDirectory.find(Path.of("x", "..", "data"), Map.of()))
        .isEqualTo(Path.of("data").toAbsolutePath());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isWhereTheSystemKeepsData() {
    assertThat(DataDirectory.usual("Linux", "/home/ada", Map.of()))
        .isEqualTo(Path.of("/home/ada/.local/share/meetwright"));
    assertThat(DataDirectory.usual("Linux", "/home/ada", Map.of("XDG_DATA_HOME", "/data")))
        .isEqualTo(Path.of("/data/meetwright"));
    assertThat(DataDirectory.usual("Linux", "/home/ada", Map.of("XDG_DATA_HOME", "relative")))
        .isEqualTo(Path.of("/home/ada/.local/share/meetwright"));
    assertThat(DataDirectory.usual("Mac OS X", "/Users/ada", Map.of()))
        .isEqualTo(Path.of("/Users/ada/Library/Application Support/Meetwright"));
    assertThat(DataDirectory.usual("Windows 11", "/u", Map.of("LOCALAPPDATA", "/u/local")))
        .isEqualTo(Path.of("/u/local/Meetwright"));
    assertThat(DataDirectory.usual("Windows 11", "/u", Map.of()))
        .isEqualTo(Path.of("/u/AppData/Local/Meetwright"));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isForItsOwnerAlone() throws IOException {
    Path home = temp.resolve("a").resolve("b");
    DataDirectory.create(home);
    DataDirectory.create(home);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
        .isEqualTo("rwx------");
  }

  @Test
  void refusesAFileInItsPlace() throws IOException {
    Path file = Files.createFile(temp.resolve("file"));

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> DataDirectory.create(file))
        .withMessage(
            "The data directory "
                + file
                + " cannot be created (FileAlreadyExistsException); choose another with --home.");
  }
}
