package org.meetwright.server.api.access;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.Contents;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import org.meetwright.server.contract.Routes;

/// Goes through every route of the API as another host, as nobody, and with a token that may only
/// read. A route that is added without an entry here fails the test.
@ParameterizedClass
@EachDatabase
class HostsApartTest {
  /// How a route must answer the other host.
  private enum Rule {
    /// Anybody may ask.
    OPEN,
    /// It is about something of ada's: 403 or 404, and nothing changes.
    HERS,
    /// It names something of ada's among other things: refused, and nothing changes.
    NAMES_HERS,
    /// It is about what eve has herself: nothing of ada's changes.
    OWN
  }

  /// A request to a route.
  ///
  /// @param path null for the route's own
  private record Probe(Rule rule, String path, String body) {}

  private static Probe open(String path) {
    return new Probe(Rule.OPEN, path, "{}");
  }

  private static Probe hers(String path, String body) {
    return new Probe(Rule.HERS, path, body);
  }

  private static Probe hers(String path) {
    return hers(path, "");
  }

  private static Probe namesHers(String path, String body) {
    return new Probe(Rule.NAMES_HERS, path, body);
  }

  private static Probe own(String path, String body) {
    return new Probe(Rule.OWN, path, body);
  }

  private static Probe own(String path) {
    return own(path, "");
  }

  private static final String SCHEDULE = "{\"name\": \"Own\", \"timeZone\": \"UTC\"}";
  private static final String TYPE = "{\"slug\": \"x\", \"name\": \"X\", \"durationMinutes\": 30";
  private static final String ON_HER_SCHEDULE = TYPE + ", \"scheduleId\": \"<adaSchedule>\"}";
  private static final String BY_HER_TEAM =
      TYPE + ", \"assignment\": {\"kind\": \"roundRobin\", \"team\": \"<adaTeam>\"}}";
  private static final String BY_HER_TEAMS_HANDLE = BY_HER_TEAM.replace("<adaTeam>", "crew");
  private static final String ABSENCE = "{\"from\": \"2027-05-03\", \"to\": \"2027-05-04\"}";
  private static final String PREVIEW = "{\"from\": \"2027-05-01\", \"to\": \"2027-05-09\", ";
  private static final String MOVE = "{\"start\": \"2026-03-03T16:00:00Z\"}";

