package org.meetwright.core.database.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.h2.tools.Recover;
import org.h2.tools.RunScript;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.DatabaseSettings;
import org.meetwright.core.database.DatabaseUnavailableException;
import org.meetwright.core.database.FileHolder;
import org.meetwright.core.database.Migrations;
import org.meetwright.core.database.Opener;
import org.meetwright.core.database.TestDatabase;

/// What another user of the machine can do with a database file.
@Tag("attack")
final class FilePasswordTest {
  @TempDir Path home;

  private DatabaseSettings settings() {
    return TestDatabase.h2In(home);
  }

  private Connection connect(String password) throws SQLException {
    return connect(settings().url(), password);
  }

  private static Connection connect(String url, String password) throws SQLException {
    return DriverManager.getConnection(url + ";AUTO_SERVER=TRUE", "meetwright", password);
  }

  private static String modes(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void noFileCanBeOpenedByOthers() throws IOException {
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (Database database = Database.open(settings())) {
      database.migrations().migrate();
      assertThat(modes(home)).isEqualTo("rwx------");
      try (Stream<Path> files = Files.list(home)) {
        List<Path> all = files.toList();
        assertThat(all.stream().map(file -> file.getFileName().toString()))
            .containsExactlyInAnyOrder(
                "meetwright.mv.db",
                "meetwright.lock.db",
                "meetwright.trace.db",
                "meetwright.commit.lock",
                "meetwright.open.lock",
                "meetwright.password");
        for (Path file : all) {
          assertThat(modes(file)).as(file.toString()).isEqualTo("rw-------");
        }
      }
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void filesThatWereOpenToOthersAreClosedToThem() throws IOException {
    Database.open(settings()).close();
    List<String> names =
        List.of(
            "meetwright.mv.db",
            "meetwright.password",
            "meetwright.trace.db",
            "meetwright.commit.lock");
    for (String name : names) {
      Files.setPosixFilePermissions(
          home.resolve(name), PosixFilePermissions.fromString("rw-rw-r--"));
    }
    Database.open(settings()).close();
    for (String name : names) {
      assertThat(modes(home.resolve(name))).as(name).isEqualTo("rw-------");
    }
  }

  /// The lock file tells where the database listens.
  @Test
  void whoFindsThePortDoesNotGetInWithoutThePassword() throws Exception {
    try (Database database = Database.open(settings())) {
      database.migrations().migrate();
      String address = address();
      String id = lock().replaceAll("(?s).*[\\r\\n]id=(\\S+).*", "$1");
      String server = "jdbc:h2:tcp://" + address + "/";
      assertRefused(server + id, "meetwright", "");
      assertRefused(server + id, "sa", "");
      assertRefused(settings().url() + ";AUTO_SERVER=TRUE", "meetwright", "meetwright");
      // Without what stands in the lock file.
      assertRefused(server + home.resolve("meetwright"), "meetwright", "");
      assertRefused(server + "mem:other", "sa", "");
      String password = FilePassword.read(settings().url());
      assertThat(password).hasSize(43);
      DriverManager.getConnection("jdbc:h2:tcp://" + address + "/" + id, "meetwright", password)
          .close();
      connect(password).close();
    }
  }

  private String lock() throws IOException {
    return Files.readString(home.resolve("meetwright.lock.db"));
  }

  private String address() throws IOException {
    String address = lock().replaceAll("(?s).*server=(\\S+).*", "$1").replace("\\", "");
    assertThat(address).matches("(localhost|127\\.0\\.0\\.1):\\d+");
    return address;
  }

  private static void assertRefused(String url, String user, String password) {
    assertThatThrownBy(() -> DriverManager.getConnection(url, user, password).close())
        .as("%s as %s with %s", url, user, password)
        .isInstanceOf(SQLException.class);
  }

  @Test
  @DisabledOnOs({OS.WINDOWS, OS.MAC})
  void itListensOnTheLoopbackAddressAlone() throws Exception {
    try (Database _ = Database.open(settings())) {
      int port = Integer.parseInt(address().replaceFirst(".*:", ""));
      new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port).close();
      // Where whatever listens on all addresses would be found too.
      assertThatThrownBy(
              () -> new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 2}), port).close())
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void aDatabaseOfAnEarlierVersionGetsOneAndKeepsItsData() throws SQLException {
    makeOld();
    for (int i = 0; i < 2; i++) {
      Database.open(settings()).close();
      assertThatThrownBy(() -> connect("").close()).isInstanceOf(SQLException.class);
      assertKept(settings().url());
    }
  }

  private void makeOld() throws SQLException {
    try (Connection old = connect("");
        Statement statement = old.createStatement()) {
      statement.execute("CREATE TABLE kept (id int)");
      statement.execute("INSERT INTO kept VALUES (7)");
    }
  }

  private static void assertKept(String url) throws SQLException {
    try (Connection now = connect(url, FilePassword.read(url));
        Statement statement = now.createStatement();
        ResultSet row = statement.executeQuery("SELECT id FROM kept")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getInt(1)).isEqualTo(7);
    }
  }

  /// The file with the password was written, and then the power was cut.
  @Test
  void anEarlierDatabaseGetsOneEvenIfThatWasBrokenOff() throws Exception {
    makeOld();
    Files.writeString(home.resolve("meetwright.password"), "made before");
    Database.open(settings()).close();
    assertThat(FilePassword.read(settings().url())).isEqualTo("made before");
    assertKept(settings().url());
  }

