package org.meetwright.cli.stress.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.meetwright.cli.MeetwrightCli;
import org.meetwright.core.database.DatabaseSettings;

/// A process `meetwright serve`, which can be killed and started again at the same address.
public final class ServerProcess implements AutoCloseable {
  private final Path home;
  private final DatabaseSettings database;
  private final int port = Ports.free();
  private Process process;

  private ServerProcess(Path home, DatabaseSettings database) {
    this.home = home;
    this.database = database;
  }

  /// Starts a server; it need not be ready yet.
  public static ServerProcess start(Path home, DatabaseSettings database) {
    ServerProcess server = new ServerProcess(home, database);
    server.restart();
    return server;
  }

  /// Returns its address, always the same.
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  private Path log() {
    return home.resolve("server.log");
  }

  /// Starts it after it has been killed; it need not be ready yet.
  public void restart() {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                MeetwrightCli.class.getName(),
                "serve",
                "--port",
                Integer.toString(port)));
    builder.environment().keySet().removeIf(name -> name.startsWith("MEETWRIGHT_"));
    builder.environment().put("MEETWRIGHT_HOME", home.toString());
    builder.environment().put("MEETWRIGHT_DATABASE_URL", database.url());
    // All clients of the test are one client.
    builder.environment().put("MEETWRIGHT_SERVER_RATELIMIT_ENABLED", "false");
    builder.redirectError(Redirect.appendTo(log().toFile()));
    try {
      Files.createDirectories(home);
      process = builder.start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Waits until it says that it is ready.
  public void awaitReady() {
    try {
      String line = process.inputReader().readLine();
      if (line == null || !line.endsWith(url().toString())) {
        throw new IllegalStateException(
            "The server said " + line + ":\n" + Files.readString(log()));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Kills it with SIGKILL.
  public void kill() {
    process.toHandle().destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
