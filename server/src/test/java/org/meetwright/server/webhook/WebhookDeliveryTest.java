package org.meetwright.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Patience;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.webhook.delivery.WebhookMessage;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import org.meetwright.server.webhook.Receiver.Got;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Webhooks of a running server, with real receivers.
@ParameterizedClass
@EachDatabase
class WebhookDeliveryTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Parameter DatabaseKind kind;

  private ServerFixture fixture;
  private Receiver receiver;
  private JsonNode webhook;

  @BeforeEach
  void open() throws IOException {
    fixture = new ServerFixture(kind, true);
    fixture.addEventType("intro", "\"reminderMinutes\": [60]");
    receiver = new Receiver();
    webhook = post("/api/v1/webhooks", "{\"url\": \"" + receiver.url() + "\"}", 201);
  }

  @AfterEach
  void close() throws IOException {
    receiver.close();
    fixture.close();
  }

  private JsonNode post(String path, String body, int status) {
    Answer answer = fixture.asHost("POST", path, body);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
    return answer.body();
  }

  private JsonNode book(String start) {
    Answer booked =
        fixture.post("/api/v1/bookings", ServerFixture.booking(start, "bob@example.com"));
    assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
    return booked.body();
  }

  private JsonNode book() {
    return book("2026-03-03T15:00:00Z");
  }

  private List<JsonNode> deliveries(String state) {
    String path =
        "/api/v1/webhooks/" + webhook.path("id").asString() + "/deliveries?state=" + state;
    return fixture.asHost("GET", path, "").body().path("deliveries").valueStream().toList();
  }

  private JsonNode delivery(String state) throws Exception {
    until(() -> deliveries(state).stream().anyMatch(WebhookDeliveryTest::isTried));
    return deliveries(state).stream().filter(WebhookDeliveryTest::isTried).findFirst().get();
  }

  private static boolean isTried(JsonNode delivery) {
    return !delivery.path("attempts").isEmpty();
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + Patience.LONG.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Waited in vain");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /// Waits until the last attempt is marked as failed, and lets the time pass to the next one.
  /// Waits until nothing is in a worker's hands: what is there when hours pass counts as lost.
  private void untilSettled() throws Exception {
    Instant now = fixture.core.clock.instant();
    until(
        () ->
            fixture.core.core.outbox().list(WebhookMessage.KIND, "pending", 1).stream()
                .allMatch(message -> message.dueAt().isAfter(now)));
  }

  private void passToNextAttempt(int seconds) throws Exception {
    Instant now = fixture.core.clock.instant();
    until(
        () ->
            deliveries("pending").stream()
                .filter(WebhookDeliveryTest::isTried)
                .anyMatch(
                    next ->
                        Instant.parse(next.path("nextAttemptAt").asString("1970-01-01T00:00:00Z"))
                            .isAfter(now)));
    fixture.core.clock.advance(Duration.ofSeconds(seconds));
  }

  private void verify(Got got, String secret) throws Exception {
    Map<String, List<String>> headers =
        got.headers().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
    new Webhook(secret).verify(got.text(), headers);
  }

  @Test
  void sendsTheBookingAsTheApiShowsIt() throws Exception {
    JsonNode booking = book();
    Got got = receiver.next();

    assertThat(got.line()).isEqualTo("POST /hook?a=b HTTP/1.1");
    assertThat(got.headers())
        .containsEntry("host", "127.0.0.1:" + receiver.port())
        .containsEntry("content-type", "application/json");
    JsonNode body = JSON.readTree(got.text());
    assertThat(body.propertyNames()).containsExactly("id", "type", "timestamp", "data");
    assertThat(body.path("id").asString()).isEqualTo(got.headers().get("webhook-id"));
    assertThat(body.path("type").asString()).isEqualTo("booking.created");
    assertThat(body.path("timestamp").asString()).isEqualTo("2026-03-02T12:00:00Z");
    JsonNode shown =
        fixture.asHost("GET", "/api/v1/bookings/" + booking.path("id").asString(), "").body();
    ObjectNode told = (ObjectNode) body.at("/data/booking");
    assertThat(told.path("answers")).isEqualTo(JSON.createArrayNode());
    assertThat(((ObjectNode) shown).without(List.of("history", "answers")))
        .isEqualTo(told.without("answers"));
    assertThat(body.path("data").propertyNames()).containsExactly("booking");
    JsonNode delivery = delivery("succeeded");
    assertThat(delivery.path("event").asString()).isEqualTo("booking.created");
    assertThat(delivery.path("eventId")).isEqualTo(body.path("id"));
    assertThat(delivery.at("/attempts/0/status").asInt()).isEqualTo(204);
    assertThat(delivery.at("/attempts/0/at").asString()).isEqualTo("2026-03-02T12:00:00Z");
    assertThat(delivery.path("nextAttemptAt").isNull()).isTrue();
  }

  @Test
  void tellsOfAMoveWhenItWasBeforeAndWhy() throws Exception {
    JsonNode booking = book();
    receiver.next();
    delivery("succeeded");
    String path = "/api/v1/bookings/" + booking.path("id").asString();
    receiver.answer("HTTP/1.1 500 No\r\nContent-Length: 4\r\n\r\noops");
    post(
        path + "/reschedule",
        "{\"start\": \"2026-03-03T16:00:00Z\", \"reason\": \"The train\\nis late\"}",
        200);
    Got first = receiver.next();
    JsonNode data = JSON.readTree(first.text()).path("data");

    assertThat(data.propertyNames()).containsExactly("booking", "previous", "reason");
    assertThat(data.path("previous").toString())
        .isEqualTo("{\"start\":\"2026-03-03T15:00:00Z\",\"end\":\"2026-03-03T15:30:00Z\"}");
    assertThat(data.path("reason").asString()).isEqualTo("The train\nis late");
    assertThat(data.at("/booking/start").asString()).isEqualTo("2026-03-03T16:00:00Z");
    delivery("pending");
    receiver.answer(Receiver.OK);
    passToNextAttempt(10);
    assertThat(receiver.next().body()).isEqualTo(first.body());

    untilSettled();
    post(path + "/cancel", "{}", 200);
    JsonNode cancelled = JSON.readTree(receiver.next().text()).path("data");
    assertThat(cancelled.propertyNames()).containsExactly("booking", "reason");
    assertThat(cancelled.path("reason").asString()).isEmpty();
  }

  @Test
  void tellsAnswersWithTheirQuestions() throws Exception {
    JsonNode type =
        fixture.addEventType(
            "asking",
            "\"reminderMinutes\": [60], \"questions\": [{\"label\": \"Topic?\", \"kind\":"
                + " \"text\"}, {\"label\": \"First time?\", \"kind\": \"yesNo\"}, {\"label\":"
                + " \"Unanswered?\", \"kind\": \"text\"}]");
    String topic = type.at("/questions/0/id").asString();
    String first = type.at("/questions/1/id").asString();
    Answer booked =
        fixture.post(
            "/api/v1/bookings",
            ServerFixture.booking("2026-03-03T15:00:00Z", "bob@example.com")
                .replace("\"intro\"", "\"asking\"")
                .replaceFirst(
                    "\\{",
                    "{\"answers\": {\"%s\": true, \"%s\": \"Mills\"},".formatted(first, topic)));
    assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
    assertThat(booked.body().at("/answers/" + topic).asString()).isEqualTo("Mills");

    String expected =
        """
        [{"questionId":"%s","label":"Topic?","value":"Mills"},\
        {"questionId":"%s","label":"First time?","value":true}]\
        """
            .formatted(topic, first);
    assertThat(JSON.readTree(receiver.next().text()).at("/data/booking/answers").toString())
        .isEqualTo(expected);
    untilSettled();
    fixture.core.clock.set("2026-03-03T14:00:00Z");
    JsonNode reminder = JSON.readTree(receiver.next().text());
    assertThat(reminder.path("type").asString()).isEqualTo("booking.reminder");
    assertThat(reminder.at("/data/booking/answers").toString()).isEqualTo(expected);
    assertThat(reminder.path("data").propertyNames()).containsExactly("booking");
  }

  @Test
  void isAcceptedByThePublishedVerifierAndRejectedWhenAltered() throws Exception {
    fixture.core.clock.set(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    String secret = webhook.path("secret").asString();
    String id = webhook.path("id").asString();
    post("/api/v1/webhooks/" + id + "/test", "{}", 200);
    Got got = receiver.next();

    assertThatCode(() -> verify(got, secret)).doesNotThrowAnyException();
    String altered = got.body().replace(id, id.replace(id.charAt(0), 'f'));
    assertThat(altered).isNotEqualTo(got.body());
    assertThatThrownBy(() -> verify(new Got("", got.headers(), altered), secret))
        .isInstanceOf(WebhookVerificationException.class);
    Map<String, String> otherId =
        got.headers().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    entry -> entry.getKey().equals("webhook-id") ? "x" : entry.getValue()));
    assertThatThrownBy(() -> verify(new Got("", otherId, got.body()), secret))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @Test
  void signsWithBothSecretsForADayAfterARotation() throws Exception {
    fixture.core.clock.set(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    String old = webhook.path("secret").asString();
    String path = "/api/v1/webhooks/" + webhook.path("id").asString();
    Answer rotated = fixture.asHost("PATCH", path, "{\"rotateSecret\": true}");
    assertThat(rotated.status()).isEqualTo(200);
    String fresh = rotated.body().path("secret").asString();
    post(path + "/test", "{}", 200);
    Got got = receiver.next();

    assertThatCode(() -> verify(got, old)).doesNotThrowAnyException();
    assertThatCode(() -> verify(got, fresh)).doesNotThrowAnyException();
    fixture.core.clock.advance(Duration.ofDays(1));
    post(path + "/test", "{}", 200);
    assertThat(receiver.next().headers().get("webhook-signature")).matches("v1,\\S+");
  }

  @Test
  void sendsTheSameBytesAgainThoughTheBookingHasChanged() throws Exception {
    receiver.answer("HTTP/1.1 500 No\r\nContent-Length: 4\r\n\r\noops");
    JsonNode booking = book();
    Got first = receiver.next();
    passToNextAttempt(10);
    Got second = receiver.next();
    untilSettled();
    receiver.answer(Receiver.OK);
    post("/api/v1/bookings/" + booking.path("id").asString() + "/cancel", "{}", 200);
    Got cancelled = receiver.next();
    assertThat(JSON.readTree(cancelled.text()).path("type").asString())
        .isEqualTo("booking.cancelled");
    passToNextAttempt(20);
    Got third = receiver.next();

    for (Got again : List.of(second, third)) {
      assertThat(again.body()).isEqualTo(first.body());
      assertThat(again.headers().get("webhook-id")).isEqualTo(first.headers().get("webhook-id"));
    }
    assertThat(Long.parseLong(third.headers().get("webhook-timestamp")))
        .isGreaterThan(Long.parseLong(first.headers().get("webhook-timestamp")));
    assertThat(first.text()).contains("\"status\":\"confirmed\"");
    until(() -> deliveries("succeeded").size() == 2);
    JsonNode delivery =
        deliveries("succeeded").stream()
            .filter(one -> one.path("event").asString().equals("booking.created"))
            .findFirst()
            .get();
    assertThat(delivery.path("attempts")).hasSize(3);
    assertThat(delivery.at("/attempts/0/error").asString()).contains("500");
    assertThat(delivery.at("/attempts/0/answer").asString()).isEqualTo("oops");
  }

  @Test
  void triesAgainWhenTheReceiverWasDown() throws Exception {
    int port = receiver.port();
    receiver.close();
    JsonNode booking = book();
    assertThat(delivery("pending").at("/attempts/0/error").asString())
        .startsWith("The receiver can't be connected to");
    String path = "/api/v1/webhooks/" + webhook.path("id").asString();
    assertThat(fixture.asHost("GET", path, "").body().path("failingSince").asString())
        .isEqualTo("2026-03-02T12:00:00Z");
    receiver = new Receiver(ServerSocketFactory.getDefault(), port);
    passToNextAttempt(10);

    assertThat(JSON.readTree(receiver.next().text()).at("/data/booking/id"))
        .isEqualTo(booking.path("id"));
    delivery("succeeded");
    assertThat(fixture.asHost("GET", path, "").body().path("failingSince").isNull()).isTrue();
  }

  @Test
  void sendsTheSameIdAndBytesWhenItWasKilledBeforeMarking() throws Exception {
    book();
    Got first = receiver.next();
    delivery("succeeded");
    // As if the program had died after the receiver took it, before any of it was noted.
    until(() -> fixture.core.core.outbox().count("done") >= 3);
    fixture.core.sql("DELETE FROM webhook_attempt");
    fixture.core.sql("UPDATE webhook_delivery SET state = 'pending'");
    untilSettled();
    fixture.core.sql(
        "UPDATE outbox SET state = 'pending', lease_until = '2026-03-02 12:05:00+00'"
            + " WHERE kind = 'webhook' AND state = 'done'");
    fixture.core.clock.advance(Duration.ofMinutes(5));

    Got second = receiver.next();
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().get("webhook-id")).isEqualTo(first.headers().get("webhook-id"));
    delivery("succeeded");
    assertThat(receiver.waiting()).isZero();
  }

  @Test
  void replaysWhatSucceeded() throws Exception {
    book();
    Got first = receiver.next();
    String id = delivery("succeeded").path("id").asString();
    JsonNode replayed = post("/api/v1/webhook-deliveries/" + id + "/replay", "", 200);
    assertThat(replayed.path("id").asString()).isEqualTo(id);

    assertThat(receiver.next().body()).isEqualTo(first.body());
    until(() -> delivery("succeeded").path("attempts").size() == 2);
    assertThat(
            fixture
                .asHost("POST", "/api/v1/webhook-deliveries/" + UUID.randomUUID() + "/replay", "")
                .status())
        .isEqualTo(404);
  }

  @Test
  void remindsOfAMeetingThatIsStillOn() throws Exception {
    JsonNode moved = book();
    receiver.next();
    String path = "/api/v1/bookings/" + moved.path("id").asString();
    post(path + "/reschedule", "{\"start\": \"2026-03-03T17:00:00Z\"}", 200);
    receiver.next();
    post(path + "/reschedule", "{\"start\": \"2026-03-03T15:00:00Z\"}", 200);
    receiver.next();
    untilSettled();
    fixture.core.clock.set("2026-03-03T17:00:00Z");

    assertThat(JSON.readTree(receiver.next().text()).path("type").asString())
        .isEqualTo("booking.reminder");
    until(() -> deliveries("pending").isEmpty());
    assertThat(deliveries("succeeded")).hasSize(4);
    assertThat(receiver.waiting()).isZero();
  }

  @Test
  void followsNoRedirect() throws Exception {
    try (Receiver elsewhere = new Receiver()) {
      receiver.answer("HTTP/1.1 307 x\r\nLocation: " + elsewhere.url() + "\r\n\r\n");
      book();
      receiver.next();
      assertThat(delivery("pending").at("/attempts/0/error").asString())
          .contains("307")
          .contains("redirects");
      assertThat(elsewhere.waiting()).isZero();
    }
  }

  @Test
  void triesAgainWhatBrokeOff() throws Exception {
    receiver.answer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
    book();
    receiver.next();
    JsonNode attempt = delivery("pending").path("attempts").path(0);
    assertThat(attempt.path("status").asInt()).isEqualTo(200);
    assertThat(attempt.path("error").asString()).contains("broke off");
    assertThat(attempt.path("answer").asString()).isEqualTo("abc");
  }

  @Test
  void switchesOffAReceiverThatIsGoneAndTellsItsHost() throws Exception {
    receiver.answer("HTTP/1.1 410 Gone\r\n\r\n");
    book();
    receiver.next();
    delivery("failed");
    String path = "/api/v1/webhooks/" + webhook.path("id").asString();
    assertThat(fixture.asHost("GET", path, "").body().path("active").asBoolean()).isFalse();
    Path mail = fixture.core.database.home().resolve("mail");
    until(() -> mailTelling(mail).isPresent());
    assertThat(Files.readString(mailTelling(mail).get()))
        .contains("To: ada Example <ada@example.org>")
        .contains("Subject: Webhook switched off: http://127.0.0.1:" + receiver.port())
        .contains("410");
    JsonNode problem = fixture.asHost("GET", "/api/v1/problems", "").body().at("/problems/0");
    assertThat(problem.path("code").asString()).isEqualTo("webhook_off");
    assertThat(problem.at("/subject/id").asString()).isEqualTo(webhook.path("id").asString());
    assertThat(pageOfWebhook()).contains("410");

    String delivery = deliveries("failed").getFirst().path("id").asString();
    String replay = "/api/v1/webhook-deliveries/" + delivery + "/replay";
    assertThat(fixture.asHost("POST", replay, "").code()).isEqualTo("not_possible");
    receiver.answer(Receiver.OK);
    fixture.asHost("PATCH", path, "{\"active\": true}");
    post(replay, "", 200);
    receiver.next();
    delivery("succeeded");
  }

  /// Returns the page of the webhook in the account, as its host sees it.
  private String pageOfWebhook() throws Exception {
    String session =
        fixture.core.core.access().sessions().begin(fixture.core.ada.id(), "Test").token();
    String page = "/account/webhooks/" + webhook.path("id").asString();
    try (HttpClient browser = HttpClient.newHttpClient()) {
      return browser
          .send(
              HttpRequest.newBuilder(fixture.server.url().resolve(page))
                  .header("Cookie", "meetwright=" + session)
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  private static Optional<Path> mailTelling(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().matches("webhook-off-.*\\.eml"))
          .findFirst();
    }
  }
}
