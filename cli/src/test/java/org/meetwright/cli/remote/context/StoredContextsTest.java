package org.meetwright.cli.remote.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.core.StoredText;

/// What an earlier version stored in `contexts.json` is read, and is stored as before.
class StoredContextsTest {
  @TempDir Path temp;

  @Test
  void keepTheirShape() throws IOException {
    String stored = StoredText.of("contexts.json");
    // Unlike another new file, a temporary one is open to its owner alone.
    Path path = Files.createTempFile(temp, "contexts", ".json");
    Files.writeString(path, stored);
    ContextFile file = new ContextFile(path);

    assertThat(file.read())
        .isEqualTo(
            new ContextList(
                "ada@meet.example.org",
                List.of(
                    new Context(
                        "ada@meet.example.org",
                        URI.create("https://meet.example.org"),
                        "ada",
                        "dG9rZW4tb2YtYWRh",
                        UUID.fromString("01a218fb-91a4-73f9-8ba2-1087f605ea4a"),
                        false),
                    new Context(
                        "at-home",
                        URI.create("http://192.0.2.7:8080"),
                        "bob",
                        "dG9rZW4tb2YtYm9i",
                        null,
                        true))));
    file.change(UnaryOperator.identity());
    assertThat(path).content().isEqualToNormalizingNewlines(stored);
  }
}
