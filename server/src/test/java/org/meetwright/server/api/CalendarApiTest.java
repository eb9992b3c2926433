package org.meetwright.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.calendar.account.CalendarConnections;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import tools.jackson.databind.JsonNode;

/// Calendar accounts over HTTP, with a calendar file on loopback, on both databases.
@ParameterizedClass
@EachDatabase
class CalendarApiTest {
  private static final String ACCOUNTS = "/api/v1/calendar-accounts";

  /// A Tuesday, 10 to 11 in New York.
  private static final String DENTIST = CalendarFile.event("1", "20260310T140000Z", "Dentist");

  @Parameter DatabaseKind kind;
  private ServerFixture fixture;
  private CalendarFile file;

  @BeforeEach
  void open() {
    fixture = new ServerFixture(kind, true);
    fixture.addEventType("intro", "\"seats\": 1");
    file = new CalendarFile("/s3cret/basic.ics").says(DENTIST);
  }

  @AfterEach
  void close() {
    file.close();
    fixture.close();
  }

  private Answer add(String url, String more) {
    return fixture.asHost(
        "POST", ACCOUNTS, "{\"kind\": \"ics\", \"url\": \"" + url + "\"" + more + "}");
  }

  private String added() {
    Answer added = add(file.url(), "");
    assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
    return added.body().path("id").asString();
  }

  private JsonNode calendar(String account) {
    return fixture
        .asHost("GET", ACCOUNTS + "/" + account + "/calendars", "")
        .body()
        .path("calendars")
        .path(0);
  }

  private Answer choose(String account, String choice) {
    String id = calendar(account).path("id").asString();
    return fixture.asHost("PATCH", ACCOUNTS + "/" + account + "/calendars/" + id, choice);
  }

  /// The server reads the account too, and may come in between: a round that began earlier does not
  /// count.
  private JsonNode sync(String account) {
    fixture.core.clock.advance(Duration.ofSeconds(1));
    Answer synced = fixture.asHost("POST", ACCOUNTS + "/" + account + "/sync", "");
    assertThat(synced.status()).as(synced.body().toString()).isEqualTo(200);
    return synced.body();
  }

