package org.meetwright.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.cli.built.BuiltProgram;
import org.meetwright.cli.built.Run;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.TestDatabase;

/// `doctor` through the built program, against real servers on loopback.
final class DoctorTest {
  private static final String KEY = "v=DKIM1; k=rsa; p=" + "MIIBIjANBgkqhkiG9w0B".repeat(20);

  @TempDir Path home;

  @ParameterizedTest
  @EachDatabase
  void findsAWellInstallationWell(DatabaseKind kind) throws Exception {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    HttpsServer web = web();
    mail.start();
    try (TestDatabase database = TestDatabase.create(kind);
        LocalDns dns =
            new LocalDns(
                Map.of(
                    "example.org", "v=spf1 mx -all",
                    "mail._domainkey.example.org", KEY,
                    "_dmarc.example.org", "v=DMARC1; p=reject"))) {
      mail.setUser("ada@example.org", "ada", "secret");
      BuiltProgram program =
          BuiltProgram.on(database)
              .with("MEETWRIGHT_MAIL_SMTP_HOST", "127.0.0.1")
              .with("MEETWRIGHT_MAIL_SMTP_PORT", String.valueOf(mail.getSmtp().getPort()))
              .with("MEETWRIGHT_MAIL_SMTP_TLS", "none")
              .with("MEETWRIGHT_MAIL_SMTP_USER", "ada")
              .with("MEETWRIGHT_MAIL_SMTP_PASSWORD", "secret")
              .with("MEETWRIGHT_MAIL_FROM", "ada@example.org")
              .with(
                  "MEETWRIGHT_SERVER_PUBLICURL", "https://localhost:" + web.getAddress().getPort())
              .with(
                  "JAVA_TOOL_OPTIONS",
                  "-Djavax.net.ssl.trustStorePassword=changeit -Djavax.net.ssl.trustStore="
                      + home.resolve("trusted"));

      Run run = program.run("doctor", "--dns", dns.address(), "--dkim-selector", "mail");

      // The tests' PostgreSQL does not wait for its disk, and doctor says so.
      int faults = kind == DatabaseKind.POSTGRESQL ? 3 : 0;
      assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(faults == 0 ? 0 : 1);
      assertThat(run.lines().stream().filter(line -> line.startsWith("failure")))
          .hasSize(faults)
          .allSatisfy(line -> assertThat(line).startsWith("failure  durability"));
      assertThat(run.lines())
          .allSatisfy(line -> assertThat(line).matches("(ok      |warning |failure )  ?\\w.*"));
      assertThat(run.lines().stream().map(line -> line.replaceAll("  +", "|").split("\\|", -1)[1]))
          .contains(
              "configuration",
              "database",
              "schema",
              "durability",
              "clock",
              "webhooks",
              "calendars",
              "mail name",
              "mail connect",
              "mail login",
              "SPF",
              "DKIM",
              "DMARC",
              "public URL",
              "certificate",
              "disk",
              "time zones",
              "permissions");
      assertThat(run.out()).contains("ok       SPF  v=spf1 mx -all", "ok       certificate");
      assertThat(run.out()).doesNotContain("secret");
      assertThat(mail.getReceivedMessages()).isEmpty();

      Run wrong =
          program
              .with("MEETWRIGHT_MAIL_SMTP_PASSWORD", "wrong")
              .with("JAVA_TOOL_OPTIONS", "-Dnone=1")
              .run("doctor", "--dns", dns.address(), "--dkim-selector", "other", "--json");
      assertThat(wrong.exit()).isEqualTo(1);
      assertThat(status(wrong, "mail connect")).isEqualTo("ok");
      assertThat(status(wrong, "mail login")).isEqualTo("failure");
      assertThat(status(wrong, "DKIM")).isEqualTo("failure");
      assertThat(status(wrong, "certificate")).isEqualTo("failure");
      assertThat(wrong.json().get("failures").intValue()).isEqualTo(3 + faults);
      assertThat(wrong.out()).doesNotContain("wrong");
    } finally {
      mail.stop();
      web.stop(0);
    }
  }

