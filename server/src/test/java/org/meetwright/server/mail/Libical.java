package org.meetwright.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.meetwright.core.Patience;

/// The restriction check of libical (RFC 5546's tables), built from a few lines of C where `cc` and
/// libical's headers are; elsewhere nothing is checked.
public final class Libical {
  private static final Path HEADERS = Path.of("/usr/include/libical/ical.h");

  private Libical() {}

  /// Returns whether anything is checked.
  public static boolean isThere() {
    return Files.exists(HEADERS) && Files.isExecutable(Path.of("/usr/bin/cc"));
  }

  /// Checks a calendar object.
  ///
  /// @param directory where the checker is built
  public static void check(String object, Path directory) throws IOException, InterruptedException {
    if (!Files.exists(HEADERS)) {
      return;
    }
    Path checker = directory.resolve("check-ical");
    if (!Files.exists(checker) && !build(checker)) {
      return;
    }
    Path file = Files.writeString(directory.resolve("checked.ics"), object);
    Process process =
        new ProcessBuilder(checker.toString(), file.toString()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
  }

  private static boolean build(Path checker) throws IOException, InterruptedException {
    Path source = checker.resolveSibling("check-ical.c");
    try (InputStream in = Libical.class.getResourceAsStream("check-ical.c")) {
      Files.write(source, in.readAllBytes());
    }
    try {
      Process compiler =
          new ProcessBuilder("cc", "-o", checker.toString(), source.toString(), "-lical")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return compiler.waitFor(Patience.SECONDS, TimeUnit.SECONDS) && compiler.exitValue() == 0;
    } catch (IOException noCompiler) {
      return false;
    }
  }
}
