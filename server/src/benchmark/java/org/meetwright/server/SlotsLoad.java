package org.meetwright.server;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.ibatis.annotations.Select;
import org.meetwright.core.Core;
import org.meetwright.core.database.Database;
import org.meetwright.core.rate.Options;
import org.meetwright.core.rate.Place;
import org.meetwright.server.load.Crowd;
import org.meetwright.server.load.Wrk;
import org.meetwright.server.settings.ServerSettings;
import org.meetwright.server.settings.Settings;

/// Asks a server for slots with wrk, in turns with an endpoint of the same server that sends the
/// same bytes after the same single SELECT, and prints what both give.
///
/// Options: `databases`, `hosts` (a list), `seconds`, `rounds` and `connections`.
final class SlotsLoad {
  private static final int ASKED = 100;

  private SlotsLoad() {}

  /// The SELECT that a question for slots sends while nothing has changed.
  interface BareMapper {
    /// A row of it.
    record Row(String eventTypeId, String hostId, long revision) {}

    @Select(
        """
        SELECT e.id AS event_type_id, h.id AS host_id, h.revision
        FROM handle p JOIN event_type e ON e.page_id = p.owner_id
          LEFT JOIN team_member tm ON tm.team_id = e.team_id
          JOIN host h ON h.id = COALESCE(tm.host_id, e.host_id)
        WHERE p.handle = #{handle} AND e.slug = #{slug}
        ORDER BY h.id
        """)
    List<Row> find(String handle, String slug);
  }

  /// The endpoint that is as quick as can be.
  private record Bare(Database database, byte[] bytes) implements HttpService {
    @Override
    public void routing(HttpRules rules) {
      rules.get(
          "/bare/{handle}",
          (request, response) -> answer(request.path().pathParameters().get("handle"), response));
    }

    private void answer(String handle, ServerResponse response) {
      database.read(tx -> tx.mapper(BareMapper.class).find(handle, "intro"));
      response.header(HeaderValues.CONTENT_TYPE_JSON);
      response.send(bytes);
    }
  }

  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException {
    Options options = Options.parse(arguments);
    System.out.println(
        "| database | hosts | what | requests/s | lowest to highest | p99, ms | ratio | RSS, MiB"
            + " |");
    for (String database : options.databases()) {
      try (Place place = Place.of(database, options.target(), 8)) {
        for (String hosts : options.values().getOrDefault("hosts", "1000").split(",", -1)) {
          new Crowd(place).growTo(Integer.parseInt(hosts));
          measure(place, options, hosts);
        }
      }
    }
  }

  private static void measure(Place place, Options options, String hosts)
      throws IOException, SQLException, InterruptedException {
    Path home = Files.createDirectories(place.directory().resolve("home"));
    Settings defaults = Settings.defaults(home);
    ServerSettings listening =
        new ServerSettings("127.0.0.1", 0, null, null, List.of(), false, 2000);
    Settings settings =
        new Settings(
            home,
            place.settings(),
            listening,
            defaults.difficulty(),
            defaults.keptMebibytes(),
            defaults.lifetimes(),
            defaults.mail(),
            defaults.allowPrivateTargets(),
            defaults.sms(),
            defaults.oidc(),
            defaults.log());
    try (Database database = Database.open(place.settings())) {
      Core core = Core.on(database, Clock.systemUTC());
      byte[] bytes = example(core, settings);
      try (MeetwrightServer server =
          MeetwrightServer.start(core, settings, List.of(new Bare(database, bytes)))) {
        turns(place, options, hosts, server.url(), bytes.length);
      }
    }
  }

  private static String query() {
    LocalDate from = LocalDate.now(Clock.systemUTC()).plusDays(7);
    return "/event-types/intro/slots?from=" + from + "&to=" + from.plusDays(30) + "&zone=UTC";
  }

  private static byte[] example(Core core, Settings settings)
      throws IOException, InterruptedException {
    try (MeetwrightServer server = MeetwrightServer.start(core, settings);
        HttpClient client = HttpClient.newHttpClient()) {
      URI url = URI.create(server.url() + "/api/v1/hosts/host1" + query());
      return client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray()).body();
    }
  }

  private static void turns(Place place, Options options, String hosts, URI url, int bytes)
      throws IOException, SQLException, InterruptedException {
    List<String> ours = new ArrayList<>();
    List<String> bare = new ArrayList<>();
    for (int i = 1; i <= ASKED; i++) {
      ours.add("/api/v1/hosts/host" + i + query());
      bare.add("/bare/host" + i);
    }
    int seconds = options.number("seconds", 10);
    int connections = options.number("connections", 64);
    Wrk wrk = new Wrk(url, connections, seconds, options.target());
    wrk.warmUp(ours);
    wrk.warmUp(bare);
    List<Wrk.Figures> oursSeen = new ArrayList<>();
    List<Wrk.Figures> bareSeen = new ArrayList<>();
    for (int round = 0; round < options.number("rounds", 3); round++) {
      oursSeen.add(wrk.run(ours));
      bareSeen.add(wrk.run(bare));
    }
    double ratio = Wrk.median(oursSeen).perSecond() / Wrk.median(bareSeen).perSecond();
    row(place, hosts, "slots (" + bytes + " bytes)", oursSeen, ratio);
    row(place, hosts, "bare", bareSeen, 1);
  }

  private static void row(
      Place place, String hosts, String what, List<Wrk.Figures> seen, double ratio)
      throws SQLException, IOException {
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %s | %.0f | %.0f to %.0f | %.1f | %.2f | %d |%n",
        place.product(),
        hosts,
        what,
        Wrk.median(seen).perSecond(),
        seen.stream().mapToDouble(Wrk.Figures::perSecond).min().orElseThrow(),
        seen.stream().mapToDouble(Wrk.Figures::perSecond).max().orElseThrow(),
        Wrk.median(seen).p99Millis(),
        ratio,
        Crowd.residentMebibytes());
  }
}
