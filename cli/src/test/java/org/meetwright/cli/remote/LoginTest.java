package org.meetwright.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.cli.built.BuiltProgram;
import org.meetwright.cli.built.Run;
import org.meetwright.core.Core;
import org.meetwright.core.Patience;
import org.meetwright.core.access.signin.AuthenticatorApp;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseSettings;
import org.meetwright.core.database.TestDatabase;
import org.meetwright.core.host.Host;

/// Signing in to a server, and what keeps the token.
@Timeout(900)
final class LoginTest {
  private static final String PASSWORD = "correct horse battery staple";

  @TempDir Path temp;
  private BuiltProgram local;
  private BuiltProgram remote;
  private Process server;
  private String url;

  @BeforeEach
  void startServer() throws IOException {
    local = BuiltProgram.in(temp.resolve("home"));
    remote = new BuiltProgram(Map.of("XDG_CONFIG_HOME", temp.resolve("config").toString()), "");
    Path password = Files.writeString(temp.resolve("password"), PASSWORD);
    local
        .run(
            ("host add ada --name Ada --email ada@example.org --zone Europe/London"
                    + " --password-file "
                    + password)
                .split(" "))
        .done();
    local.run("host add bob --name Bob --email bob@example.org --zone UTC".split(" ")).done();
    server = local.start("serve", "--port", "0");
    url = server.inputReader().readLine().replace("Meetwright is ready at ", "");
  }

