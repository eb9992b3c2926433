package org.meetwright.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.meetwright.server.ServerFixture.booking;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import org.meetwright.server.api.exchange.Json;

@ParameterizedClass
@EachDatabase
class PublicApiTest {
  private static final String TEN = "2026-03-03T15:00:00Z";

  @Parameter DatabaseKind kind;
  private ServerFixture server;

  @BeforeEach
  void open() {
    server = new ServerFixture(kind);
    server.core.addEventType(t -> t);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void tellsAHostAndHisListedEventTypes() {
    server.core.addEventType(t -> t.slug("off").inactive());
    Answer answer = server.get("/api/v1/hosts/ada");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().toString())
        .isEqualTo(
            "{\"handle\":\"ada\",\"name\":\"ada"
                + " Example\",\"timeZone\":\"America/New_York\",\"eventTypes\":[{\"slug\":\"intro\",\"name\":\"Intro"
                + " call\",\"description\":\"\",\"durationMinutes\":30,\"color\":\"#2f6f5e\"}]}");
  }

  @Test
  void offersNothingOfAHostWhoIsSwitchedOff() {
    server.core.setActive(server.core.ada, false);

    Answer host = server.get("/api/v1/hosts/ada");
    assertThat(host.status()).isEqualTo(200);
    assertThat(host.body().path("eventTypes")).isEmpty();
    assertThat(server.get("/api/v1/hosts/ada/event-types/intro").body().path("active").asBoolean())
        .isFalse();
    Answer slots =
        server.get("/api/v1/hosts/ada/event-types/intro/slots?from=2026-03-03&to=2026-03-03");
    assertThat(slots.body().path("slots")).isEmpty();
    assertThat(slots.body().path("reasons").toString()).isEqualTo("[\"inactive\"]");
    Answer refused = server.post("/api/v1/bookings", booking(TEN, "b@example.com"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().toString()).contains("inactive");

    server.core.setActive(server.core.ada, true);
    assertThat(server.get("/api/v1/hosts/ada").body().path("eventTypes")).hasSize(1);
  }

  @Test
  void tellsWhatABookingPageShows() {
    Answer answer = server.get("/api/v1/hosts/ada/event-types/intro");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().propertyNames())
        .contains("location", "questions", "seats", "requiresApproval", "hosts");
  }

