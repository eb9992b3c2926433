package org.meetwright.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.core.database.Database;
import org.meetwright.desktop.embedded.EmbeddedServer;
import org.meetwright.desktop.instance.FirstInstance;
import org.meetwright.server.client.ApiClient;
import org.meetwright.server.settings.source.SettingsSources;

/// The app starts where something is not as it should be: a window says what to do.
class BadStartTest extends WindowTest {
  @TempDir Path elsewhere;

  @Test
  void saysThatTheDatabaseIsOfANewerVersion() throws SQLException {
    DesktopFixture.server(home, "0").close();
    var settings = new SettingsSources(home, null, Map.of(), Map.of()).read().database();
    try (Database database = Database.open(settings);
        Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO "flyway_schema_history" ("installed_rank", "version", "description", "type",
            "script", "checksum", "installed_by", "installed_on", "execution_time", "success")
          VALUES (9999, '9999', 'of tomorrow', 'SQL', 'V9999__of_tomorrow.sql', 1, 'x',
            CURRENT_TIMESTAMP, 1, TRUE)
          """);
    }
    begin();

    press("#door-here");

    DesktopFixture.await(() -> said("#start-trouble").contains("newer"));
    assertThat(said("#start-trouble")).contains("9999");
  }

  @Test
  void saysTheLineOfABrokenConfigurationAndGoesOnOnceItIsMended() throws IOException {
    DesktopFixture.server(home, "0").close();
    Path file = home.resolve(SettingsSources.FILE);
    Files.writeString(file, "server:\n  prot: 8080\n");
    begin();

    press("#door-here");

    DesktopFixture.await(() -> said("#start-trouble").contains(file + ", line 2"));
    assertThat(said("#start-trouble")).contains("server.port");
    Files.writeString(file, "log.level: warning\n");
    press("#start-trouble-retry");
    awaitShown("#save-hours");
  }

  @Test
  void offersAnotherPortIfOneIsTaken() throws IOException {
    DesktopFixture.server(home, "0").close();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      begin(new DesktopFixture(home, Map.of("MEETWRIGHT_SERVER_PORT", String.valueOf(port))));

      press("#door-here");

      DesktopFixture.await(() -> said("#start-trouble").contains(String.valueOf(port)));
      press("#any-port");
      awaitShown("#save-hours");
    }
  }

  /// Of a file system on which the database has no room, where the system lets us have one.
  @Test
  void saysThatTheDiskIsFull() throws Exception {
    Path small = Files.createDirectory(elsewhere.resolve("small"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=150k,mode=700", "none", small.toString()) == 0);
    try {
      begin(new DesktopFixture(small, Map.of("MEETWRIGHT_SERVER_PORT", "0")));

      press("#door-here");
      DesktopFixture.await(() -> !said("#start-trouble").isEmpty());
      assertThat(said("#start-trouble")).contains("disk", "full");

      assertThat(run("mount", "-o", "remount,size=100m", small.toString())).isZero();
      press("#start-trouble-retry");
      awaitShown("#create");
    } finally {
      end();
      window = null;
      run("umount", "-l", small.toString());
    }
  }

  /// The second app is another process, as it is when somebody starts it twice.
  @Test
  void bringsTheFirstWindowToTheFront() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (FirstInstance first =
        FirstInstance.claim(home.resolve("desktop"), asked::incrementAndGet).orElseThrow()) {
      assertThat(first).isNotNull();
      Process second =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Dglass.platform=Headless",
                  "-Dprism.order=sw",
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  MeetwrightDesktop.class.getName(),
                  "--home",
                  home.toString())
              .redirectErrorStream(true)
              .redirectOutput(elsewhere.resolve("said").toFile())
              .start();
      try {
        assertThat(second.waitFor(DesktopFixture.PATIENCE_SECONDS, TimeUnit.SECONDS))
            .as("ends by itself")
            .isTrue();
      } finally {
        second.destroyForcibly();
      }
      assertThat(second.exitValue()).as(Files.readString(elsewhere.resolve("said"))).isZero();
      assertThat(asked).hasValue(1);
    }
  }

  @Test
  void explainsACertificateThatNobodyKnowsAndKeepsWhatIsTyped() throws Exception {
    CertificateFiles files = CertificateFiles.make(elsewhere, "meet.example.org");
    Path far = Files.createDirectory(elsewhere.resolve("far"));
    try (EmbeddedServer server =
        EmbeddedServer.start(
            far,
            Map.of(
                "MEETWRIGHT_SERVER_PORT",
                "0",
                "MEETWRIGHT_SERVER_TLS_CERTIFICATE",
                files.certificate().toString(),
                "MEETWRIGHT_SERVER_TLS_KEY",
                files.key().toString()),
            InstantSource.system())) {
      server.add(DesktopFixture.ada());
      begin("--server", server.address().toString());

      type("#email", DesktopFixture.EMAIL);
      type("#password", DesktopFixture.PASSWORD);
      press("#sign-in");

      DesktopFixture.await(() -> said("#sign-in-error").contains("does not trust"));
      assertThat(said("#sign-in-error")).contains(server.address().toString());
      assertThat(typed("#password")).isEqualTo(DesktopFixture.PASSWORD);
    }
  }

  /// How long it takes is printed; a busy machine takes longer.
  @Test
  void showsABookingOfSomebodyElseByItself() {
    try (EmbeddedServer server = DesktopFixture.server(elsewhere, "0");
        ApiClient ada = new ApiClient(server.address(), server.signIn("ada"))) {
      DesktopFixture.addEventType(ada, "intro", false);
      begin("--server", server.address().toString());
      type("#email", DesktopFixture.EMAIL);
      type("#password", DesktopFixture.PASSWORD);
      press("#sign-in");
      press("#place-bookings");
      awaitShown("#booking-list");

      var _ = DesktopFixture.book(server.address(), "intro", "Grace Hopper", 3);
      long booked = System.nanoTime();
      DesktopFixture.await(() -> lookup("Grace Hopper").tryQuery().isPresent());

      System.out.println(
          "a booking is shown after ms: "
              + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - booked));
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException noSuchProgram) {
      return -1;
    }
  }
}
