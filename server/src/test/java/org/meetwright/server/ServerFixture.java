package org.meetwright.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import org.meetwright.core.Fixture;
import org.meetwright.core.TestTokens;
import org.meetwright.core.access.Passwords;
import org.meetwright.core.archive.ArchiveJob.Lifetimes;
import org.meetwright.core.calendar.account.RemoteProviders;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.calendar.CalendarProviders;
import org.meetwright.server.calendar.google.GoogleEndpoints;
import org.meetwright.server.calendar.http.ServiceRecords;
import org.meetwright.server.contract.Contract;
import org.meetwright.server.settings.AcmeSettings;
import org.meetwright.server.settings.LogSettings;
import org.meetwright.server.settings.MailSettings;
import org.meetwright.server.settings.OidcSettings;
import org.meetwright.server.settings.PrivateTargets;
import org.meetwright.server.settings.ServerSettings;
import org.meetwright.server.settings.ServerSettings.ConnectionNumbers;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.settings.SmsSettings;
import org.meetwright.server.settings.calendar.CalendarClients;
import org.meetwright.server.settings.calendar.OAuthClient;
import org.meetwright.server.settings.source.KnownSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A whole server on a fresh database, with a clock that stands on Monday 2026-03-02 12:00 UTC, and
/// a client for it.
public final class ServerFixture implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// Mail goes to files.
  public static final MailSettings FILES =
      new MailSettings(
          "", 25, "", "", MailSettings.Tls.NONE, new EmailAddress("meetwright@example.org"));

  public static final SmsSettings NO_SMS = KnownSettings.defaults(Path.of("/")).sms();

  /// Nothing has to be solved to book.
  private static final int NO_WORK = 0;

  /// On a free port, in plain HTTP, without limits.
  public static final ServerSettings UNLIMITED =
      new ServerSettings(
          "127.0.0.1",
          0,
          null,
          null,
          List.of(),
          false,
          new ConnectionNumbers(2000, 2000),
          Duration.ZERO);

  private static final LogSettings QUIET = new LogSettings(Level.INFO, false, false);

  public final Fixture core;
  public final MeetwrightServer server;
  public final String token;

  private final HttpClient client = HttpClient.newHttpClient();

  public ServerFixture(DatabaseKind kind) {
    this(kind, false);
  }

  /// Starts a server.
  ///
  /// @param allowPrivateTargets whether webhooks and calendars may be on this machine
  public ServerFixture(DatabaseKind kind, boolean allowPrivateTargets) {
    this(kind, allowPrivateTargets, NO_WORK);
  }

  /// Starts a server.
  ///
  /// @param allowPrivateTargets whether webhooks and calendars may be on this machine
  /// @param difficulty of the challenges that have to be solved to book; 0 for none
  public ServerFixture(DatabaseKind kind, boolean allowPrivateTargets, int difficulty) {
    this(kind, allowPrivateTargets, UNLIMITED, difficulty, FILES, NO_SMS, OidcSettings.NONE, QUIET);
  }

  /// Starts a server.
  ///
  /// @param server how it listens
  public ServerFixture(DatabaseKind kind, ServerSettings server) {
    this(kind, false, server, NO_WORK, FILES, NO_SMS, OidcSettings.NONE, QUIET);
  }

  /// Starts a server.
  ///
  /// @param allowPrivateTargets whether webhooks and calendars may be on this machine
  public ServerFixture(
      DatabaseKind kind, boolean allowPrivateTargets, MailSettings mail, SmsSettings sms) {
    this(kind, allowPrivateTargets, UNLIMITED, NO_WORK, mail, sms, OidcSettings.NONE, QUIET);
  }

  /// Starts a server.
  ///
  /// @param log what is logged
  public ServerFixture(DatabaseKind kind, LogSettings log) {
    this(kind, false, UNLIMITED, NO_WORK, FILES, NO_SMS, OidcSettings.NONE, log);
  }

  /// Starts a server at whose provider hosts can sign in.
  public ServerFixture(DatabaseKind kind, OidcSettings oidc) {
    this(kind, false, UNLIMITED, NO_WORK, FILES, NO_SMS, oidc, QUIET);
  }

  /// Starts a server whose calendars may be on this machine.
  ///
  /// @param records what is known of the services of domains
  public ServerFixture(DatabaseKind kind, ServiceRecords records) {
    this(
        kind,
        true,
        UNLIMITED,
        NO_WORK,
        FILES,
        NO_SMS,
        OidcSettings.NONE,
        QUIET,
        clock -> providers(true, CalendarClients.NONE, GoogleEndpoints.REAL, records, clock));
  }

  /// Starts a server whose hosts can connect calendars at Google.
  public ServerFixture(DatabaseKind kind, GoogleEndpoints google, OAuthClient client) {
    this(
        kind,
        true,
        UNLIMITED,
        NO_WORK,
        FILES,
        NO_SMS,
        OidcSettings.NONE,
        QUIET,
        clock -> providers(true, new CalendarClients(client), google, (_, _) -> List.of(), clock));
  }

  private static RemoteProviders providers(
      boolean allowPrivateTargets,
      CalendarClients clients,
      GoogleEndpoints google,
      ServiceRecords records,
      InstantSource clock) {
    return CalendarProviders.of(
        new PrivateTargets(allowPrivateTargets, allowPrivateTargets),
        clients,
        google,
        records,
        clock);
  }

  private ServerFixture(
      DatabaseKind kind,
      boolean allowPrivateTargets,
      ServerSettings listening,
      int difficulty,
      MailSettings mail,
      SmsSettings sms,
      OidcSettings oidc,
      LogSettings log) {
    this(
        kind,
        allowPrivateTargets,
        listening,
        difficulty,
        mail,
        sms,
        oidc,
        log,
        clock ->
            providers(
                allowPrivateTargets,
                CalendarClients.NONE,
                GoogleEndpoints.REAL,
                (_, _) -> List.of(),
                clock));
  }

  private ServerFixture(
      DatabaseKind kind,
      boolean allowPrivateTargets,
      ServerSettings listening,
      int difficulty,
      MailSettings mail,
      SmsSettings sms,
      OidcSettings oidc,
      LogSettings log,
      Function<InstantSource, RemoteProviders> providers) {
    core = new Fixture(kind, sms.consequences(), providers);
    server =
        MeetwrightServer.start(
            core.core,
            settings(core, allowPrivateTargets, listening, difficulty, mail, sms, oidc, log));
    token = TestTokens.create(core.core.access(), core.ada.id(), "test");
  }

  /// Returns the settings of a server that listens in a way.
  public static Settings settings(Fixture core, ServerSettings server) {
    return settings(core, server, NO_WORK);
  }

  /// Returns the settings of a server that listens in a way.
  ///
  /// @param difficulty of the challenges that have to be solved to book; 0 for none
  public static Settings settings(Fixture core, ServerSettings server, int difficulty) {
    return settings(core, false, server, difficulty, FILES, NO_SMS, OidcSettings.NONE, QUIET);
  }

  private static Settings settings(
      Fixture core,
      boolean allowPrivateTargets,
      ServerSettings server,
      int difficulty,
      MailSettings mail,
      SmsSettings sms,
      OidcSettings oidc,
      LogSettings log) {
    return new Settings(
        core.database.home(),
        core.database.settings(),
        server,
        AcmeSettings.NONE,
        difficulty,
        32,
        new Lifetimes(Duration.ofDays(93), Duration.ofDays(730)),
        mail,
        new PrivateTargets(allowPrivateTargets, allowPrivateTargets),
        CalendarClients.NONE,
        sms,
        oidc,
        log,
        Optional.empty());
  }

  /// An answer with its body as JSON.
  public record Answer(int status, JsonNode body, HttpResponse<String> response) {
    public String code() {
      return body.path("code").asString("");
    }

    /// Returns the field that the first error names.
    public String field() {
      return body.path("errors").path(0).path("field").asString("-");
    }
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer post(String path, String body) {
    return send(request(path).POST(BodyPublishers.ofString(body)));
  }

  /// Sends a request as the host ada.
  public Answer asHost(String method, String path, String body) {
    return as(token, method, path, body);
  }

  /// Sends a request as the host of a token.
  public Answer as(String hostToken, String method, String path, String body) {
    return send(
        request(path)
            .header("Authorization", "Bearer " + hostToken)
            .method(method, BodyPublishers.ofString(body)));
  }

  /// Adds a host in New York and returns a token of his.
  public String addHost(String handle) {
    return TestTokens.create(core.core.access(), core.addHost(handle).id(), "test");
  }

  /// Gives ada a password, and returns the token of a session that she begins with it.
  public String signIn(String password) {
    core.core.passwordChanges().change(core.ada.id(), Passwords.hash(password), null);
    return post("/api/v1/sessions", credentials(password, "")).body().path("token").stringValue();
  }

  /// Returns the body of a request of ada's to sign in.
  ///
  /// @param more further keys, with a comma before them
  public static String credentials(String password, String more) {
    return "{\"email\": \"ada@example.org\", \"password\": \"" + password + "\"" + more + "}";
  }

  /// Adds an event type of ada's: 30 minutes, unlimited.
  ///
  /// @param more further keys
  public JsonNode addEventType(String slug, String more) {
    Answer added =
        asHost(
            "POST",
            "/api/v1/event-types",
            """
            {"slug": "%s", "name": "Talk", "durationMinutes": 30, %s,
             "bookingWindow": {"kind": "unlimited"}}
            """
                .formatted(slug, more));
    if (added.status() != 201) {
      throw new AssertionError(added);
    }
    return added.body();
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.url() + path))
        .header("Content-Type", "application/json");
  }

  /// Sends a request, and holds it and its answer against the API's document.
  public Answer send(HttpRequest.Builder request) {
    try {
      HttpRequest built = request.build();
      HttpResponse<String> response = client.send(built, BodyHandlers.ofString());
      Contract.hold(built, response);
      boolean json =
          response.headers().firstValue("Content-Type").orElse("").contains("json")
              && !response.body().isEmpty();
      return new Answer(
          response.statusCode(),
          json ? JSON.readTree(response.body()) : JSON.createObjectNode(),
          response);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /// Returns the body of a request to book an event type.
  public static String booking(String address, String start, String email) {
    String[] parts = address.split("/", 2);
    return booking(start, email)
        .replace("\"ada\"", '"' + parts[0] + '"')
        .replace("\"intro\"", '"' + parts[1] + '"');
  }

  /// Returns the body of a request to book ada's `intro`.
  public static String booking(String start, String email) {
    return """
    {"host": "ada", "eventType": "intro", "start": "%s",
     "invitee": {"name": "Bob Brown", "email": "%s", "timeZone": "Europe/Berlin"}}
    """
        .formatted(start, email);
  }

  @Override
  public void close() {
    client.close();
    server.close();
    core.close();
  }
}