  private List<String> starts() {
    return fixture
        .get(
            "/api/v1/hosts/ada/event-types/intro/slots?from=2026-03-10&to=2026-03-10&zone=UTC"
                + "&fields=start")
        .body()
        .path("starts")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  @Test
  void takesTheTimeOfWhatIsInTheCalendar() {
    assertThat(starts()).contains("2026-03-10T14:00:00Z", "2026-03-10T14:30:00Z");
    Answer added = add(file.url(), "");
    String id = added.body().path("id").asString();
    assertThat(added.response().headers().firstValue("Location")).contains(ACCOUNTS + "/" + id);
    assertThat(added.body().path("kind").asString()).isEqualTo("ics");
    assertThat(added.body().path("name").asString()).isEqualTo("127.0.0.1");
    assertThat(added.body().path("state").asString()).isEqualTo("active");
    assertThat(added.body().path("lastSyncedAt").isNull()).isTrue();
    assertThat(added.body().path("error").isNull()).isTrue();

    JsonNode synced = sync(id);
    assertThat(synced.path("lastSyncedAt").asString())
        .as(synced + " " + calendar(id))
        .isEqualTo("2026-03-02T12:00:01Z");

    assertThat(starts())
        .contains("2026-03-10T13:30:00Z", "2026-03-10T15:00:00Z")
        .doesNotContain("2026-03-10T14:00:00Z", "2026-03-10T14:30:00Z");
    JsonNode calendar = calendar(id);
    assertThat(calendar.path("name").asString()).isEqualTo("Ada's days");
    assertThat(calendar.path("busy").asBoolean()).isTrue();
    assertThat(calendar.path("receives").asBoolean()).isFalse();
    assertThat(calendar.path("mayWrite").asBoolean()).isFalse();
    assertThat(fixture.asHost("GET", ACCOUNTS, "").body().path("calendarAccounts")).hasSize(1);
    assertThat(fixture.asHost("GET", ACCOUNTS + "/" + id, "").body().path("id").asString())
        .isEqualTo(id);
  }

  @Test
  void givesTheTimeBackWhenTheCalendarNoLongerCountsOrIsGone() {
    String id = added();
    sync(id);
    assertThat(starts()).doesNotContain("2026-03-10T14:00:00Z");
    Answer chosen = choose(id, "{\"busy\": false}");
    assertThat(chosen.body().path("busy").asBoolean(true)).isFalse();
    assertThat(starts()).contains("2026-03-10T14:00:00Z");
    choose(id, "{\"busy\": true}");
    sync(id);
    assertThat(starts()).doesNotContain("2026-03-10T14:00:00Z");
    var unclear = fixture.asHost("DELETE", ACCOUNTS + "/" + id + "?events=all", "");
    assertThat(unclear.status()).isEqualTo(400);
    assertThat(unclear.body().at("/errors/0/message").asString(""))
        .startsWith("must be delete or keep, not");
    assertThat(fixture.asHost("DELETE", ACCOUNTS + "/" + id + "?events=keep", "").status())
        .isEqualTo(204);
    assertThat(starts()).contains("2026-03-10T14:00:00Z");
    assertThat(fixture.asHost("DELETE", ACCOUNTS + "/" + id, "").status()).isEqualTo(404);
    assertThat(fixture.asHost("GET", ACCOUNTS + "/" + id, "").status()).isEqualTo(404);
  }

  @Test
  void keepsWhatIsKnownWhenTheFileFailsAndSaysSo() {
    String id = added();
    sync(id);
    file.fails(500);
    JsonNode failed = sync(id);
    assertThat(failed.path("error").asString()).isNotEmpty().doesNotContain("s3cret");
    assertThat(failed.path("errorCode").asString()).isEqualTo("failed");
    assertThat(calendar(id).path("errorCode").asString()).isEqualTo("failed");
    assertThat(failed.path("state").asString()).isEqualTo("active");
    assertThat(starts()).doesNotContain("2026-03-10T14:00:00Z");
    file.says(DENTIST);
    assertThat(sync(id).path("error").isNull()).isTrue();
  }

  @Test
  void asksForAnotherPasswordWhenItIsRefused() {
    file.asksFor("ada", "one");
    Answer wrong = add(file.url(), ", \"user\": \"ada\", \"password\": \"zwei\"");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.field()).isEqualTo("password");
    assertThat(wrong.body().at("/errors/0/code").asString()).isEqualTo("sign_in");
    assertThat(wrong.body().toString()).doesNotContain("zwei", "s3cret");
    assertThat(fixture.asHost("GET", ACCOUNTS, "").body().path("calendarAccounts")).isEmpty();

    Answer right = add(file.url(), ", \"user\": \"ada\", \"password\": \"one\"");
    assertThat(right.status()).as(right.body().toString()).isEqualTo(201);
    String id = right.body().path("id").asString();
    sync(id);
    file.asksFor("ada", "two");
    assertThat(sync(id).path("state").asString()).isEqualTo("reauth");
    assertThat(starts()).doesNotContain("2026-03-10T14:00:00Z");
    assertThat(fixture.asHost("POST", ACCOUNTS + "/" + id + "/sync", "").code())
        .isEqualTo("not_possible");
    String path = ACCOUNTS + "/" + id;
    assertThat(fixture.asHost("PATCH", path, "{\"password\": \"three\"}").field())
        .isEqualTo("password");
    Answer changed = fixture.asHost("PATCH", path, "{\"password\": \"two\", \"name\": \"Work\"}");
    assertThat(changed.body().path("state").asString()).isEqualTo("active");
    assertThat(changed.body().path("name").asString()).isEqualTo("Work");
    assertThat(sync(id).path("error").isNull()).isTrue();
  }

  @Test
  void isNotReadWhileItIsPaused() {
    String path = ACCOUNTS + "/" + added();
    Answer paused = fixture.asHost("PATCH", path, "{\"paused\": true}");
    assertThat(paused.body().path("state").asString()).isEqualTo("paused");
    assertThat(fixture.asHost("POST", path + "/sync", "").code()).isEqualTo("not_possible");
    Answer again = fixture.asHost("PATCH", path, "{\"paused\": false, \"follows\": true}");
    assertThat(again.body().path("state").asString()).isEqualTo("active");
    assertThat(again.body().path("follows").asBoolean()).isTrue();
  }

  @Test
  void refusesWhatItCannotConnectAndKeepsNothingOfIt() {
    assertThat(add("http://127.0.0.1:9/", "").field()).isEqualTo("url");
    assertThat(add("file:///etc/passwd", "").field()).isEqualTo("url");
    assertThat(add("", "").field()).isEqualTo("url");
    assertThat(add(file.url(), ", \"name\": \"" + "x".repeat(101) + "\"").field())
        .isEqualTo("name");
    assertThat(add(file.url(), ", \"colour\": 1").field()).isEqualTo("colour");
    String google = "{\"kind\": \"google\", \"url\": \"https://example.org\"}";
    assertThat(fixture.asHost("POST", ACCOUNTS, google).field()).isEqualTo("kind");
    assertThat(fixture.post(ACCOUNTS, google).status()).isEqualTo(401);
    file.fails(404);
    assertThat(add(file.url(), "").field()).isEqualTo("url");
    assertThat(fixture.asHost("GET", ACCOUNTS, "").body().path("calendarAccounts")).isEmpty();
  }