  private static final Map<String, List<Probe>> PROBES =
      Map.ofEntries(
          entry("GET /hosts/{handle}", List.of(open("/hosts/eve"))),
          entry(
              "GET /hosts/{handle}/event-types/{slug}",
              List.of(open("/hosts/eve/event-types/own"))),
          entry(
              "GET /hosts/{handle}/event-types/{slug}/slots",
              List.of(open("/hosts/eve/event-types/own/slots?from=2026-03-03&to=2026-03-03"))),
          entry(
              "GET /hosts/{handle}/event-types/{slug}/first-slot",
              List.of(open("/hosts/eve/event-types/own/first-slot"))),
          entry("GET /me/memberships", List.of(own("/me/memberships"))),
          entry(
              "POST /me/memberships/{team}/accept",
              List.of(hers("/me/memberships/<adaTeam>/accept"))),
          entry("DELETE /me/memberships/{team}", List.of(hers("/me/memberships/<adaTeam>"))),
          entry("GET /challenge", List.of(open("/challenge"))),
          entry("POST /bookings", List.of(open("/bookings"))),
          entry("POST /confirmations/{token}", List.of(open("/confirmations/AAAA"))),
          entry("POST /sessions", List.of(open("/sessions"))),
          entry("GET /manage/{token}", List.of(open("/manage/<adaBooking>"))),
          entry("GET /manage/{token}/slots", List.of(open("/manage/<adaBooking>/slots"))),
          entry("POST /manage/{token}/cancel", List.of(open("/manage/<adaBooking>/cancel"))),
          entry(
              "POST /manage/{token}/reschedule", List.of(open("/manage/<adaBooking>/reschedule"))),
          entry("GET /manage/{token}/invite.ics", List.of(open("/manage/<adaBooking>/invite.ics"))),
          entry("GET /me", List.of(own("/me"))),
          entry(
              "PATCH /me",
              List.of(
                  own("/me", "{\"name\": \"Eve\"}"),
                  namesHers("/me", "{\"email\": \"ada@example.org\"}"))),
          entry(
              "POST /me/password",
              List.of(
                  own("/me/password", "{\"current\": \"correct horse\", \"new\": \"12345678\"}"))),
          entry("GET /me/totp", List.of(own("/me/totp"))),
          entry("POST /me/totp", List.of(own("/me/totp"))),
          entry(
              "POST /me/totp/confirm", List.of(own("/me/totp/confirm", "{\"code\": \"123456\"}"))),
          entry("DELETE /me/totp", List.of(own("/me/totp", "{\"code\": \"123456\"}"))),
          entry("DELETE /me/pending-email", List.of(own("/me/pending-email"))),
          entry("GET /me/branding", List.of(own("/me/branding"))),
          entry("PATCH /me/branding", List.of(own("/me/branding", "{\"color\": \"#123456\"}"))),
          entry("PUT /me/logo", List.of(own("/me/logo", "no picture"))),
          entry("DELETE /me/logo", List.of(own("/me/logo"))),
          entry("GET /sessions", List.of(own("/sessions"))),
          entry("DELETE /sessions/current", List.of(own("/sessions/current"))),
          entry("DELETE /sessions/{id}", List.of(hers("/sessions/<adaSession>"))),
          entry("GET /tokens", List.of(own("/tokens"))),
          entry("POST /tokens", List.of(own("/tokens", "{\"name\": \"own\"}"))),
          entry("DELETE /tokens/{id}", List.of(hers("/tokens/<adaToken>"))),
          entry("GET /schedules", List.of(own("/schedules"))),
          entry("POST /schedules", List.of(own("/schedules", SCHEDULE))),
          entry("GET /schedules/{id}", List.of(hers("/schedules/<adaSchedule>"))),
          entry("PUT /schedules/{id}", List.of(hers("/schedules/<adaSchedule>", SCHEDULE))),
          entry("DELETE /schedules/{id}", List.of(hers("/schedules/<adaSchedule>"))),
          entry("GET /event-types", List.of(own("/event-types"))),
          entry(
              "POST /event-types",
              List.of(
                  namesHers("/event-types", ON_HER_SCHEDULE),
                  namesHers("/event-types", BY_HER_TEAM),
                  namesHers("/event-types", BY_HER_TEAMS_HANDLE),
                  own("/event-types", TYPE + "}"))),
          entry(
              "PATCH /event-types",
              List.of(namesHers("/event-types", "{\"order\": [\"<adaType>\"]}"))),
          entry("GET /event-types/{id}", List.of(hers("/event-types/<adaType>"))),
          entry(
              "PUT /event-types/{id}",
              List.of(
                  hers("/event-types/<adaType>", TYPE + "}"),
                  namesHers("/event-types/<eveType>", ON_HER_SCHEDULE),
                  namesHers("/event-types/<eveType>", BY_HER_TEAM))),
          entry("DELETE /event-types/{id}", List.of(hers("/event-types/<adaType>"))),
          entry("GET /booking-links", List.of(own("/booking-links"))),
          entry(
              "POST /booking-links",
              List.of(namesHers("/booking-links", "{\"eventTypeId\": \"<adaType>\"}"))),
          entry("DELETE /booking-links/{id}", List.of(hers("/booking-links/<adaLink>"))),
          entry("GET /teams", List.of(own("/teams"))),
          entry(
              "POST /teams",
              List.of(
                  namesHers("/teams", "{\"handle\": \"crew\", \"name\": \"X\"}"),
                  namesHers("/teams", "{\"handle\": \"ada\", \"name\": \"X\"}"),
                  own("/teams", "{\"handle\": \"more\", \"name\": \"X\"}"))),
          entry("GET /teams/{id}", List.of(hers("/teams/<adaTeam>"))),
          entry(
              "PUT /teams/{id}",
              List.of(
                  hers("/teams/<adaTeam>", "{\"handle\": \"crew2\", \"name\": \"X\"}"),
                  namesHers("/teams/<eveTeam>", "{\"handle\": \"crew\", \"name\": \"X\"}"))),
          entry("DELETE /teams/{id}", List.of(hers("/teams/<adaTeam>"))),
          entry("GET /busy-times", List.of(own("/busy-times"))),
          entry(
              "POST /busy-times",
              List.of(
                  own(
                      "/busy-times",
                      """
                      {"start": "2026-03-05T12:00:00Z", "end": "2026-03-05T13:00:00Z"}
                      """))),
          entry("DELETE /busy-times/{id}", List.of(hers("/busy-times/<adaBusyTime>"))),
          entry("GET /holidays", List.of(own("/holidays"))),
          entry("GET /holidays/{country}", List.of(own("/holidays/DE?year=2026"))),
          entry("GET /absences", List.of(own("/absences"))),
          entry("POST /absences", List.of(own("/absences", ABSENCE))),
          entry("GET /absences/{id}", List.of(hers("/absences/<adaAbsence>"))),
          entry("PUT /absences/{id}", List.of(hers("/absences/<adaAbsence>", ABSENCE))),
          entry("DELETE /absences/{id}", List.of(hers("/absences/<adaAbsence>"))),
          entry(
              "POST /preview",
              List.of(
                  own("/preview", PREVIEW + "\"absence\": " + ABSENCE + "}"),
                  namesHers(
                      "/preview",
                      PREVIEW
                          + "\"schedule\": {\"id\": \"<adaSchedule>\", \"name\": \"Own\","
                          + " \"timeZone\": \"UTC\"}}"))),
          entry(
              "POST /bookings/{id}/hand-over",
              List.of(hers("/bookings/<adaBooking>/hand-over", "{\"host\": \"eve\"}"))),
          // Only an admin may.
          entry(
              "POST /invitations",
              List.of(hers("/invitations", "{\"email\": \"new@example.org\"}"))),
          entry("GET /feeds", List.of(own("/feeds"))),
          entry("POST /feeds", List.of(own("/feeds", "{}"))),
          entry("DELETE /feeds/{id}", List.of(hers("/feeds/<adaFeed>"))),
          entry("GET /feeds/{token}/meetings.ics", List.of(open("/feeds/AAAA/meetings.ics"))),
          // It goes on until someone ends it: see EventStreamTest.
          entry("GET /events", List.of()),
          entry("GET /problems", List.of(own("/problems"))),
          entry("GET /teams/{id}/members", List.of(hers("/teams/<adaTeam>/members"))),
          entry("GET /teams/{id}/bookings", List.of(hers("/teams/<adaTeam>/bookings"))),
          entry("GET /notifications", List.of(own("/notifications"))),
          entry("POST /notifications/read", List.of(own("/notifications/read", "{\"upTo\": 1}"))),
          entry("GET /export", List.of(own("/export"))),
          entry(
              "GET /explain",
              List.of(
                  namesHers("/explain?eventType=<adaType>&start=2026-03-03T15:00:00Z", ""),
                  namesHers("/explain?eventType=intro&start=2026-03-03T15:00:00Z", ""))),
          entry("GET /calendar-problems", List.of(own("/calendar-problems"))),
          entry(
              "POST /calendar-problems/{id}",
              List.of(hers("/calendar-problems/<adaCalendar>", "{\"choice\": \"believe\"}"))),
          entry("GET /calendar-accounts", List.of(own("/calendar-accounts"))),
          entry(
              "POST /calendar-accounts",
              List.of(
                  own(
                      "/calendar-accounts",
                      "{\"kind\": \"ics\", \"url\": \"http://127.0.0.1:9/\"}"))),
          entry(
              "POST /calendar-authorizations",
              List.of(
                  own(
                      "/calendar-authorizations",
                      "{\"kind\": \"google\", \"redirectUri\": \"http://127.0.0.1:9/\"}"),
                  own(
                      "/calendar-authorizations",
                      "{\"kind\": \"google\", \"redirectUri\": \"http://127.0.0.1:9/\","
                          + " \"accountId\": \"<adaAccount>\"}"))),
          entry(
              "POST /calendar-authorizations/complete",
              List.of(
                  own(
                      "/calendar-authorizations/complete",
                      "{\"state\": \"nonsense\", \"code\": \"eve\"}"))),
          entry("GET /calendar-accounts/{id}", List.of(hers("/calendar-accounts/<adaAccount>"))),
          entry(
              "PATCH /calendar-accounts/{id}",
              List.of(
                  hers("/calendar-accounts/<adaAccount>", "{\"paused\": true}"),
                  hers("/calendar-accounts/<adaAccount>", "{\"password\": \"eve\"}"))),
          entry("DELETE /calendar-accounts/{id}", List.of(hers("/calendar-accounts/<adaAccount>"))),
          entry(
              "POST /calendar-accounts/{id}/sync",
              List.of(hers("/calendar-accounts/<adaAccount>/sync"))),
          entry(
              "GET /calendar-accounts/{id}/calendars",
              List.of(hers("/calendar-accounts/<adaAccount>/calendars"))),
          entry(
              "PATCH /calendar-accounts/{id}/calendars/{calendar}",
              List.of(
                  hers(
                      "/calendar-accounts/<adaAccount>/calendars/<adaCalendar>",
                      "{\"busy\": false}"))),
          entry("GET /webhooks", List.of(own("/webhooks"))),
          entry(
              "POST /webhooks", List.of(own("/webhooks", "{\"url\": \"http://127.0.0.1:9/eve\"}"))),
          entry("GET /webhooks/{id}", List.of(hers("/webhooks/<adaWebhook>"))),
          entry(
              "PATCH /webhooks/{id}",
              List.of(
                  hers("/webhooks/<adaWebhook>", "{\"active\": false}"),
                  hers("/webhooks/<adaWebhook>", "{\"rotateSecret\": true}"))),
          entry("DELETE /webhooks/{id}", List.of(hers("/webhooks/<adaWebhook>"))),
          entry("POST /webhooks/{id}/test", List.of(hers("/webhooks/<adaWebhook>/test"))),
          entry(
              "GET /webhooks/{id}/deliveries", List.of(hers("/webhooks/<adaWebhook>/deliveries"))),
          entry(
              "POST /webhook-deliveries/{id}/replay",
              List.of(hers("/webhook-deliveries/<adaDelivery>/replay"))),
          entry(
              "GET /bookings",
              List.of(own("/bookings"), own("/bookings?q=anzi"), own("/bookings?eventType=intro"))),
          entry("GET /bookings/{id}", List.of(hers("/bookings/<adaBooking>"))),
          entry("GET /bookings/{id}/slots", List.of(hers("/bookings/<adaBooking>/slots"))),
          entry("POST /bookings/{id}/confirm", List.of(hers("/bookings/<adaBooking>/confirm"))),
          entry("POST /bookings/{id}/decline", List.of(hers("/bookings/<adaBooking>/decline"))),
          entry("POST /bookings/{id}/cancel", List.of(hers("/bookings/<adaBooking>/cancel"))),
          entry("POST /bookings/{id}/no-show", List.of(hers("/bookings/<adaBooking>/no-show"))),
          entry(
              "POST /bookings/{id}/reschedule",
              List.of(hers("/bookings/<adaBooking>/reschedule", MOVE))));

