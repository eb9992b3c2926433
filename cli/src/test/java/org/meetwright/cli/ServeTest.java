package org.meetwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.Patience;
import tools.jackson.databind.JsonNode;

@Timeout(600)
final class ServeTest {
  private static final String READY = "Meetwright is ready at ";

  @TempDir Path home;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endWhatIsLeft() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void servesADemoUntilSigterm() throws Exception {
    Process process = start("serve", "--demo", "--port", "0");
    BufferedReader out = process.inputReader();
    String url = readyUrl(out);

    assertThat(get(url + "/health/live").statusCode()).isEqualTo(200);
    assertThat(get(url + "/api/v1/hosts/ada").body()).contains("intro", "consultation");
    // Another program looks at the same data meanwhile.
    String told = tail(process, 7);
    Path demo = Path.of(told.replaceAll("(?s).*--home (\\S+) bookings.*", "$1"));
    assertThat(told).contains("http://localhost:").contains("/b/").contains("Sign in");
    assertThat(CommandLineRun.in(demo, "bookings").lines()).hasSize(5);
    JsonNode calendars =
        CommandLineRun.in(demo, "calendar", "list", "ada", "--json")
            .json()
            .path("calendarAccounts");
    assertThat(calendars).hasSize(1);
    assertThat(calendars.at("/0/kind").asString()).isEqualTo("ics");
    assertThat(calendars.at("/0/lastSyncedAt").isNull()).isFalse();
    assertThat(calendars.at("/0/error").isNull()).isTrue();
    assertThat(CommandLineRun.in(demo, "export", "ada").json().path("calendarItems")).isNotEmpty();

    // Not Process.destroy, which closes the streams as well.
    process.toHandle().destroy();

    assertThat(process.waitFor(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(out.readLine()).isNull();
    delete(demo);
  }

  @Test
  void seedsAnExplicitHomeOnlyIfThereIsNoHost() throws Exception {
    Process first = start("serve", "--demo", "--port", "0", "--home", home.toString());
    readyUrl(first.inputReader());
    first.destroy();
    assertThat(first.waitFor(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
    Process second = start("serve", "--demo", "--port", "0", "--home", home.toString());
    readyUrl(second.inputReader());

    assertThat(tail(second, 2))
        .contains("There are hosts already (ada, charles): the data was left as it is.\n")
        .doesNotContain("password");
    assertThat(CommandLineRun.in(home, "host", "list").lines()).hasSize(2);
  }

  @Test
  @Tag("attack")
  @DisabledOnOs(OS.WINDOWS)
  void aDemoThatIsKeptIsForItsOwnerAlone() throws Exception {
    Path kept = Files.createDirectory(home.resolve("kept"));
    mode(kept, "rwxr-xr-x");
    Process process = start("serve", "--demo", "--port", "0", "--home", kept.toString());
    String url = readyUrl(process.inputReader());
    String told = tail(process, 8);

    assertThat(told)
        .contains("The data directory " + kept + " was open to other users (rwxr-xr-x)");
    String password = told.replaceAll("(?s).* as ada@example.org, password (\\S+) .*", "$1");
    assertThat(password).matches("[a-z2-9]{16}");
    assertThat(signIn(url, "meetwright-demo")).isEqualTo(401);
    assertThat(signIn(url, password)).isEqualTo(201);
    try (var files = Files.walk(kept)) {
      for (Path file : files.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as(file.toString())
            .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"host list", "migrate", "serve --port 0", "serve --demo --port 0"})
  @Tag("attack")
  @DisabledOnOs(OS.WINDOWS)
  void refusesADirectoryThatIsSharedWithOthers(String command) throws Exception {
    Path shared = Files.createDirectory(home.resolve("shared"));
    Files.createDirectory(shared.resolve("photos"));
    mode(shared, "rwxr-xr-x");
    String refusal =
        "The data directory "
            + shared
            + " is open to other users (rwxr-xr-x) and seems to be for more than Meetwright's"
            + " data, as it has photos in it; choose a directory of its own with --home.";

    CommandLineRun inIt = CommandLineRun.in(shared, command.split(" "));
    CommandLineRun byUrl =
        CommandLineRun.in(
            home,
            List.of("MEETWRIGHT_DATABASE_URL", "jdbc:h2:" + shared.resolve("meet")),
            command.split(" "));

    for (CommandLineRun run : List.of(inIt, byUrl)) {
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.errorLines()).containsExactly("meetwright: " + refusal);
    }
    assertThat(shared.toFile().list()).containsExactly("photos");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shared)))
        .isEqualTo("rwxr-xr-x");
  }

  @Test
  void saysThatThePortIsInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CommandLineRun run =
          CommandLineRun.in(home, "serve", "--port", Integer.toString(taken.getLocalPort()));

      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.errorLines())
          .containsExactly(
              "meetwright: Port "
                  + taken.getLocalPort()
                  + " on 127.0.0.1 is in use; choose another with --port (0 picks a free one).");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.7", "2001:db8::7", "localhost", "no domain"})
  void ordersNoCertificateForWhatIsNoDomain(String wrong) {
    CommandLineRun run = CommandLineRun.in(home, "serve", wrong);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .contains("server.tls.acme.domain")
        .contains("must be a domain name like meet.example.org (not an IP address), not")
        .contains(wrong);
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void saysThatThePortForHttpIsInUse() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = Integer.toString(taken.getLocalPort());
      CommandLineRun run =
          CommandLineRun.in(home, "serve", "meet.example.org", "--port", "0", "--http-port", port);

      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.errorLines())
          .containsExactly(
              "meetwright: Port "
                  + port
                  + " on 0.0.0.0 is in use; choose another with --http-port.");
    }
  }

  @Test
  void saysThatTheAddressIsNotThisMachines() {
    CommandLineRun run = CommandLineRun.in(home, "serve", "--host", "192.0.2.1", "--port", "0");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.errorLines()).hasSize(1);
    assertThat(run.err())
        .startsWith("meetwright: The server cannot listen on 192.0.2.1, port 0 (")
        .endsWith("); choose others with --host and --port.\n");
  }

  private Process start(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                MeetwrightCli.class.getName()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("MEETWRIGHT_"));
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private static String readyUrl(BufferedReader out) throws Exception {
    String line = out.readLine();
    assertThat(line).matches(READY + "http://127\\.0\\.0\\.1:\\d+");
    return line.substring(READY.length());
  }

  private static HttpResponse<String> get(String url) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  /// Returns the status of the answer.
  private static int signIn(String url, String password) throws Exception {
    String body = "{\"email\": \"ada@example.org\", \"password\": \"" + password + "\"}";
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(url + "/api/v1/sessions"))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  private static void mode(Path path, String modes) throws Exception {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(modes));
  }

  /// Returns what was said on standard error up to the line that tells where the data is.
  private static String tail(Process process, int atLeast) throws Exception {
    StringBuilder told = new StringBuilder();
    for (int lines = 1; ; lines++) {
      String line = process.errorReader().readLine();
      told.append(line).append('\n');
      if (line == null || line.endsWith(" bookings")) {
        assertThat(lines).isGreaterThanOrEqualTo(atLeast);
        return told.toString();
      }
    }
  }

  private static void delete(Path directory) throws Exception {
    try (var files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
