package org.meetwright.server.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.Core;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.account.ProfileChanges;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.rule.HostLimits;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Profile;
import org.meetwright.core.news.News;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import org.meetwright.server.stream.Listening.Event;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Streams of events over HTTP, on both databases.
@ParameterizedClass
@EachDatabase
class EventStreamTest {
  private static final String BUSY =
      "{\"start\": \"2026-03-05T12:00:00Z\", \"end\": \"2026-03-05T13:00:00Z\"}";

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

  private Listening listen(String last) throws Exception {
    return new Listening(fixture.server.url(), fixture.token, last);
  }

  private JsonNode book(String start) {
    Answer booked =
        fixture.post("/api/v1/bookings", ServerFixture.booking(start, "bob@example.com"));
    assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
    return booked.body();
  }

  private void busy() {
    assertThat(fixture.asHost("POST", "/api/v1/busy-times", BUSY).status()).isEqualTo(201);
  }

  @Test
  void tellsWhatHappensToBookingsAndSettings() throws Exception {
    try (Listening stream = listen(null)) {
      assertThat(stream.response().headers().firstValue("Content-Type"))
          .contains("text/event-stream; charset=utf-8");
      long first = Long.parseLong(stream.next().id());
      String id = book("2026-03-09T14:00:00Z").path("id").asString();
      Event created = stream.next();
      assertThat(created.type()).isEqualTo("booking.created");
      assertThat(created.id()).isEqualTo(String.valueOf(first + 1));
      JsonNode data = JsonMapper.shared().readTree(created.data());
      assertThat(data.path("type").asString()).isEqualTo("booking.created");
      assertThat(data.path("id").longValue()).isEqualTo(first + 1);
      assertThat(data.path("timestamp").asString()).isEqualTo("2026-03-02T12:00:00Z");
      assertThat(data.at("/subject/kind").asString()).isEqualTo("booking");
      assertThat(data.at("/subject/id").asString()).isEqualTo(id);
      fixture.asHost("POST", "/api/v1/bookings/" + id + "/cancel", "{}");
      assertThat(stream.next().type()).isEqualTo("booking.cancelled");
      busy();
      assertThat(stream.next().type()).isEqualTo("busy_time.changed");
      fixture.asHost("POST", "/api/v1/schedules", "{\"name\": \"More\", \"timeZone\": \"UTC\"}");
      assertThat(stream.next().type()).isEqualTo("schedule.changed");
      fixture.addEventType("more", "\"seats\": 1");
      assertThat(stream.next().type()).isEqualTo("event_type.changed");
      fixture.asHost("PATCH", "/api/v1/me", "{\"name\": \"Ada King\"}");
      assertThat(stream.next().type()).isEqualTo("account.changed");
      fixture.asHost("POST", "/api/v1/webhooks", "{\"url\": \"https://example.org/hook\"}");
      assertThat(stream.next().type()).isEqualTo("webhook.changed");
      fixture.asHost("POST", "/api/v1/feeds", "{}");
      Event last = stream.next();
      assertThat(last.type()).isEqualTo("feed.changed");
      assertThat(last.id()).isEqualTo(String.valueOf(first + 8));
    }
  }

  /// Those who change something on a page, or by a mailed link, are programs' hosts as well.
  @Test
  void tellsWhatChangesOutsideTheApi() throws Exception {
    Core core = fixture.core.core;
    Host ada = fixture.core.ada;
    UUID schedule = core.schedules().list(ada.id()).getFirst().id();
    try (Listening stream = listen(null)) {
      stream.next();
      new ProfileChanges(core.database(), core.clock())
          .change(
              ada.id(),
              new Profile("Ada", ada.email(), ZoneId.of("Asia/Tokyo"), ada.locale()),
              HostLimits.NONE,
              List.of(schedule));
      assertThat(stream.next().type()).isEqualTo("account.changed");
      Event followed = stream.next();
      assertThat(followed.type()).isEqualTo("schedule.changed");
      assertThat(followed.data()).contains(schedule.toString());
      core.emailChanges().set(ada.id(), new EmailAddress("ada@example.net"));
      assertThat(stream.next().type()).isEqualTo("account.changed");
    }
  }

