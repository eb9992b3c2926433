package org.meetwright.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.booking.change.BookingOperation;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.sync.CalendarSync.Lag;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.outbox.OutboxWorker.Result;
import org.meetwright.server.ServerFixture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The alerts and the dashboard of the documentation name figures that the server has.
class MonitoringFilesTest {
  private static final Path FOLDER = Path.of("..", "docs", "monitoring");
  private static final String TIME = "2026-03-09T14:00:00Z";
  private static final Pattern NAME = Pattern.compile("\\bmeetwright_\\w+");
  private static final Pattern OPERATION = Pattern.compile("\\boperation=\"(\\w+)\"");
  private static final Pattern TYPE =
      Pattern.compile("^# TYPE (meetwright_\\w+) (\\w+)$", Pattern.MULTILINE);

  @ParameterizedTest
  @ValueSource(strings = {"alerts.yaml", "dashboard.json"})
  void nameFiguresOfTheServer(String file) throws IOException {
    assertThat(names(Files.readString(FOLDER.resolve(file)))).isNotEmpty().isSubsetOf(figures());
  }

  @Test
  void alertsAreRulesWithAnExpressionEach() throws IOException {
    JsonNode rules =
        new YAMLMapper()
            .readTree(Files.readString(FOLDER.resolve("alerts.yaml")))
            .path("groups")
            .path(0)
            .path("rules");

    assertThat(rules).isNotEmpty();
    String explained = Files.readString(FOLDER.resolve("README.md"));
    for (JsonNode rule : rules) {
      assertThat(rule.path("expr").asString()).isNotBlank();
      assertThat(rule.path("annotations").path("summary").asString()).isNotBlank();
      assertThat(explained).contains("| `" + rule.path("alert").asString() + "` |");
    }
  }

  @Test
  void panelsAskSomethingEach() throws IOException {
    JsonNode panels =
        JsonMapper.shared()
            .readTree(Files.readString(FOLDER.resolve("dashboard.json")))
            .path("panels");

    assertThat(panels).isNotEmpty();
    for (JsonNode panel : panels) {
      assertThat(panel.path("targets").path(0).path("expr").asString()).isNotBlank();
    }
  }

  @Test
  void nameTheOperationsThatAreCounted() throws IOException {
    Set<String> operations = new TreeSet<>();
    for (BookingOperation operation : BookingOperation.values()) {
      operations.add(operation.word());
    }
    Set<String> asked = new TreeSet<>();
    Matcher matcher = OPERATION.matcher(Files.readString(FOLDER.resolve("alerts.yaml")));
    while (matcher.find()) {
      asked.add(matcher.group(1));
    }

    assertThat(asked).isNotEmpty().isSubsetOf(operations);
    assertThat(Files.readString(FOLDER.resolveSibling("deployment.md")))
        .contains(operations.stream().map(each -> "`" + each + "`").toList());
  }

  private static Set<String> names(String text) {
    Set<String> found = new TreeSet<>();
    Matcher names = NAME.matcher(text);
    while (names.find()) {
      found.add(names.group());
    }
    return found;
  }

  /// What can be asked for: what the server says once something has happened. What comes with time
  /// (late calendars, deliveries) is noted as the server's own threads note it.
  private static Set<String> figures() {
    try (ServerFixture server = new ServerFixture(DatabaseKind.H2)) {
      server.addEventType("intro", "\"seats\": 1");
      server.get("/api/v1/hosts/ada/event-types/intro/slots?from=2026-03-09&to=2026-03-10");
      server.post("/api/v1/bookings", ServerFixture.booking(TIME, "bob@example.com"));
      Set<String> figures = figures(server.get("/metrics").response().body());
      Metrics metrics = new Metrics(server.core.core.outbox(), server.core.clock);
      metrics.calendars(() -> List.of(new Lag(ProviderKind.ICS, Duration.ZERO, Duration.ZERO)));
      metrics.attempt(BookingNotice.KIND, Result.DELIVERED);
      metrics.certificate(() -> Optional.of(server.core.clock.instant()), server.core.clock);
      figures.addAll(figures(new String(metrics.text(), StandardCharsets.UTF_8)));
      return figures;
    }
  }

  private static Set<String> figures(String said) {
    Set<String> figures = new TreeSet<>();
    Matcher types = TYPE.matcher(said);
    while (types.find()) {
      if (types.group(2).equals("histogram")) {
        for (String part : List.of("_bucket", "_count", "_sum")) {
          figures.add(types.group(1) + part);
        }
      } else {
        figures.add(types.group(1));
      }
    }
    return figures;
  }
}
