package org.meetwright.desktop.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an earlier version stored in `profiles.json` is read, and is stored as before.
class StoredProfilesTest {
  @TempDir Path temp;

  @Test
  void keepTheirShape() throws IOException {
    String stored = Files.readString(Path.of("src/test/resources/stored/profiles.json"));
    Path file = Files.writeString(temp.resolve("profiles.json"), stored);

    Profiles profiles = new Profiles(temp);

    ServerProfile elsewhere =
        ServerProfile.elsewhere(URI.create("https://meet.example.org"), "ada@example.org");
    assertThat(profiles.list())
        .containsExactly(
            ServerProfile.here("Ada Lövelace", "ada"),
            ServerProfile.demo("Look around"),
            elsewhere);
    assertThat(profiles.current()).contains(elsewhere);
    profiles.use(elsewhere);
    assertThat(file).content().isEqualTo(stored);
  }
}
