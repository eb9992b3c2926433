package org.meetwright.server.calendar.caldav;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// sabre/dav 1.8, from Debian's packages `php-sabre-dav` and `php-sqlite3`: it knows no
/// sync-collection, and asks for Digest alone.
class SabreTest extends CalDavSuite {
  private static final Path SQL = Path.of("/usr/share/doc/php-sabre-dav/examples/sql");

  private static String server(Path database) {
    return """
    <?php
    error_reporting(0);
    date_default_timezone_set('UTC');
    require_once 'Sabre/autoload.php';
    $pdo = new PDO('sqlite:%s');
    $pdo->setAttribute(PDO::ATTR_ERRMODE, PDO::ERRMODE_EXCEPTION);
    if (php_sapi_name() == 'cli') {
      %s
      exit(0);
    }
    $principals = new Sabre\\DAVACL\\PrincipalBackend\\PDO($pdo);
    $calendars = new Sabre\\CalDAV\\Backend\\PDO($pdo);
    $server = new Sabre\\DAV\\Server(array(
      new Sabre\\CalDAV\\Principal\\Collection($principals),
      new Sabre\\CalDAV\\CalendarRootNode($principals, $calendars)));
    $server->setBaseUri('/');
    $server->addPlugin(
      new Sabre\\DAV\\Auth\\Plugin(new Sabre\\DAV\\Auth\\Backend\\PDO($pdo), 'SabreDAV'));
    $server->addPlugin(new Sabre\\DAVACL\\Plugin());
    $server->addPlugin(new Sabre\\CalDAV\\Plugin());
    $server->exec();
    """
        .formatted(database, TABLES);
  }

  private static final String TABLES =
      """
      foreach (array('principals', 'calendars', 'users', 'locks') as $table) {
        $file = '/usr/share/doc/php-sabre-dav/examples/sql/sqlite.' . $table . '.sql';
        if (file_exists($file)) $pdo->exec(file_get_contents($file));
      }
      $pdo->exec("INSERT INTO principals (uri, email, displayname)"
        . " VALUES ('principals/ada', 'ada@example.org', 'Ada')");
      $pdo->exec("INSERT INTO users (username, digesta1) VALUES ('ada', '"
        . md5('ada:SabreDAV:secret') . "')");
      $pdo->exec("INSERT INTO calendars (principaluri, displayname, uri, ctag, components,"
        . " transparent) VALUES ('principals/ada', 'Work', 'work', 1, 'VEVENT,VTODO', 0)");
      """;

  @Override
  List<Path> needs() {
    return List.of(
        Path.of("/usr/bin/php"),
        Path.of("/usr/share/php/Sabre/CalDAV/Plugin.php"),
        SQL,
        Path.of("/usr/bin/curl"));
  }

  @Override
  Bed start(Path directory) throws Exception {
    int port = Program.freePort();
    Path script = directory.resolve("server.php");
    Files.writeString(script, server(directory.resolve("db.sqlite")));
    Program.run(directory, "", List.of("/usr/bin/php", script.toString()));
    Program program =
        Program.start(
            directory,
            directory.resolve("log"),
            port,
            Map.of(),
            List.of("/usr/bin/php", "-S", "127.0.0.1:" + port, script.toString()));
    String root = "http://127.0.0.1:" + port + "/";
    return new Bed(
        directory, root, root + "calendars/ada/work/", "ada", "secret", true, List.of(program));
  }
}