  @ParameterizedTest
  @EachDatabase
  void tellsOfBackupsThatFail(DatabaseKind kind) throws Exception {
    try (TestDatabase database = TestDatabase.create(kind)) {
      BuiltProgram program = BuiltProgram.on(database);
      program.run("backup", "--every", "day", home.toString()).done();
      assertThat(status(program.run("doctor", "--json"), "backups")).isEqualTo("ok");
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("UPDATE backup_schedule SET last_error = 'No space left on device'");
      }

      Run failing = program.run("doctor", "--json");
      assertThat(failing.exit()).isEqualTo(1);
      assertThat(status(failing, "backups")).isEqualTo("failure");
      assertThat(failing.out()).contains("No space left on device", "none was made yet");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void saysWhatToDoAboutEachFault() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    BuiltProgram program = BuiltProgram.in(home);
    assertThat(status(program.run("doctor", "--json"), "database")).isEqualTo("warning");
    assertThat(home).isEmptyDirectory();
    program
        .run("host add ada --name Ada --email ada@example.org --zone Europe/London".split(" "))
        .done();
    program
        .with("MEETWRIGHT_WEBHOOKS_ALLOWPRIVATETARGETS", "true")
        .run("webhook", "add", "ada", "http://127.0.0.1:" + free + "/hook")
        .done();
    Path key = home.resolve("meetwright.key");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

    Run run =
        program
            .with("MEETWRIGHT_MAIL_SMTP_HOST", "127.0.0.1")
            .with("MEETWRIGHT_MAIL_SMTP_PORT", String.valueOf(free))
            .with("MEETWRIGHT_SERVER_PUBLICURL", "http://127.0.0.1:" + free)
            .run("doctor", "--json");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(status(run, "mail name")).isEqualTo("ok");
    assertThat(status(run, "mail connect")).isEqualTo("failure");
    assertThat(status(run, "sender")).isEqualTo("warning");
    assertThat(status(run, "public URL")).isEqualTo("failure");
    assertThat(status(run, "webhook")).isEqualTo("warning");
    assertThat(run.out()).contains("mail.smtp.port", "webhooks.allowPrivateTargets");
  }

  @Test
  void goesOnWithoutADatabaseAndStopsAtAWrongConfiguration() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    BuiltProgram program = BuiltProgram.in(home);

    Run none =
        program.run(
            "doctor", "--json", "--database-url", "jdbc:postgresql://127.0.0.1:" + free + "/x");
    assertThat(none.exit()).isEqualTo(1);
    assertThat(status(none, "database")).isEqualTo("failure");
    assertThat(status(none, "disk")).isNotEmpty();

    Files.writeString(home.resolve("meetwright.yaml"), "server.prot: 1\n");
    Run wrong = program.run("doctor");
    assertThat(wrong.exit()).isEqualTo(1);
    assertThat(wrong.lines())
        .singleElement()
        .asString()
        .startsWith("failure  configuration")
        .contains("server.port");
  }

  private static String status(Run run, String name) {
    return run.json()
        .get("checks")
        .valueStream()
        .filter(check -> check.get("name").stringValue().equals(name))
        .map(check -> check.get("status").stringValue())
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not in " + run));
  }

  /// Serves everything with 200, with a certificate for `localhost` that only the key store
  /// `trusted` knows.
  private HttpsServer web() throws Exception {
    Path keys = home.resolve("keys");
    keytool(
        "-genkeypair -alias a -keyalg RSA -validity 365 -dname CN=localhost -ext SAN=dns:localhost"
            + " -keystore "
            + keys);
    Path certificate = home.resolve("certificate");
    keytool("-exportcert -alias a -keystore " + keys + " -file " + certificate);
    keytool(
        "-importcert -noprompt -alias a -file "
            + certificate
            + " -keystore "
            + home.resolve("trusted"));
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, "changeit".toCharArray());
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(store, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static void keytool(String arguments) throws Exception {
    String program = Path.of(System.getProperty("java.home"), "bin/keytool").toString();
    Process keytool =
        new ProcessBuilder((program + " " + arguments + " -storepass changeit").split(" "))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
  }
}
