package org.meetwright.server.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A server that runs as a program of its own, with the options of the launcher, so that its memory
/// is its own.
///
/// @param bytes how many an answer has
public record Running(Process process, URI url, int bytes) implements AutoCloseable {
  /// Starts it.
  ///
  /// @param main the class to run; it prints its address and the number of bytes
  public static Running start(Class<?> main, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String[] words = said.readLine().split(" ");
    return new Running(process, URI.create(words[0]), Integer.parseInt(words[1]));
  }

  /// Returns how much memory it takes in all.
  public long residentMebibytes() throws IOException {
    return Crowd.residentMebibytes(process.pid());
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      process.waitFor();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } catch (InterruptedException hurried) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }
}
