package org.meetwright.server.calendar.caldav;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// DAViCal, from Debian's packages `davical`, `php-cli` and `php-pgsql`, with a PostgreSQL of its
/// own from `postgresql-15`. Its configuration names the database; libpq takes the server from the
/// environment.
class DavicalTest extends CalDavSuite {
  private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
  private static final Path CREATE = Path.of("/usr/share/davical/dba/create-database.sh");
  private static final Path PAGES = Path.of("/usr/share/davical/htdocs");

  private static String router() {
    return """
    <?php
    $path = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
    $_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/caldav.php';
    $_SERVER['PATH_INFO'] = preg_replace('{^/caldav\\.php}', '', $path);
    chdir('%s');
    require 'caldav.php';
    """
        .formatted(PAGES);
  }

  @Override
  List<Path> needs() {
    return List.of(
        CREATE,
        PROGRAMS.resolve("initdb"),
        Path.of("/usr/bin/php"),
        Path.of("/etc/davical/config.php"),
        Path.of("/usr/bin/curl"));
  }

  /// PostgreSQL refuses to run as root.
  private static List<String> asPostgres(String... command) {
    List<String> all = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      all.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    all.addAll(List.of(command));
    return all;
  }

  private Path home = Path.of("");
  private int port;

  @Override
  Bed start(Path directory) throws Exception {
    home =
        Path.of(
            Program.run(
                    Path.of("/tmp"),
                    "",
                    asPostgres("mktemp", "-d", "/tmp/meetwright-davical-XXXXXX"))
                .strip());
    List<AutoCloseable> programs = new ArrayList<>();
    programs.add(() -> Program.run(Path.of("/tmp"), "", List.of("rm", "-rf", home.toString())));
    try {
      port = startDatabase(directory, home, programs);
      return startServer(directory, home, port, programs);
    } catch (Exception | AssertionError failed) {
      for (AutoCloseable program : programs.reversed()) {
        program.close();
      }
      throw failed;
    }
  }

  private static int startDatabase(Path directory, Path home, List<AutoCloseable> programs)
      throws Exception {
    String data = home.resolve("data").toString();
    String initdb = PROGRAMS.resolve("initdb").toString();
    Program.run(
        Path.of("/tmp"), "", asPostgres(initdb, "-D", data, "-U", "postgres", "-A", "trust", "-N"));
    int port = Program.freePort();
    programs.add(
        Program.start(
            Path.of("/tmp"),
            directory.resolve("postgres.log"),
            port,
            Map.of(),
            asPostgres(
                PROGRAMS.resolve("postgres").toString(),
                "-D",
                data,
                "-F",
                "-p",
                String.valueOf(port),
                "-k",
                home.toString(),
                "-c",
                "listen_addresses=127.0.0.1")));
    Program.run(
        Path.of("/tmp"),
        "",
        asPostgres(
            "env",
            "PGHOST=" + home,
            "PGPORT=" + port,
            "PGUSER=postgres",
            "/bin/sh",
            CREATE.toString(),
            "davical",
            "secret"));
    return port;
  }

  /// Lets a new user know when the calendar is busy.
  void shareBusyTimes(String user) throws Exception {
    String sql =
        """
        INSERT INTO usr (user_no, active, username, password, fullname)
        VALUES (2000, TRUE, '%1$s', '**secret', '%1$s');
        INSERT INTO principal (principal_id, type_id, user_no, displayname, default_privileges)
        VALUES (2000, 1, 2000, '%1$s', 0::BIT(24));
        INSERT INTO grants (by_collection, to_principal, privileges, is_group)
        SELECT collection_id, 2000, privilege_to_bits('read-free-busy'), FALSE
        FROM collection WHERE dav_name = '/admin/work/';
        """
            .formatted(user);
    Program.run(
        Path.of("/tmp"),
        sql,
        asPostgres(
            PROGRAMS.resolve("psql").toString(),
            "-v",
            "ON_ERROR_STOP=1",
            "-h",
            home.toString(),
            "-p",
            String.valueOf(port),
            "-U",
            "postgres",
            "davical"));
  }

  private static Bed startServer(Path directory, Path home, int port, List<AutoCloseable> programs)
      throws Exception {
    int http = Program.freePort();
    Path router = directory.resolve("router.php");
    Files.writeString(router, router());
    programs.add(
        Program.start(
            directory,
            directory.resolve("log"),
            http,
            Map.of("PGHOST", home.toString(), "PGPORT", String.valueOf(port)),
            List.of(
                "/usr/bin/php",
                "-S",
                "127.0.0.1:" + http,
                "-t",
                PAGES.toString(),
                router.toString())));
    String root = "http://127.0.0.1:" + http + "/";
    String calendar = root + "caldav.php/admin/work/";
    Bed bed = new Bed(directory, root, calendar, "admin", "secret", true, programs);
    bed.curl("MKCALENDAR", calendar, "");
    return bed;
  }
}
