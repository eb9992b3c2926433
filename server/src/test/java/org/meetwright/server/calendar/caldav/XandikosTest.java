package org.meetwright.server.calendar.caldav;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Xandikos, from Debian's package `xandikos`.
class XandikosTest extends CalDavSuite {
  private static final Path PROGRAM = Path.of("/usr/bin/xandikos");

  @Override
  List<Path> needs() {
    return List.of(PROGRAM, Path.of("/usr/bin/curl"));
  }

  @Override
  Bed start(Path directory) throws Exception {
    int port = Program.freePort();
    Program program =
        Program.start(
            directory,
            directory.resolve("log"),
            port,
            Map.of(),
            List.of(
                PROGRAM.toString(),
                "-l",
                "127.0.0.1",
                "-p",
                String.valueOf(port),
                "-d",
                directory.resolve("data").toString(),
                "--defaults",
                "--current-user-principal",
                "/ada/"));
    String root = "http://127.0.0.1:" + port + "/";
    return new Bed(
        directory, root, root + "ada/calendars/calendar/", "", "", false, List.of(program));
  }
}