  @Test
  void listsSlotsWithTheOffsetOfTheAskedZone() {
    Answer answer =
        server.get(
            "/api/v1/hosts/ada/event-types/intro/slots?from=2026-03-03&to=2026-03-03&zone=Asia/Kathmandu");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("zone").stringValue()).isEqualTo("Asia/Kathmandu");
    assertThat(answer.body().path("slots").path(0).toString())
        .isEqualTo(
            "{\"start\":\"2026-03-03T00:15:00+05:45\",\"end\":\"2026-03-03T00:45:00+05:45\","
                + "\"seatsLeft\":1}");
    assertThat(answer.body().path("nextFrom").stringValue()).isEqualTo("2026-03-04");
  }

  @Test
  void listsTheStartsAloneIfTheseAreAskedFor() {
    String slots = "/api/v1/hosts/ada/event-types/intro/slots?from=2026-03-03&to=2026-03-04";
    Answer all = server.get(slots);
    List<String> starts = new ArrayList<>();
    all.body().path("slots").forEach(slot -> starts.add(slot.path("start").asString()));

    Answer alone = server.get(slots + "&fields=start");

    List<String> told = new ArrayList<>();
    alone.body().path("starts").forEach(start -> told.add(start.asString()));
    assertThat(told).isNotEmpty().isEqualTo(starts);
    assertThat(alone.body().propertyNames())
        .containsExactly("zone", "from", "to", "durationMinutes", "starts", "nextFrom");
    assertThat(server.get(slots).body()).as("kept apart").isEqualTo(all.body());
    Answer wrong = server.get(slots + "&fields=end");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.field()).isEqualTo("fields");
  }

  @Test
  void booksOnceAndAnswersARepeatWithoutAKeyLikeATakenTime() {
    Answer first = server.post("/api/v1/bookings", booking(TEN, "bob@example.com"));
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.response().headers().firstValue("Location")).isPresent();
    assertThat(first.body().path("status").stringValue()).isEqualTo("confirmed");
    assertThat(first.body().path("start").stringValue()).isEqualTo(TEN);
    assertThat(first.body().path("manageUrl").stringValue())
        .startsWith(server.server.url() + "/b/");
    Answer repeat = server.post("/api/v1/bookings", booking(TEN, "BOB@example.com"));
    Answer stranger = server.post("/api/v1/bookings", booking(TEN, "eve@example.com"));
    assertThat(repeat.status()).isEqualTo(409);
    assertThat(repeat.code()).isEqualTo("slot_taken");
    assertThat(withoutId(repeat)).isEqualTo(withoutId(stranger));
    assertThat(repeat.response().headers().map().keySet())
        .isEqualTo(stranger.response().headers().map().keySet());
  }

  private static String withoutId(Answer problem) {
    return problem.body().toString().replaceFirst("\"requestId\":\"[^\"]*\"", "");
  }

  @Test
  void honorsTheIdempotencyKey() {
    Answer first = withKey("k-1", booking(TEN, "bob@example.com"));
    assertThat(first.status()).isEqualTo(201);
    Answer repeat = withKey("k-1", booking(TEN, "bob@example.com"));
    assertThat(repeat.status()).isEqualTo(200);
    assertThat(repeat.body()).isEqualTo(first.body());
    Answer reused = withKey("k-1", booking("2026-03-03T16:00:00Z", "bob@example.com"));
    assertThat(reused.status()).isEqualTo(422);
    assertThat(reused.code()).isEqualTo("idempotency_key_reused");
  }

  @Test
  void lets32RequestsForOneSlotHaveItOnce() throws Exception {
    List<Integer> statuses = new ArrayList<>();
    CountDownLatch go = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        String body = booking(TEN, "invitee" + i + "@example.com");
        answers.add(
            threads.submit(
                () -> {
                  go.await();
                  return server.post("/api/v1/bookings", body);
                }));
      }
      go.countDown();
      for (Future<Answer> answer : answers) {
        statuses.add(answer.get().status());
        assertThat(answer.get().code()).isIn("", "slot_taken");
      }
    }
    assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 409).hasSize(31);
  }

  @Test
  void letsTheInviteeSeeMoveAndCancelByHisLink() {
    Answer booked = server.post("/api/v1/bookings", booking(TEN, "bob@example.com"));
    String url = booked.body().path("manageUrl").stringValue();
    String manage = "/api/v1/manage/" + url.substring(url.lastIndexOf('/') + 1);
    assertThat(server.get(manage).body()).isEqualTo(booked.body());
    assertThat(server.get(manage + "/invite.ics").response().body()).startsWith("BEGIN:VCALENDAR");

    Answer moved = server.post(manage + "/reschedule", "{\"start\":\"2026-03-03T12:00:00-04:00\"}");
    assertThat(moved.status()).isEqualTo(200);
    assertThat(moved.body().path("start").stringValue()).isEqualTo("2026-03-03T16:00:00Z");
    assertThat(moved.body().path("id")).isEqualTo(booked.body().path("id"));
    assertThat(moved.body().path("calendarUid")).isEqualTo(booked.body().path("calendarUid"));

    Answer cancelled = server.post(manage + "/cancel", "{\"reason\":\"ill\"}");
    assertThat(cancelled.status()).isEqualTo(200);
    assertThat(cancelled.body().path("status").stringValue()).isEqualTo("cancelled");
    assertThat(server.post(manage + "/reschedule", "{\"start\":\"" + TEN + "\"}").code())
        .isEqualTo("not_possible");
  }

  @Test
  void refusesWhatIsNotOfferedWithReasons() {
    Answer answer =
        server.post("/api/v1/bookings", booking("2026-03-03T15:10:00Z", "b@example.com"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("not_offered");
    assertThat(answer.body().path("reasons").toString()).isEqualTo("[\"off_grid\"]");
    assertThat(answer.response().headers().firstValue("Content-Type"))
        .contains("application/problem+json");
  }

  @Test
  @Tag("attack")
  void refusesAnswersThatNoQuestionHasWhileReadingThem() {
    String booking = booking(TEN, "b@example.com");
    String id = UUID.randomUUID().toString();
    for (String answers :
        List.of(
            "\"" + id + "\": [" + "{},".repeat(20_800) + "{}]",
            "\"" + id + "\": " + "[".repeat(500) + "]".repeat(500),
            "\"" + id + "\": {}",
            "\"" + id + "\": [[]]",
            "\"" + id + "\": [" + "\"a\",".repeat(100) + "\"a\"]",
            IntStream.rangeClosed(0, 100)
                .mapToObj(i -> "\"" + UUID.randomUUID() + "\": \"a\"")
                .collect(Collectors.joining(",")))) {
      Answer refused =
          server.post(
              "/api/v1/bookings", booking.replaceFirst("\\{", "{\"answers\": {" + answers + "}, "));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.code()).isEqualTo("invalid_request");
    }
  }

  @Test
  void answers404ForWhatIsUnknown() {
    assertThat(server.get("/api/v1/hosts/nobody").status()).isEqualTo(404);
    assertThat(server.get("/api/v1/hosts/ada/event-types/nothing").status()).isEqualTo(404);
    assertThat(server.get("/api/v1/hosts/ada/event-types/nothing/slots").code())
        .isEqualTo("not_found");
    assertThat(server.get("/api/v1/nothing").code()).isEqualTo("not_found");
    assertThat(server.get("/api/v1/manage/AAAA").code()).isEqualTo("not_found");
    assertThat(server.get("/api/v1/manage/AAAA/invite.ics").code()).isEqualTo("not_found");
    String unknown = booking(TEN, "b@example.com").replace("intro", "nothing");
    assertThat(server.post("/api/v1/bookings", unknown).status()).isEqualTo(404);
  }

  @Test
  void namesTheFieldThatIsWrong() {
    assertThat(wrong("{")).isEmpty();
    assertThat(wrong("[]")).isEmpty();
    assertThat(wrong("{\"host\":\"ada\",\"host\":\"ada\"}")).isEmpty();
    assertThat(wrong("{\"hots\":\"ada\"}")).isEqualTo("hots");
    assertThat(wrong(booking(TEN, "not an address"))).isEqualTo("invitee.email");
    assertThat(wrong(booking(TEN, "bob@example.com\\r\\nBcc: eve@example.com")))
        .isEqualTo("invitee.email");
    assertThat(wrong(booking("yesterday", "b@example.com"))).isEqualTo("start");
    assertThat(wrong(booking("+999999999-03-03T15:00:00Z", "b@example.com"))).isEqualTo("start");
    assertThat(wrong(booking(TEN, "b@example.com").replace("Europe/Berlin", "Mars/Base")))
        .isEqualTo("invitee.timeZone");
    assertThat(wrong(booking(TEN, "b@example.com").replace("Bob Brown", "x".repeat(10_000))))
        .isEqualTo("invitee.name");
    assertThat(wrong(booking(TEN, "b@example.com").replace("Bob Brown", "Bob\\u0000")))
        .isEqualTo("invitee.name");
    assertThat(wrong(booking(TEN, "b@example.com").replace("\"Bob Brown\"", "7")))
        .isEqualTo("invitee.name");
    assertThat(server.core.core.outbox().count("pending"))
        .as("the nightly archive alone")
        .isEqualTo(1);
  }

  private String wrong(String body) {
    Answer answer = server.post("/api/v1/bookings", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_request");
    return answer.field();
  }

  @Test
  void namesTheQueryParameterThatIsWrong() {
    String slots = "/api/v1/hosts/ada/event-types/intro/slots";
    assertThat(server.get(slots + "?from=2026-02-30").field()).isEqualTo("from");
    assertThat(server.get(slots + "?from=2026-03-01&to=2026-05-02").field()).isEqualTo("to");
    assertThat(server.get(slots + "?from=2026-03-01&to=2026-05-01").status()).isEqualTo(200);
    assertThat(server.get(slots + "?from=2026-03-02&to=2026-03-01").field()).isEqualTo("to");
    assertThat(server.get(slots + "?zone=EST5EDT4").field()).isEqualTo("zone");
  }

  @Test
  void refusesBodiesOver64KiB() {
    String large = " ".repeat(Json.MOST_BYTES + 1);
    assertThat(server.post("/api/v1/bookings", large).code()).isEqualTo("too_large");
    Answer chunked =
        server.send(
            server
                .request("/api/v1/bookings")
                .POST(
                    BodyPublishers.ofByteArrays(
                        List.of(
                            large.substring(0, 40_000).getBytes(UTF_8), large.getBytes(UTF_8)))));
    assertThat(chunked.status()).isEqualTo(413);
    String exact = booking(TEN, "bob@example.com");
    String padded = exact + " ".repeat(Json.MOST_BYTES - exact.length());
    assertThat(server.post("/api/v1/bookings", padded).status()).isEqualTo(201);
  }

  private Answer withKey(String key, String body) {
    return server.send(
        server
            .request("/api/v1/bookings")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body)));
  }
}
