package org.meetwright.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.erasure.ErasureOutcome;
import org.meetwright.core.feed.Feeds;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import tools.jackson.databind.JsonNode;

/// Calendar feeds over HTTP, on both databases.
@ParameterizedClass
@EachDatabase
class FeedApiTest {
  @Parameter DatabaseKind kind;
  private ServerFixture fixture;

  @BeforeEach
  void open() {
    fixture = new ServerFixture(kind);
    fixture.addEventType("intro", "\"seats\": 1");
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private JsonNode make(String body) {
    Answer made = fixture.asHost("POST", "/api/v1/feeds", body);
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    return made.body();
  }

  private static String path(JsonNode feed) {
    return URI.create(feed.path("url").asString()).getRawPath();
  }

  private String text(JsonNode feed) {
    Answer answer = fixture.get(path(feed));
    assertThat(answer.status()).isEqualTo(200);
    return answer.response().body().replace("\r\n ", "");
  }

  private JsonNode book(String address, String start, String email) {
    Answer booked = fixture.post("/api/v1/bookings", ServerFixture.booking(address, start, email));
    assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
    return booked.body();
  }

  private void change(JsonNode booking, String how, String body) {
    String path = "/api/v1/bookings/" + booking.path("id").asString() + "/" + how;
    assertThat(fixture.asHost("POST", path, body).status()).isEqualTo(200);
  }

  private String tag(JsonNode feed) {
    return fixture.get(path(feed)).response().headers().firstValue("ETag").orElseThrow();
  }

  private int askAgain(JsonNode feed, String tag) {
    Answer again = fixture.send(fixture.request(path(feed)).header("If-None-Match", tag).GET());
    assertThat(again.response().body().isEmpty()).isEqualTo(again.status() == 304);
    return again.status();
  }

  @Test
  void makesListsAndDeletesFeeds() {
    JsonNode full = make("{}");
    JsonNode busy = make("{\"kind\": \"busy\", \"name\": \"For the family\"}");

    assertThat(full.path("kind").asString()).isEqualTo("full");
    assertThat(full.path("url").asString())
        .matches(fixture.server.url() + "/api/v1/feeds/[A-Za-z0-9_-]{43}/meetings\\.ics");
    JsonNode listed = fixture.asHost("GET", "/api/v1/feeds", "").body().path("feeds");
    assertThat(listed).hasSize(2);
    assertThat(listed.path(1).path("name").asString()).isEqualTo("For the family");
    assertThat(listed.toString()).doesNotContain("url", "ics");
    assertThat(listed.path(0).path("lastReadAt").isNull()).isTrue();
    text(full);
    listed = fixture.asHost("GET", "/api/v1/feeds", "").body().path("feeds");
    assertThat(listed.path(0).path("lastReadAt").asString()).isEqualTo("2026-03-02T12:00:00Z");

    String grace = fixture.addHost("grace");
    String path = "/api/v1/feeds/" + full.path("id").asString();
    assertThat(fixture.as(grace, "DELETE", path, "").status()).isEqualTo(404);
    assertThat(fixture.as(grace, "GET", "/api/v1/feeds", "").body().path("feeds")).isEmpty();
    assertThat(fixture.asHost("DELETE", path, "").status()).isEqualTo(204);
    assertThat(fixture.get(path(full)).status()).isEqualTo(404);
    assertThat(fixture.get(path(busy)).status()).isEqualTo(200);
    assertThat(fixture.asHost("DELETE", path, "").status()).isEqualTo(404);
  }

  @Test
  void refusesWhatItCannotMake() {
    assertThat(fixture.asHost("POST", "/api/v1/feeds", "{\"kind\": \"some\"}").field())
        .isEqualTo("kind");
    assertThat(
            fixture
                .asHost("POST", "/api/v1/feeds", "{\"name\": \"" + "x".repeat(101) + "\"}")
                .field())
        .isEqualTo("name");
    assertThat(fixture.asHost("POST", "/api/v1/feeds", "{\"name\": \"a\\nb\"}").field())
        .isEqualTo("name");
    assertThat(fixture.asHost("POST", "/api/v1/feeds", "{\"url\": \"x\"}").field())
        .isEqualTo("url");
    assertThat(fixture.post("/api/v1/feeds", "{}").status()).isEqualTo(401);
    for (int i = 0; i < Feeds.MOST; i++) {
      make("{}");
    }
    assertThat(fixture.asHost("POST", "/api/v1/feeds", "{}").code()).isEqualTo("not_possible");
    assertThat(fixture.get("/api/v1/feeds/nonsense/meetings.ics").status()).isEqualTo(404);
  }

  @Test
  void keepsNoSecret() {
    JsonNode feed = make("{}");
    String secret = path(feed).split("/", -1)[4];

    assertThat(fixture.core.dump()).doesNotContain(secret);
    assertThat(fixture.asHost("GET", "/api/v1/export", "").body().toString())
        .doesNotContain(secret);
  }

  @Test
  void tellsTheHostsMeetings() {
    JsonNode feed = make("{\"name\": \"Work\"}");
    JsonNode booked = book("ada/intro", "2026-03-09T14:00:00Z", "bob@example.com");
    String id = booked.path("calendarUid").asString();

    Answer answer = fixture.get(path(feed));

    assertThat(answer.response().headers().firstValue("Content-Type"))
        .contains("text/calendar; charset=utf-8; method=PUBLISH");
    assertThat(answer.response().headers().firstValue("Cache-Control"))
        .contains("private, no-cache");
    assertThat(text(feed))
        .contains("X-WR-CALNAME:Work\r\n", "UID:" + id + "\r\n", "SEQUENCE:0\r\n")
        .contains("DTSTART:20260309T140000Z\r\n", "DTEND:20260309T143000Z\r\n")
        .contains("DTSTAMP:20260302T120000Z\r\n", "STATUS:CONFIRMED\r\n")
        .contains("SUMMARY:Talk: ada Example and Bob Brown\r\n", "bob@example.com")
        .doesNotContain("manage", "/b/");
    fixture.core.clock.advance(Duration.ofHours(1));
    change(booked, "reschedule", "{\"start\": \"2026-03-09T15:00:00Z\"}");
    assertThat(text(feed))
        .contains("UID:" + id + "\r\n", "SEQUENCE:1\r\n", "DTSTART:20260309T150000Z\r\n")
        .contains("DTSTAMP:20260302T130000Z\r\n")
        .containsOnlyOnce("BEGIN:VEVENT");
    String grace = fixture.addHost("grace");
    JsonNode other = fixture.as(grace, "POST", "/api/v1/feeds", "{}").body();
    assertThat(text(other)).doesNotContain("BEGIN:VEVENT", "ob@example");
  }

  @Test
  void keepsWhatWasCancelledForAMonth() {
    JsonNode feed = make("{}");
    JsonNode booked = book("ada/intro", "2026-06-09T14:00:00Z", "bob@example.com");
    change(booked, "cancel", "{}");
    assertThat(text(feed)).contains("STATUS:CANCELLED\r\n", "SEQUENCE:1\r\n");

    fixture.core.clock.advance(Duration.ofDays(30));
    assertThat(text(feed)).contains("STATUS:CANCELLED\r\n");
    fixture.core.clock.advance(Duration.ofDays(1));
    assertThat(text(feed)).doesNotContain("BEGIN:VEVENT");
  }

  @Test
  void looksThirtyDaysBack() {
    JsonNode feed = make("{}");
    book("ada/intro", "2026-03-09T14:00:00Z", "bob@example.com");
    fixture.core.clock.set("2026-04-08T14:00:00Z");
    assertThat(text(feed)).contains("BEGIN:VEVENT");
    fixture.core.clock.set("2026-04-09T00:00:00Z");
    assertThat(text(feed)).doesNotContain("BEGIN:VEVENT");
  }

  @Test
  void showsRequestsAsTentativeAndWhatWasDeclinedAsCancelled() {
    fixture.addEventType("asked", "\"requiresApproval\": true");
    JsonNode feed = make("{}");
    JsonNode busy = make("{\"kind\": \"busy\"}");
    JsonNode asked = book("ada/asked", "2026-03-09T14:00:00Z", "bob@example.com");
    assertThat(text(feed)).contains("STATUS:TENTATIVE\r\n");
    assertThat(text(busy)).contains("STATUS:TENTATIVE\r\n", "SUMMARY:Busy\r\n");
    change(asked, "decline", "{}");
    assertThat(text(feed)).contains("STATUS:CANCELLED\r\n");
  }

  @Test
  void isNotReadAgainUntilSomethingChanges() {
    JsonNode feed = make("{}");
    List<String> tags = new ArrayList<>();
    tags.add(tag(feed));
    assertThat(askAgain(feed, tags.getLast())).isEqualTo(304);
    JsonNode booked = book("ada/intro", "2026-03-09T14:00:00Z", "bob@example.com");
    assertThat(askAgain(feed, tags.getLast())).isEqualTo(200);
    tags.add(tag(feed));
    assertThat(askAgain(feed, "\"x\", " + tags.getLast())).isEqualTo(304);
    change(booked, "cancel", "{}");
    tags.add(tag(feed));
    fixture.asHost("PATCH", "/api/v1/me", "{\"name\": \"Ada King\"}");
    tags.add(tag(feed));
    fixture.core.clock.advance(Duration.ofDays(1));
    tags.add(tag(feed));
    // Nobody is erased while mails to him wait.
    fixture.core.sql("UPDATE outbox SET state = 'done'");
    assertThat(fixture.core.core.erasure().eraseInvitee(new EmailAddress("bob@example.com")))
        .isInstanceOf(ErasureOutcome.Erased.class);
    assertThat(askAgain(feed, tags.getLast())).isEqualTo(200);
    assertThat(text(feed)).contains("BEGIN:VEVENT").doesNotContain("ob@example", "Bob");
    tags.add(tag(feed));
    tags.add(tag(make("{\"kind\": \"busy\"}")));
    assertThat(tags).doesNotHaveDuplicates();
  }

  @Test
  void tellsEachSeatOfAGroupInFullAndTheGroupOnceInABusyFeed() {
    fixture.addEventType("class", "\"seats\": 5");
    JsonNode full = make("{}");
    JsonNode busy = make("{\"kind\": \"busy\"}");
    JsonNode first = book("ada/class", "2026-03-09T14:00:00Z", "bob@example.com");
    book("ada/class", "2026-03-09T14:00:00Z", "eve@example.com");
    assertThat(text(full).split("BEGIN:VEVENT", -1)).hasSize(3);
    assertThat(text(busy))
        .containsOnlyOnce("BEGIN:VEVENT")
        .contains("UID:" + first.path("calendarUid").asString());
    change(first, "cancel", "{}");
    assertThat(text(busy)).containsOnlyOnce("BEGIN:VEVENT").contains("STATUS:CONFIRMED\r\n");
  }

  @Test
  void endsWithTheTokenThatMadeIt() {
    JsonNode token =
        fixture
            .asHost(
                "POST",
                "/api/v1/tokens",
                "{\"name\": \"script\", \"expiresAt\": \"2026-03-03T12:00:00Z\"}")
            .body();
    String secret = token.path("token").asString();
    JsonNode expiring = fixture.as(secret, "POST", "/api/v1/feeds", "{}").body();
    String session = fixture.signIn("correct horse battery staple");
    JsonNode lasting = fixture.as(session, "POST", "/api/v1/feeds", "{}").body();
    assertThat(fixture.get(path(expiring)).status()).isEqualTo(200);
    fixture.core.clock.advance(Duration.ofDays(1));
    assertThat(fixture.get(path(expiring)).status()).isEqualTo(404);
    String revoked = "/api/v1/tokens/" + token.path("id").asString();
    assertThat(fixture.asHost("DELETE", revoked, "").status()).isEqualTo(204);
    assertThat(fixture.asHost("GET", "/api/v1/feeds", "").body().path("feeds")).hasSize(1);
    assertThat(fixture.get(path(lasting)).status()).isEqualTo(200);
  }

  @Test
  void endsWithItsHost() {
    JsonNode feed = make("{}");
    fixture.core.core.erasure().eraseHost(fixture.core.ada.id());
    assertThat(fixture.get(path(feed)).status()).isEqualTo(404);
  }
}