  /// A server of an earlier version opens new connections with the empty password.
  @Test
  void aDatabaseThatAnEarlierVersionHasOpenKeepsItsEmptyPasswordSoLong() throws Exception {
    makeOld();
    Process old = start(FileHolder.class, settings().url() + ";AUTO_SERVER=TRUE");
    try (BufferedReader said = old.inputReader()) {
      assertThat(said.readLine()).isEqualTo("open");
      try (Database joined = Database.open(settings())) {
        assertThat(joined.kind()).isEqualTo(DatabaseKind.H2);
        assertThat(home.resolve("meetwright.password")).doesNotExist();
      }
      connect("").close();
    } finally {
      old.destroyForcibly().waitFor();
    }
    Database.open(settings()).close();
    assertThatThrownBy(() -> connect("").close()).isInstanceOf(SQLException.class);
    assertKept(settings().url());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void severalThatBeginAtOnceHaveTheSameOne(boolean old) throws Exception {
    if (old) {
      makeOld();
    }
    List<Process> programs = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        programs.add(start(Opener.class, settings().url()));
      }
      for (Process program : programs) {
        assertThat(program.inputReader().readLine()).isEqualTo("ready");
      }
      for (Process program : programs) {
        program.getOutputStream().write('\n');
        program.getOutputStream().flush();
      }
      for (Process program : programs) {
        assertThat(program.inputReader().readLine())
            .hasSize(43)
            .isEqualTo(FilePassword.read(settings().url()));
      }
    } finally {
      for (Process program : programs) {
        program.destroyForcibly().waitFor();
      }
    }
    assertThatThrownBy(() -> connect("").close()).isInstanceOf(SQLException.class);
  }

  private static Process start(Class<?> program, String url) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            program.getName(),
            url)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  @Test
  void aCopyOfTheDirectoryIsABackup(@TempDir Path elsewhere) throws Exception {
    makeOld();
    Database.open(settings()).close();
    Path copy = elsewhere.resolve("copy");
    Files.createDirectory(
        copy, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    for (String name : List.of("meetwright.mv.db", "meetwright.password")) {
      Files.copy(home.resolve(name), copy.resolve(name));
    }
    Database.open(TestDatabase.h2In(copy)).close();
    assertKept(TestDatabase.h2In(copy).url());
  }

  @Test
  void aPasswordFileOfAnotherDatabaseIsNamed() throws IOException {
    Database.open(settings()).close();
    Files.writeString(home.resolve("meetwright.password"), "another");
    assertThatThrownBy(() -> Database.open(settings()))
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessageContaining(".password")
        .hasMessageNotContaining("another");
  }

  @Test
  void aLostPasswordFileIsNamedAndNotMadeAnew() throws IOException {
    Database.open(settings()).close();
    Path kept = home.resolve("meetwright.password");
    Files.delete(kept);
    assertThatThrownBy(() -> Database.open(settings()))
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessageContaining(kept + ", is gone; put it back from a backup");
    assertThat(kept).doesNotExist();
  }

  /// As docs/deployment.md tells.
  @Test
  void aDatabaseWhosePasswordIsLostCanBeRecovered(@TempDir Path elsewhere) throws Exception {
    try (Database database = Database.open(settings())) {
      database.migrations().migrate();
    }
    String url = settings().url();
    try (Connection now = connect(FilePassword.read(url));
        Statement statement = now.createStatement()) {
      statement.execute("CREATE TABLE kept (id int)");
      statement.execute("INSERT INTO kept VALUES (7)");
    }
    Files.delete(home.resolve("meetwright.password"));

    Recover.execute(home.toString(), "meetwright");
    String recovered = TestDatabase.h2In(elsewhere).url();
    RunScript.main(
        "-url",
        recovered,
        "-user",
        "recovery",
        "-script",
        home.resolve("meetwright.h2.sql").toString());
    try (Connection recovery = DriverManager.getConnection(recovered, "recovery", "");
        Statement statement = recovery.createStatement()) {
      statement.execute("ALTER USER meetwright SET PASSWORD ''");
      statement.execute("DROP USER recovery");
    }

    try (Database database = Database.open(TestDatabase.h2In(elsewhere))) {
      assertThat(database.migrations().state()).isEqualTo(Migrations.State.CURRENT);
    }
    assertKept(recovered);
    assertRefused(recovered, "recovery", "");
  }

  @Test
  void aConfiguredPasswordIsLeftAlone() {
    Database.open(new DatabaseSettings(settings().url(), "me", "secret", 2)).close();
    assertThat(home.resolve("meetwright.password")).doesNotExist();
  }

  @Test
  void everyUrlThatNamesAFileIsSeen() {
    Path path = Path.of("/srv/data/meet");
    for (String url :
        List.of(
            "jdbc:h2:/srv/data/meet",
            "jdbc:h2:file:/srv/data/meet",
            "jdbc:h2:file:/srv/data/meet;AUTO_SERVER=FALSE",
            "jdbc:h2:nio:/srv/data/meet",
            "jdbc:h2:split:20:/srv/data/meet",
            "jdbc:h2:split:nio:/srv/data/x/../meet")) {
      assertThat(DatabaseFile.of(url)).as(url).contains(new DatabaseFile(path));
    }
    assertThat(DatabaseFile.of("jdbc:h2:~/data/meet"))
        .contains(new DatabaseFile(Path.of(System.getProperty("user.home"), "data", "meet")));
    assertThat(DatabaseFile.of("jdbc:h2:file:./meet"))
        .contains(new DatabaseFile(Path.of("meet").toAbsolutePath()));
    for (String url :
        List.of("jdbc:h2:mem:x", "jdbc:h2:tcp://localhost/x", "jdbc:postgresql://localhost/x")) {
      assertThat(DatabaseFile.of(url)).as(url).isEmpty();
    }
  }
}
