package org.meetwright.server.pages;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.meetwright.core.Patience;

/// A package of npm, which is installed below `target` when it is first needed.
final class NodePackage {

  private NodePackage() {}

  /// Installs a package. Where there is no node the test is skipped, but fails where `CI` is `true`
  /// and there is one.
  ///
  /// @param version for example `axe-core@4.14.1`
  /// @return the package's directory
  static Path install(String version) {
    if (run(Map.of(), Redirect.DISCARD, "node", "--version") != 0) {
      return abort("There is no node");
    }
    String name = version.substring(0, version.lastIndexOf('@'));
    Path home = Path.of("target", "npm-" + version.replace('@', '-')).toAbsolutePath();
    Path directory = home.resolve("node_modules").resolve(name);
    if (!Files.isDirectory(directory)
        && run(Map.of(), Redirect.DISCARD, install(home, version)) != 0) {
      String failed = version + " cannot be installed";
      return "true".equals(System.getenv("CI")) ? fail(failed) : abort(failed);
    }
    return directory;
  }

  private static String[] install(Path home, String version) {
    try {
      Files.createDirectories(home);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return List.of(
            "npm", "install", "--no-audit", "--no-fund", "--prefix", home.toString(), version)
        .toArray(String[]::new);
  }

  /// Runs a program.
  ///
  /// @return its exit value; -1 if it is not there or takes more than three minutes
  static int run(Map<String, String> environment, Redirect output, String... command) {
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
