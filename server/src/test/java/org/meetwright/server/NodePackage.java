package org.meetwright.server;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.meetwright.core.Patience;

/// A package of npm, which is installed below `target` when it is first needed.
///
/// @param home the directory with `node_modules`
/// @param directory the package's own
public record NodePackage(Path home, Path directory) {

  /// Installs a package. Where there is no node the test is skipped, but fails where `CI` is `true`
  /// and there is one.
  ///
  /// @param version for example `axe-core@4.14.1`
  public static NodePackage install(String version) {
    if (run(Map.of(), Redirect.DISCARD, "node", "--version") != 0) {
      return abort("There is no node");
    }
    String name = version.substring(0, version.lastIndexOf('@'));
    Path home = Path.of("target", "npm-" + version.replace('@', '-')).toAbsolutePath();
    NodePackage installed = new NodePackage(home, home.resolve("node_modules").resolve(name));
    if (!installed.isThere(version)) {
      String failed = version + " cannot be installed";
      return "true".equals(System.getenv("CI")) ? fail(failed) : abort(failed);
    }
    return installed;
  }

  /// Tests run in several JVMs, of which one installs.
  private boolean isThere(String version) {
    try (FileChannel lock =
        FileChannel.open(
            Files.createDirectories(home).resolve("lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      lock.lock();
      return Files.isDirectory(directory)
          || run(
                  Map.of(),
                  Redirect.DISCARD,
                  "npm",
                  "install",
                  "--no-audit",
                  "--no-fund",
                  "--prefix",
                  home.toString(),
                  version)
              == 0;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Runs a program.
  ///
  /// @return its exit value; -1 if it is not there or takes more than three minutes
  public static int run(Map<String, String> environment, Redirect output, String... command) {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      boolean ended = process.waitFor(Patience.SECONDS, TimeUnit.SECONDS);
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.toHandle().destroyForcibly();
      return ended ? process.exitValue() : -1;
    } catch (IOException notThere) {
      return -1;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
