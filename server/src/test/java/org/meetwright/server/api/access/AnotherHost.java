package org.meetwright.server.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import org.meetwright.server.api.CalendarFile;
import tools.jackson.databind.JsonNode;

/// Two hosts: ada, who has something of every kind, all of it marked, and eve, who wants it.
final class AnotherHost {
  /// Words that stand in what ada has and nowhere else; in lower case.
  static final List<String> MARKS = List.of("zanzibar", "ada@example.org", "bob@example.com");

  private static final Pattern NAME = Pattern.compile("<(\\w+)>");

  private final ServerFixture server;
  private final Map<String, String> ids = new HashMap<>();
  final String eve;
  final String eveId;

  AnotherHost(ServerFixture server) {
    this.server = server;
    eve = server.addHost("eve");
    eveId = text(server.as(eve, "GET", "/api/v1/me", "").body(), "id");
    String session = server.signIn("correct horse");
    ids.put("adaSession", first(session, "sessions"));
    ids.put("adaSchedule", first(server.token, "schedules"));
    rename();
    ids.put("adaToken", made("tokens", "{\"name\": \"Zanzibar\"}"));
    ids.put(
        "adaAbsence",
        made(
            "absences",
            "{\"from\": \"2027-05-03\", \"to\": \"2027-05-04\", \"note\": \"Zanzibar\"}"));
    ids.put("adaFeed", made("feeds", "{\"name\": \"Zanzibar\"}"));
    ids.put("adaBusyTime", made("busy-times", BUSY));
    ids.put("adaTeam", made("teams", TEAM));
    ids.put("adaWebhook", made("webhooks", "{\"url\": \"http://127.0.0.1:9/zanzibar\"}"));
    ids.put("adaAccount", connected());
    ids.put(
        "adaCalendar",
        first(server.token, "calendar-accounts/" + ids.get("adaAccount") + "/calendars"));
    ids.put("adaType", made("event-types", TYPE));
    ids.put("adaLink", made("booking-links", filled("{\"eventTypeId\": \"<adaType>\"}")));
    ids.put("adaBooking", text(answer(server.post("/api/v1/bookings", BOOKING)), "id"));
    ids.put(
        "adaDelivery", first(server.token, "webhooks/" + ids.get("adaWebhook") + "/deliveries"));
    ids.put(
        "eveType", text(answer(server.as(eve, "POST", "/api/v1/event-types", EVES_TYPE)), "id"));
    ids.put("eveTeam", text(answer(server.as(eve, "POST", "/api/v1/teams", EVES_TEAM)), "id"));
  }

  private static final String BUSY =
      """
      {"start": "2026-03-05T12:00:00Z", "end": "2026-03-05T13:00:00Z", "summary": "Zanzibar"}
      """;
  private static final String TEAM =
      "{\"handle\": \"crew\", \"name\": \"Zanzibar\", \"members\": [{\"handle\": \"ada\"}]}";
  private static final String TYPE =
      """
      {"slug": "intro", "name": "Zanzibar", "durationMinutes": 30,
       "location": {"kind": "link", "value": "https://zanzibar.example.org"}}
      """;
  private static final String EVES_TYPE =
      "{\"slug\": \"own\", \"name\": \"Own\", \"durationMinutes\": 30}";
  private static final String EVES_TEAM =
      "{\"handle\": \"eves\", \"name\": \"Own\", \"members\": [{\"handle\": \"eve\"}]}";
  private static final String BOOKING =
      ServerFixture.booking("2026-03-03T15:00:00Z", "bob@example.com")
          .replace("Bob Brown", "Zanzibar");

  /// Marks the schedule that ada has from the beginning.
  private void rename() {
    String path = filled("/api/v1/schedules/<adaSchedule>");
    String body = server.asHost("GET", path, "").body().toString();
    answer(server.asHost("PUT", path, body.replace("\"name\":\"", "\"name\":\"Zanzibar ")));
  }

  private String made(String path, String body) {
    return text(answer(server.asHost("POST", "/api/v1/" + path, body)), "id");
  }

  private String connected() {
    try (CalendarFile file = new CalendarFile("/zanzibar.ics")) {
      file.says(CalendarFile.event("1", "20260310T120000Z", "Zanzibar"));
      return made("calendar-accounts", "{\"kind\": \"ics\", \"url\": \"" + file.url() + "\"}");
    }
  }

  private String first(String token, String path) {
    JsonNode list = answer(server.as(token, "GET", "/api/v1/" + path, ""));
    return text(list.iterator().next().path(0), "id");
  }

  private static JsonNode answer(Answer answer) {
    assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 201);
    return answer.body();
  }

  private static String text(JsonNode node, String key) {
    return node.path(key).stringValue();
  }

  /// Returns a text with the ids that it names, like `<adaType>`.
  String filled(String text) {
    return NAME.matcher(text)
        .replaceAll(name -> Matcher.quoteReplacement(String.valueOf(ids.get(name.group(1)))));
  }
}
