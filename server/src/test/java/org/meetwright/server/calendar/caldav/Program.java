package org.meetwright.server.calendar.caldav;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.meetwright.core.Patience;

/// A server program on loopback, ended with the test.
final class Program implements AutoCloseable {
  private final Process process;

  private Program(Process process) {
    this.process = process;
  }

  /// Starts a program, and waits until it listens.
  ///
  /// @param log where it writes
  static Program start(
      Path directory, Path log, int port, Map<String, String> environment, List<String> command)
      throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(directory.toFile());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Program program = new Program(builder.start());
    try {
      Patience.until(
          () -> {
            if (!program.process.isAlive()) {
              throw new AssertionError(command + " ended: " + Files.readString(log));
            }
            return listens(port);
          });
    } catch (Exception | AssertionError failed) {
      program.close();
      throw failed;
    }
    return program;
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  /// Runs a command to its end.
  ///
  /// @return what it wrote
  static String run(Path directory, String input, List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(directory.toFile()).redirectErrorStream(true);
    Process process = builder.start();
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException wantsNone) {
      // It has ended, or reads nothing.
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError(command + " failed: " + said);
    }
    return said;
  }

  /// Has it hang, as a server does that is overloaded: it is connected to, and answers nothing.
  void pause() throws Exception {
    signal("STOP");
  }

  /// Has it go on.
  void resume() throws Exception {
    signal("CONT");
  }

  private void signal(String name) throws Exception {
    run(Path.of("."), "", List.of("kill", "-" + name, String.valueOf(process.pid())));
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      process.onExit().get(10, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException stillThere) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().onExit().join();
    }
  }
}
