package org.meetwright.server.calendar.caldav;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/// Starts Radicale, from Debian's package `radicale`, with a calendar `work` of its user ada.
public final class Radicale {
  private static final Path PROGRAM = Path.of("/usr/bin/radicale");

  private Radicale() {}

  static List<Path> needs() {
    return List.of(PROGRAM, Path.of("/usr/bin/curl"));
  }

  /// Starts it, or skips the test where it is not installed.
  public static Bed orSkip(Path directory) throws Exception {
    for (Path need : needs()) {
      Assumptions.assumeTrue(Files.exists(need), () -> "Skipped: there is no " + need);
    }
    return start(directory);
  }

  static Bed start(Path directory) throws Exception {
    int port = Program.freePort();
    Path users = Files.writeString(directory.resolve("users"), "ada:secret\n");
    Path config =
        Files.writeString(
            directory.resolve("config"),
            """
            [server]
            hosts = 127.0.0.1:%d
            [auth]
            type = htpasswd
            htpasswd_filename = %s
            htpasswd_encryption = plain
            delay = 0
            [storage]
            filesystem_folder = %s
            """
                .formatted(port, users, directory.resolve("data")));
    Program program =
        Program.start(
            directory,
            directory.resolve("log"),
            port,
            Map.of(),
            List.of("/usr/bin/python3", PROGRAM.toString(), "--config", config.toString()));
    String root = "http://127.0.0.1:" + port + "/";
    Bed started =
        new Bed(directory, root, root + "ada/work/", "ada", "secret", false, List.of(program));
    started.curl("MKCALENDAR", root + "ada/work/", "");
    return started;
  }
}
