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
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.ibatis.annotations.Select;
import org.meetwright.core.Core;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseSettings;
import org.meetwright.server.route.Area;
import org.meetwright.server.settings.AcmeSettings;
import org.meetwright.server.settings.ServerSettings;
import org.meetwright.server.settings.ServerSettings.ConnectionNumbers;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.settings.source.KnownSettings;

/// A program that runs a server with one more endpoint, which sends the same bytes as a question
/// for slots after the same single SELECT. It prints its address and how many bytes that is, and
/// ends when nobody writes to it any more.
final class SlotsServer {
  private SlotsServer() {}

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
      Area.OPEN_API
          .on(rules)
          .get(
              "/bare/{handle}",
              (request, response) ->
                  answer(request.path().pathParameters().get("handle"), response));
    }

    private void answer(String handle, ServerResponse response) {
      database.read(tx -> tx.mapper(BareMapper.class).find(handle, "intro"));
      response.header(HeaderValues.CONTENT_TYPE_JSON);
      response.send(bytes);
    }
  }

  /// Runs it.
  ///
  /// @param arguments the data directory, the database's URL, the path of a question for slots
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Logger.getLogger("").setLevel(Level.WARNING);
    DatabaseSettings databaseSettings =
        new DatabaseSettings(
            arguments[1], "", "", 8, Path.of(arguments[0]).resolve("meetwright.key"));
    Settings settings = settings(Path.of(arguments[0]), databaseSettings);
    try (Database database = Database.open(databaseSettings)) {
      Core core = Core.on(database, Clock.systemUTC());
      byte[] bytes = example(core, settings, arguments[2]);
      try (MeetwrightServer server =
          MeetwrightServer.start(core, settings, List.of(new Bare(database, bytes)))) {
        System.out.println(server.url() + " " + bytes.length);
        System.in.readAllBytes();
      }
    }
  }

  private static Settings settings(Path home, DatabaseSettings database) {
    Settings defaults = KnownSettings.defaults(home);
    return new Settings(
        home,
        database,
        new ServerSettings(
            "127.0.0.1",
            0,
            null,
            null,
            List.of(),
            false,
            new ConnectionNumbers(2000, 2000),
            Duration.ZERO),
        AcmeSettings.NONE,
        defaults.difficulty(),
        defaults.keptMebibytes(),
        defaults.lifetimes(),
        defaults.mail(),
        defaults.privateTargets(),
        defaults.calendars(),
        defaults.sms(),
        defaults.oidc(),
        defaults.log(),
        Optional.empty());
  }

  private static byte[] example(Core core, Settings settings, String path)
      throws IOException, InterruptedException {
    try (MeetwrightServer server = MeetwrightServer.start(core, settings);
        HttpClient client = HttpClient.newHttpClient()) {
      URI url = URI.create(server.url() + path);
      return client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray()).body();
    }
  }
}