  @Test
  void writesNoMeetingsIntoWhatCanOnlyBeRead() {
    assertThat(choose(added(), "{\"receives\": true}").code()).isEqualTo("not_possible");
  }

  @Test
  void connectsAtMostTwenty() {
    for (int i = 0; i < CalendarConnections.MOST; i++) {
      added();
    }
    assertThat(add(file.url(), "").code()).isEqualTo("not_possible");
  }

  private static void assertTooOften(Answer answer) {
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.code()).isEqualTo("too_many_requests");
    assertThat(answer.response().headers().firstValueAsLong("Retry-After").orElse(0))
        .isBetween(1L, 3600L);
    assertThat(answer.body().toString()).doesNotContain("s3cret", "127.0.0.1");
  }

  @Test
  void triesNoMoreOftenThanItMay() {
    String path = ACCOUNTS + "/" + added();
    file.fails(404);
    int refused = 0;
    Answer answer = add(file.url(), "");
    for (; answer.status() == 400 && refused < 1000; refused++) {
      answer = add(file.url(), "");
    }
    assertThat(refused).isEqualTo(29);
    assertTooOften(answer);
    assertTooOften(fixture.asHost("PATCH", path, "{\"url\": \"" + file.url() + "\"}"));
    assertThat(fixture.asHost("PATCH", path, "{\"name\": \"Mine\"}").status()).isEqualTo(200);
    int read = 0;
    answer = fixture.asHost("POST", path + "/sync", "");
    for (; answer.status() == 200 && read < 1000; read++) {
      answer = fixture.asHost("POST", path + "/sync", "");
    }
    assertThat(read).isEqualTo(60);
    assertTooOften(answer);
    fixture.core.clock.advance(Duration.ofMinutes(2));
    file.says(DENTIST);
    assertThat(add(file.url(), "").status()).isEqualTo(201);
    assertThat(fixture.asHost("POST", path + "/sync", "").status()).isEqualTo(200);
  }

  @Test
  void isNobodyElses() {
    String id = added();
    String grace = fixture.addHost("grace");
    String path = ACCOUNTS + "/" + id;
    String calendar = path + "/calendars/" + calendar(id).path("id").asString();
    assertThat(fixture.as(grace, "GET", path, "").status()).isEqualTo(404);
    assertThat(fixture.as(grace, "PATCH", path, "{\"password\": \"x\"}").status()).isEqualTo(404);
    assertThat(fixture.as(grace, "POST", path + "/sync", "").status()).isEqualTo(404);
    assertThat(fixture.as(grace, "GET", path + "/calendars", "").status()).isEqualTo(404);
    assertThat(fixture.as(grace, "PATCH", calendar, "{\"busy\": false}").status()).isEqualTo(404);
    assertThat(fixture.as(grace, "DELETE", path, "").status()).isEqualTo(404);
    // A calendar of another account than the path says.
    String other = added();
    String mixed = ACCOUNTS + "/" + other + calendar.substring(path.length());
    assertThat(fixture.asHost("PATCH", mixed, "{\"busy\": false}").status()).isEqualTo(404);
  }

  @Test
  void keepsAddressAndPasswordSealedAndTellsThemNobody() {
    file.asksFor("ada", "pass w0rd");
    Answer added = add(file.url(), ", \"user\": \"ada\", \"password\": \"pass w0rd\"");
    assertThat(added.status()).isEqualTo(201);
    sync(added.body().path("id").asString());
    assertThat(fixture.core.dump()).doesNotContain("s3cret").doesNotContain("pass w0rd");
    assertThat(fixture.asHost("GET", "/api/v1/export", "").body().toString())
        .contains("127.0.0.1")
        .doesNotContain("s3cret")
        .doesNotContain("pass w0rd");
    assertThat(added.body().toString()).doesNotContain("s3cret").doesNotContain("pass w0rd");
  }

  @Test
  void allowsNoPrivateAddressesUnlessConfigured() {
    try (ServerFixture closed = new ServerFixture(kind)) {
      String body = "{\"kind\": \"ics\", \"url\": \"" + file.url() + "\"}";
      Answer refused = closed.asHost("POST", ACCOUNTS, body);
      assertThat(refused.field()).isEqualTo("url");
      assertThat(refused.body().path("detail").asString())
          .contains("calendars.allowPrivateTargets");
      assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo("private_address");
    }
  }
}