  @Parameter DatabaseKind kind;
  private ServerFixture server;
  private AnotherHost hosts;

  @BeforeEach
  void open() {
    server = new ServerFixture(kind, true);
    hosts = new AnotherHost(server);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private interface Check {
    void of(String method, String path, Probe probe);
  }

  private void forEachProbe(Check check) {
    new TreeMap<>(PROBES)
        .forEach(
            (route, probes) ->
                probes.forEach(
                    probe -> {
                      String method = route.substring(0, route.indexOf(' '));
                      check.of(method, "/api/v1" + hosts.filled(probe.path()), probe);
                    }));
  }

  @Test
  void hasAnEntryForEveryRoute() {
    Set<String> registered =
        Routes.of(server).stream()
            .filter(route -> route.contains(" /api/v1/"))
            .map(route -> route.replace("/api/v1", ""))
            .collect(Collectors.toSet());
    assertThat(PROBES.keySet()).isEqualTo(registered);
  }

  @Test
  void showsAndChangesNothingOfAnotherHost() {
    forEachProbe(
        (method, path, probe) -> {
          Contents before = contents();
          Answer answer = server.as(hosts.eve, method, path, hosts.filled(probe.body()));
          Contents after = contents();
          String what =
              method + " " + path + ": " + answer.status() + " " + answer.response().body();
          assertThat(answer.response().body().toLowerCase(Locale.ROOT))
              .as(what)
              .doesNotContain(marksNotIn(path + probe.body()));
          switch (probe.rule()) {
            case HERS -> assertThat(answer.status()).as(what).isIn(403, 404);
            case NAMES_HERS -> assertThat(answer.status()).as(what).isBetween(400, 499);
            case OWN, OPEN -> assertThat(answer.status()).as(what).isBetween(200, 499);
          }
          if (probe.rule() == Rule.OWN) {
            assertThat(rows(after)).as(what).containsAll(notEves(before));
          } else {
            // That a revision of eve's rises does nobody harm.
            assertThat(notEves(after)).as(what).isEqualTo(notEves(before));
            assertThat(rows(after)).as(what).hasSameSizeAs(rows(before));
          }
        });
  }

  /// What eve said herself may stand in the answer.
  private static List<String> marksNotIn(String question) {
    return AnotherHost.MARKS.stream().filter(mark -> !question.contains(mark)).toList();
  }

  private Contents contents() {
    return Contents.of(server.core.database, server.core.clock.instant());
  }

  private static List<String> rows(Contents contents) {
    List<String> rows = new ArrayList<>();
    contents
        .tables()
        .forEach((table, lines) -> lines.forEach(line -> rows.add(table + "|" + line)));
    return rows;
  }

  private List<String> notEves(Contents contents) {
    return rows(contents).stream()
        .filter(row -> !row.contains(hosts.eveId))
        // Both come from one address.
        .filter(row -> !row.toLowerCase(Locale.ROOT).startsWith("sign_in_tries|"))
        // What is asked of other servers counts for all hosts together.
        .filter(row -> !row.toLowerCase(Locale.ROOT).startsWith("rate_limit|"))
        .collect(Collectors.toList());
  }

  @Test
  void letsNobodyInWithoutAToken() {
    Contents before = contents();
    forEachProbe(
        (method, path, probe) -> {
          if (probe.rule() != Rule.OPEN) {
            Answer answer = server.as("", method, path, hosts.filled(probe.body()));
            assertThat(answer.status()).as(method + " " + path).isEqualTo(401);
          }
        });
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void letsATokenThatMayOnlyReadChangeNothing() {
    String order = "{\"name\": \"reader\", \"scopes\": [\"read\"]}";
    Answer made = server.asHost("POST", "/api/v1/tokens", order);
    String reader = made.body().path("token").stringValue();
    assertThat(server.as(reader, "GET", "/api/v1/me", "").status()).isEqualTo(200);
    Contents before = contents();
    forEachProbe(
        (method, path, probe) -> {
          if (probe.rule() != Rule.OPEN && !method.equals("GET")) {
            Answer answer = server.as(reader, method, path, hosts.filled(probe.body()));
            assertThat(answer.code()).as(method + " " + path).isEqualTo("forbidden");
            assertThat(answer.status()).isEqualTo(403);
          }
        });
    assertThat(contents()).isEqualTo(before);
  }
}