  @AfterEach
  void stopServer() throws InterruptedException {
    server.destroy();
    assertThat(server.waitFor(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  private Path contexts() {
    return temp.resolve("config").resolve("meetwright").resolve("contexts.json");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void keepsATokenForItsOwnerAloneAndDeletesItInTheEnd() throws IOException {
    Run wrong =
        remote
            .reading("guess\n")
            .run("login", url, "--email", "ada@example.org", "--password-file", "-");
    assertThat(wrong.exit()).isEqualTo(4);
    assertThat(wrong.err()).contains("E-mail address or password is wrong").doesNotContain("guess");
    assertThat(remote.run("login", url, "--email", "ada@example.org").exit()).isEqualTo(2);

    Run in =
        remote
            .reading(PASSWORD + "\n")
            .run(
                ("login "
                        + url
                        + " --email ada@example.org --password-file - --name work"
                        + " --token-name laptop --verbose")
                    .split(" "))
            .done();
    String kept = Files.readString(contexts());
    String token = kept.replaceAll("(?s).*\"token\" ?: ?\"([^\"]+)\".*", "$1");
    assertThat(in.out() + in.err()).doesNotContain(token).doesNotContain(PASSWORD);
    assertThat(kept).doesNotContain(PASSWORD);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(contexts())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(contexts().getParent())))
        .isEqualTo("rwx------");
    assertThat(local.run("token", "list", "ada").done().out()).contains("laptop");
    // The session of the password is over.
    assertThat(local.run("token", "list", "ada").lines()).hasSize(1);

    assertThat(remote.run("agenda", "--json").done().json().get("handle").stringValue())
        .isEqualTo("ada");
    assertThat(remote.run("agenda", "ada").exit()).isZero();
    Run other = remote.run("agenda", "bob");
    assertThat(other.exit()).isEqualTo(1);
    assertThat(other.err()).contains("you are ada, not \"bob\"");

    Files.setPosixFilePermissions(contexts(), PosixFilePermissions.fromString("rw-r--r--"));
    Run open = remote.run("agenda");
    assertThat(open.exit()).isEqualTo(1);
    assertThat(open.err()).contains("is open to other users (rw-r--r--)", "chmod go=");
    Files.setPosixFilePermissions(contexts(), PosixFilePermissions.fromString("rw-------"));

    remote.run("logout").done();
    assertThat(local.run("token", "list", "ada").lines()).isEmpty();
    assertThat(remote.run("agenda", "--server", url).exit()).isEqualTo(4);
  }

  @Test
  void goesOverToOtherContextsAndBackToTheDatabase() throws IOException {
    for (String who : List.of("ada", "bob")) {
      Path file = temp.resolve("token-" + who);
      Files.writeString(file, local.run("token", "create", who).done().out());
      remote.run("login", url, "--token-file", file.toString(), "--name", who).done();
    }

    assertThat(remote.run("context", "list").done().lines())
        .containsExactly("ada  ada  " + url + "  -", "bob  bob  " + url + "  *");
    assertThat(remote.run("context", "list", "--json").done().out())
        .doesNotContain("token")
        .contains("\"current\":true");
    assertThat(remote.run("schedule", "show").done().out()).contains("UTC");
    assertThat(remote.run("schedule", "show", "--context", "ada").done().out())
        .contains("Europe/London");
    remote.run("context", "use", "ada").done();
    assertThat(remote.run("schedule", "show").done().out()).contains("Europe/London");
    assertThat(remote.run("context", "use", "eve").exit()).isEqualTo(1);

    BuiltProgram onDatabase = remote.with("MEETWRIGHT_HOME", temp.resolve("home").toString());
    assertThat(onDatabase.run("schedule", "show", "bob").done().out()).contains("UTC");
    assertThat(onDatabase.run("schedule", "show", "--context", "ada").done().out())
        .contains("Europe/London");
    assertThat(onDatabase.with("MEETWRIGHT_CONTEXT", "ada").run("schedule", "show", "bob").exit())
        .isEqualTo(1);
    assertThat(remote.run("schedule", "show", "--context", "ada", "--home", "/x").exit())
        .isEqualTo(2);
    assertThat(remote.run("host", "list", "--context", "ada").exit()).isEqualTo(2);

    assertThat(remote.run("logout", "bob").done().err()).contains("still works");
    remote.run("context", "remove", "ada").done();
    assertThat(remote.run("context", "list").done().lines()).isEmpty();
    assertThat(local.run("token", "list", "ada").lines()).hasSize(1);
  }

  @Test
  void takesServerAndTokenFromVariables() {
    String token = local.run("token", "create", "ada").done().out().strip();
    BuiltProgram there = remote.with("MEETWRIGHT_SERVER", url).with("MEETWRIGHT_TOKEN", token);

    assertThat(there.run("schedule", "show").done().out()).contains("Europe/London");
    assertThat(there.with("MEETWRIGHT_TOKEN", "wrong").run("schedule", "show").exit()).isEqualTo(4);
    assertThat(there.with("MEETWRIGHT_TOKEN", "").run("schedule", "show").exit()).isEqualTo(4);
    assertThat(contexts()).doesNotExist();
  }

  @Test
  void takesACodeFromTheSecondLine() {
    List<String> recovery = askForCodes();
    String[] login = ("login " + url + " --email ada@example.org --password-file -").split(" ");

    Run without = remote.reading(PASSWORD + "\n").run(login);
    assertThat(without.exit()).isEqualTo(2);
    assertThat(without.err()).contains("the code as the second line of the password file");
    Run wrong = remote.reading(PASSWORD + "\n000000\n").run(login);
    assertThat(wrong.exit()).isEqualTo(4);
    assertThat(wrong.err()).contains("The code is wrong");
    remote.reading(PASSWORD + "\n" + recovery.getFirst() + "\n").run(login).done();
    assertThat(remote.run("agenda").exit()).isZero();
  }

  private List<String> askForCodes() {
    InstantSource clock = InstantSource.system();
    DatabaseSettings settings = TestDatabase.h2In(temp.resolve("home"));
    try (Core core = Core.on(Database.open(settings), clock)) {
      Host ada = core.hosts().find("ada").orElseThrow();
      String secret = core.secondFactor().enrol(ada).orElseThrow().secret();
      String code = AuthenticatorApp.code(secret, clock.instant());
      return core.secondFactor().confirm(ada.id(), code).orElseThrow();
    }
  }

  @Test
  void sendsNoTokenToAnotherHost() throws IOException {
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    HttpServer first =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String elsewhere = "http://127.0.0.1:" + other.getAddress().getPort() + "/stolen";
    other.createContext(
        "/",
        exchange -> {
          seen.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    first.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Location", elsewhere);
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    other.start();
    first.start();
    try {
      Run run =
          remote
              .with("MEETWRIGHT_SERVER", "http://127.0.0.1:" + first.getAddress().getPort())
              .with("MEETWRIGHT_TOKEN", "secret")
              .run("agenda", "--verbose");

      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err()).contains("sends elsewhere, to " + elsewhere).doesNotContain("secret");
      assertThat(seen).isEmpty();
    } finally {
      first.stop(0);
      other.stop(0);
    }
  }

  @Test
  void saysWhyAServerIsNotReached() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    BuiltProgram token = remote.with("MEETWRIGHT_TOKEN", "secret");

    Run down = token.run("agenda", "--server", "http://127.0.0.1:" + free);
    assertThat(down.exit()).isEqualTo(1);
    assertThat(down.err()).contains("cannot be reached; is it running");
    Run plain = token.run("agenda", "--server", url.replace("http:", "https:"));
    assertThat(plain.exit()).isEqualTo(1);
    assertThat(plain.err()).contains("No secure connection");
    Run open = token.run("agenda", "--server", "http://meet.example.org");
    assertThat(open.exit()).isEqualTo(1);
    assertThat(open.err()).contains("http:// to meet.example.org would show", "--allow-http");
    Run unknown = token.run("agenda", "--server", "https://meet.invalid");
    assertThat(unknown.exit()).isEqualTo(1);
    assertThat(unknown.err()).contains("There is no computer called meet.invalid");
    assertThat(token.run("agenda", "--server", "meet.example.org").exit()).isEqualTo(2);
  }

  @Test
  void saysThatNobodyVouchesForACertificate() throws Exception {
    Path store = temp.resolve("store.p12");
    String[] keytool = {
      Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
      "-genkeypair",
      "-keyalg",
      "EC",
      "-alias",
      "server",
      "-dname",
      "CN=localhost",
      "-ext",
      "san=dns:localhost,ip:127.0.0.1",
      "-storepass",
      "changeit",
      "-keystore",
      store.toString()
    };
    Process made = new ProcessBuilder(keytool).redirectErrorStream(true).start();
    assertThat(made.waitFor(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
    KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, "changeit".toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    HttpsServer strange =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    strange.setHttpsConfigurator(new HttpsConfigurator(tls));
    strange.start();
    try {
      Run run =
          remote
              .with("MEETWRIGHT_TOKEN", "secret")
              .run("agenda", "--server", "https://localhost:" + strange.getAddress().getPort());

      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err()).contains("is signed by nobody whom this computer trusts");
    } finally {
      strange.stop(0);
    }
  }
}
