package org.meetwright.server.mail;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.meetwright.core.Patience;

/// Packages of npm, where node and npm are.
final class Npm {
  private Npm() {}

  /// Returns a directory in which a package is installed; elsewhere the test is skipped.
  ///
  /// @param version of the package, such as `3`
  static Path install(String name, String version) throws IOException, InterruptedException {
    assumeTrue(runs("node", "--version"), "there is no node");
    Path directory = Files.createDirectories(Path.of("target", name).toAbsolutePath());
    boolean installed =
        Files.exists(directory.resolve("node_modules").resolve(name))
            || runs(
                "npm",
                "install",
                "--no-audit",
                "--no-fund",
                "--prefix",
                directory.toString(),
                name + "@" + version);
    assumeTrue(installed, name + " cannot be installed");
    return directory;
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(Patience.SECONDS, TimeUnit.SECONDS);
      process.toHandle().destroyForcibly();
      return ended && process.exitValue() == 0;
    } catch (IOException notThere) {
      return false;
    }
  }
}
