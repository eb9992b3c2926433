package org.meetwright.server.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// An [OverloadedServer] with 256 MiB, as the launcher starts it.
final class ServerProcess implements AutoCloseable {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

  private final Process process;
  private final URI url;
  private final String session;

  ServerProcess(Path directory) throws IOException {
    process =
        new ProcessBuilder(
                JAVA.resolve("java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.io.tmpdir=" + directory,
                "-cp",
                System.getProperty("java.class.path"),
                OverloadedServer.class.getName())
            .redirectError(Path.of("target", "overload.log").toFile())
            .start();
    String[] said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))
            .readLine()
            .split(" ", -1);
    url = URI.create(said[0]);
    session = said[1];
  }

  URI url() {
    return url;
  }

  /// Returns the token of a session.
  String session() {
    return session;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Returns how much of the heap is in use after a collection, in MiB, as the JVM says itself.
  long usedMebibytes() throws IOException {
    jcmd("GC.run");
    long kibibytes =
        jcmd("GC.heap_info")
            .lines()
            .filter(line -> line.matches(".*(generation|tenured|DefNew|Tenured).*used \\d+K.*"))
            .mapToLong(line -> Long.parseLong(line.replaceAll(".*used (\\d+)K.*", "$1")))
            .sum();
    if (kibibytes == 0) {
      throw new IllegalStateException("The JVM says nothing of its heap");
    }
    return kibibytes / 1024;
  }

  private String jcmd(String what) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(JAVA.resolve("jcmd").toString());
    command.add(String.valueOf(process.pid()));
    command.add(what);
    Process jcmd = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(jcmd.getInputStream().readAllBytes(), UTF_8);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
