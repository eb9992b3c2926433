package org.meetwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.core.database.TestDatabase;
import org.meetwright.core.database.h2.FilePassword;

/// `webhook`.
final class WebhookTest {
  private static final List<String> PRIVATE =
      List.of("MEETWRIGHT_WEBHOOKS_ALLOWPRIVATETARGETS", "true");

  @TempDir Path home;
  private HttpServer receiver;
  private String url;

  @BeforeEach
  void open() throws IOException {
    CommandLineRun.addAda(home);
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    receiver.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          boolean wrong = exchange.getRequestURI().getPath().equals("/wrong");
          exchange.sendResponseHeaders(wrong ? 500 : 204, -1);
          exchange.close();
        });
    receiver.start();
    url = "http://127.0.0.1:" + receiver.getAddress().getPort();
  }

  @AfterEach
  void close() {
    receiver.stop(0);
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.in(home, PRIVATE, arguments);
  }

  private String add(String... more) {
    String[] arguments = new String[3 + more.length];
    List.of("webhook", "add", "ada").toArray(arguments);
    System.arraycopy(more, 0, arguments, 3, more.length);
    CommandLineRun run = run(arguments);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.lines()).singleElement().asString().matches("[0-9a-f-]{36} whsec_\\S{44}");
    return run.out().substring(0, 36);
  }

  @Test
  void addsListsAndRemoves() {
    String id = add(url, "--events", "booking.created,booking.no_show");
    String all = add("https://1.1.1.1/x");

    assertThat(run("webhook", "list").lines())
        .containsExactly(
            id + "  ada  on  " + url + "  booking.created,booking.no_show",
            all + "  ada  on  https://1.1.1.1/x" + " ".repeat(url.length() - 17) + "  all");
    assertThat(run("webhook", "list", "ada", "--json").json().at("/webhooks/0/id").asString())
        .isEqualTo(id);
    assertThat(run("webhook", "remove", id).exit()).isZero();
    assertThat(run("webhook", "list").lines()).hasSize(1);
    CommandLineRun again = run("webhook", "remove", id);
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.err()).contains("meetwright webhook list");
  }

  @Test
  void whoRevokesATokenIsToldWhichWebhooksMayHaveBeenMadeWithIt() throws Exception {
    String old = add("https://1.1.1.1/old");
    makeOlder(old);
    String reading = token("--scope", "read");
    String stolen = token();
    String made = add("https://1.1.1.1/x");

    assertThat(run("token", "revoke", "ada", reading).errorLines())
        .containsExactly("Deleted the token " + reading + ".");
    assertThat(run("token", "revoke", "ada", stolen).errorLines())
        .containsExactly(
            "Deleted the token " + stolen + ".",
            "These webhooks go on. They are not older than the token; remove those that you do not"
                + " know with: meetwright webhook remove ID",
            made + "  https://1.1.1.1/x");
    assertThat(run("webhook", "list").lines()).hasSize(2);
    run("webhook", "remove", made);
    String other = token();
    assertThat(run("token", "revoke", "ada", other).errorLines()).hasSize(1);
  }

  private String token(String... more) {
    String[] arguments = new String[4 + more.length];
    List.of("--json", "token", "create", "ada").toArray(arguments);
    System.arraycopy(more, 0, arguments, 4, more.length);
    return run(arguments).json().path("id").stringValue();
  }

  private void makeOlder(String webhook) throws SQLException {
    String database = TestDatabase.h2In(home).url() + ";AUTO_SERVER=TRUE";
    try (var connection =
            DriverManager.getConnection(database, "meetwright", FilePassword.read(database));
        var statement = connection.createStatement()) {
      statement.execute(
          "UPDATE webhook SET created_at = TIMESTAMP WITH TIME ZONE '2026-01-01 12:00:00Z'"
              + " WHERE id = '"
              + webhook
              + "'");
    }
  }

  @Test
  void refusesWhatCannotWork() {
    CommandLineRun local = CommandLineRun.in(home, "webhook", "add", "ada", url);
    assertThat(local.exit()).isEqualTo(1);
    assertThat(local.err()).contains("must not be at a loopback").contains("allowPrivateTargets");
    CommandLineRun relative = run("webhook", "add", "ada", "hook");
    assertThat(relative.exit()).isEqualTo(2);
    assertThat(relative.err()).contains("URL must be an absolute http or https URL");
    CommandLineRun unknown = run("webhook", "add", "ada", url, "--events", "booking.made");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("booking.created");
    assertThat(run("webhook", "add", "nobody", url).exit()).isEqualTo(1);
    assertThat(run("webhook", "replay").exit()).isEqualTo(2);
    String id = UUID.randomUUID().toString();
    assertThat(run("webhook", "replay", "--id", id, "--failed").exit()).isEqualTo(2);
    assertThat(run("webhook", "replay", "--since", "2026-03-02T12:00:00Z").exit()).isEqualTo(2);
    assertThat(run("webhook", "replay", "--id", id).err()).contains("There is no delivery " + id);
  }

  @Test
  void testsShowsAndReplays() {
    String good = add(url);
    String bad = add(url + "/wrong");

    CommandLineRun tested = run("webhook", "test", good);
    assertThat(tested).isEqualTo(new CommandLineRun(0, "204" + System.lineSeparator(), ""));
    CommandLineRun failed = run("webhook", "test", bad);
    assertThat(failed.exit()).isEqualTo(1);
    assertThat(failed.lines()).containsExactly("500");
    assertThat(failed.err()).contains("The receiver answered 500");

    List<String> lines = run("webhook", "deliveries", good).lines();
    assertThat(lines)
        .singleElement()
        .asString()
        .endsWith("  webhook.test  succeeded  1  2026-03-02T12:00:00Z  204");
    assertThat(run("webhook", "deliveries", good, "--state", "failed").lines()).isEmpty();
    String delivery = lines.getFirst().substring(0, 36);
    assertThat(run("webhook", "replay", "--id", delivery).lines()).containsExactly("1");
    assertThat(run("webhook", "deliveries", good, "--state", "pending").lines()).hasSize(1);
    // Tests are not what anyone waits for.
    assertThat(run("webhook", "replay", "--failed").lines()).containsExactly("0");
    assertThat(
            run("webhook", "replay", "--failed", "--since", "2026-03-02T12:00:00Z", "--json")
                .json()
                .path("replayed")
                .asInt(-1))
        .isZero();
  }
}