  @Test
  void tellsOthersNothing() throws Exception {
    String grace = fixture.addHost("grace");
    try (Listening hers = new Listening(fixture.server.url(), grace, null)) {
      hers.next();
      book("2026-03-09T14:00:00Z");
      fixture.as(grace, "POST", "/api/v1/busy-times", BUSY);
      assertThat(hers.next().type()).isEqualTo("busy_time.changed");
    }
    assertThat(new Listening(fixture.server.url(), "nobody", null).response().statusCode())
        .isEqualTo(401);
    try (Listening wrong = listen("x")) {
      assertThat(wrong.response().statusCode()).isEqualTo(400);
    }
  }

  @Test
  void goesOnWhereTheClientWas() throws Exception {
    String last;
    try (Listening stream = listen(null)) {
      stream.next();
      busy();
      last = stream.next().id();
    }
    busy();
    book("2026-03-09T14:00:00Z");
    try (Listening again = listen(last)) {
      assertThat(again.next().id()).isEqualTo(last);
      assertThat(again.next().type()).isEqualTo("busy_time.changed");
      assertThat(again.next().type()).isEqualTo("booking.created");
    }
  }

  @Test
  void saysOnceWhatItDoesNotKnowAnyMore() throws Exception {
    busy();
    fixture.core.clock.advance(News.KEPT.plusDays(1));
    busy();
    while (fixture.core.core.news().tidy() > 0) {
      // The next ones.
    }
    for (String unknown : List.of("1", "1000000")) {
      try (Listening stream = listen(unknown)) {
        assertThat(stream.next().id()).isEqualTo(unknown);
        Event reset = stream.next();
        assertThat(reset.type()).isEqualTo("reset");
        busy();
        assertThat(stream.next().id()).isEqualTo(String.valueOf(Long.parseLong(reset.id()) + 1));
      }
    }
  }

  @Test
  void endsWithItsToken() throws Exception {
    JsonNode token = fixture.asHost("POST", "/api/v1/tokens", "{\"name\": \"x\"}").body();
    try (Listening stream =
        new Listening(fixture.server.url(), token.path("token").asString(), null)) {
      stream.next();
      fixture.asHost("DELETE", "/api/v1/tokens/" + token.path("id").asString(), "");
      assertThat(stream.next().type()).isEqualTo("end");
    }
  }

  @Test
  void endsWithTheServer() throws Exception {
    try (Listening stream = listen(null)) {
      stream.next();
      fixture.server.close();
      assertThat(stream.next().type()).isEqualTo("end");
    }
  }

  @Test
  void refusesAHostWithTooMany() throws Exception {
    List<Listening> streams = new ArrayList<>();
    try {
      for (int i = 0; i < EventStreams.MOST_OF_A_HOST; i++) {
        streams.add(listen(null));
        streams.getLast().next();
      }
      try (Listening more = listen(null)) {
        assertThat(more.response().statusCode()).isEqualTo(429);
        assertThat(more.response().headers().firstValue("Retry-After")).isPresent();
      }
      assertThat(fixture.asHost("GET", "/api/v1/me", "").status()).isEqualTo(200);
    } finally {
      streams.forEach(Listening::close);
    }
  }

  /// Whatever order the transactions commit in, nobody ever reads past one that is to come.
  @Test
  void leavesNothingOutOfWhatManyWriteAtOnce() throws Exception {
    int writers = 8;
    int each = 10;
    try (Listening stream = listen(null)) {
      long first = Long.parseLong(stream.next().id());
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<?>> writing = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
          writing.add(
              threads.submit(
                  () -> {
                    for (int n = 0; n < each; n++) {
                      busy();
                    }
                  }));
        }
        for (Future<?> one : writing) {
          one.get();
        }
      }
      List<Long> ids = new ArrayList<>();
      for (int i = 0; i < writers * each; i++) {
        ids.add(Long.valueOf(stream.next().id()));
      }
      assertThat(ids)
          .containsExactlyElementsOf(
              LongStream.rangeClosed(first + 1, first + (long) writers * each).boxed().toList());
    }
  }
}
