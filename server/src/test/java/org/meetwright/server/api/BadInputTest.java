package org.meetwright.server.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.Contents;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Whatever is wrong with a request: it gets its problem document, and the database stays as it
/// was, to the last row of the outbox. On both databases.
class BadInputTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// Tuesday, 10:00 in New York.
  private static final String START = "2026-03-03T15:00:00Z";

  private static final String BOOKINGS = "/api/v1/bookings";
  private static final List<String> CONTROLS =
      List.of("\u0000", "\u0007", "\u001b[31m", "\u0085", "\u202e", "a\u2028b\u0000");

  private ServerFixture fixture;

  @AfterEach
  void close() {
    fixture.close();
  }

  private void start(DatabaseKind kind) {
    fixture = new ServerFixture(kind);
    fixture.core.open(fixture.core.ada, "America/New_York", "09:00-17:00");
  }

  private void refused(Supplier<Answer> request, int status, String code, String... inDetail) {
    Contents before = Contents.of(fixture.core.database, fixture.core.clock.instant());
    Answer answer = request.get();
    JsonNode body = answer.body();
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.response().headers().firstValue("Content-Type"))
        .hasValue("application/problem+json");
    assertThat(body.path("status").asInt()).isEqualTo(status);
    assertThat(body.path("title").asString()).isNotBlank();
    assertThat(body.path("detail").asString()).contains(inDetail).hasSizeLessThan(1000);
    assertThat(Contents.of(fixture.core.database, fixture.core.clock.instant())).isEqualTo(before);
  }

  private void invalid(Supplier<Answer> request, String field, String... inDetail) {
    refused(request, 400, "invalid_request", inDetail);
    assertThat(request.get().field()).isEqualTo(field);
  }

  private static ObjectNode booking(String slug, Consumer<ObjectNode> change) {
    ObjectNode body =
        (ObjectNode) JSON.readTree(ServerFixture.booking("ada/" + slug, START, "bob@example.com"));
    change.accept(body);
    return body;
  }

  private Supplier<Answer> book(String slug, Consumer<ObjectNode> change) {
    return () -> fixture.post(BOOKINGS, JSON.writeValueAsString(booking(slug, change)));
  }

  private Supplier<Answer> bookRaw(byte[] body) {
    return () -> fixture.send(fixture.request(BOOKINGS).POST(BodyPublishers.ofByteArray(body)));
  }

  private static Consumer<ObjectNode> at(String start) {
    return body -> body.put("start", start);
  }

  private static Consumer<ObjectNode> invitee(String key, String value) {
    return body -> ((ObjectNode) body.path("invitee")).put(key, value);
  }

  private static Consumer<ObjectNode> answer(JsonNode question, String json) {
    return body ->
        body.putObject("answers").set(question.path("id").asString(), JSON.readTree(json));
  }

  private JsonNode booked(Supplier<Answer> request) {
    Answer answer = request.get();
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
    return answer.body();
  }

  private static String manage(JsonNode booking) {
    return "/api/v1/manage/" + token(booking);
  }

  private static String token(JsonNode booking) {
    String url = booking.path("manageUrl").asString();
    return url.substring(url.lastIndexOf('/') + 1);
  }

  @ParameterizedTest
  @EachDatabase
  void refusesStartsThatAreNotOffered(DatabaseKind kind) {
    start(kind);
    fixture.addEventType("open", "\"hidden\": false");
    fixture.asHost(
        "POST",
        "/api/v1/event-types",
        """
        {"slug": "soon", "name": "Soon", "durationMinutes": 30,
         "bookingWindow": {"kind": "rolling", "days": 2}}
        """);
    notOffered("open", "2026-03-02T11:00:00Z", "past");
    notOffered("open", "1970-01-01T00:00:00Z", "past");
    notOffered("open", "2026-03-03T15:07:00Z", "off_grid");
    notOffered("open", "2026-03-03T15:00:00.000001Z", "off_grid");
    notOffered("open", "2026-03-03T23:00:00Z", "outside_schedule");
    // 90 days beyond a window of two, at a time of day that is open.
    notOffered("soon", "2026-06-02T15:00:00Z", "booking_window");
    notOffered("soon", "2026-03-05T15:00:00Z", "booking_window");
    booked(book("open", at(START)));
    Consumer<ObjectNode> other = invitee("email", "eve@example.com");
    refused(book("open", other), 409, "slot_taken", "choose another");
    refused(book("soon", other), 409, "slot_taken", "choose another");
    invalid(book("open", at("tomorrow")), "start", "start", "\"tomorrow\"");
    invalid(book("open", at("2026-02-30T15:00:00Z")), "start", "2026-02-30");
    invalid(book("open", at("+999999999-12-31T23:59:59Z")), "start", "start");
    refused(book("nothing", at(START)), 404, "not_found", "ada/nothing");
  }

  private void notOffered(String slug, String start, String reason) {
    refused(book(slug, at(start)), 422, "not_offered", "choose one of the slots");
    assertThat(book(slug, at(start)).get().body().path("reasons").toString())
        .contains('"' + reason + '"');
  }

  @ParameterizedTest
  @EachDatabase
  void refusesWhatIsFull(DatabaseKind kind) {
    start(kind);
    fixture.addEventType("group", "\"seats\": 2");
    booked(book("group", invitee("email", "one@example.com")));
    booked(book("group", invitee("email", "two@example.com")));
    refused(
        book("group", invitee("email", "three@example.com")), 409, "slot_taken", "choose another");
  }

  @ParameterizedTest
  @EachDatabase
  void refusesWrongManageTokens(DatabaseKind kind) {
    start(kind);
    fixture.addEventType("open", "\"hidden\": false");
    JsonNode mine = booked(book("open", at(START)));
    byte[] bytes = Base64.getUrlDecoder().decode(token(mine));
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    for (int bit = 0; bit < bytes.length * 8; bit += 11) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      wrongToken(encoder.encodeToString(flipped));
    }
    wrongToken("nonsense");
    wrongToken(encoder.encodeToString(Arrays.copyOf(bytes, 16)));
    refused(() -> fixture.get("/api/v1/manage/%00"), 400, "invalid_request", "control");
    assertThat(fixture.get(manage(mine)).body().path("status").asString()).isEqualTo("confirmed");
  }

  private void wrongToken(String token) {
    String path = "/api/v1/manage/" + token;
    refused(() -> fixture.get(path), 404, "not_found", "link");
    refused(() -> fixture.post(path + "/cancel", "{}"), 404, "not_found", "link");
    refused(
        () -> fixture.post(path + "/reschedule", "{\"start\": \"2026-03-04T15:00:00Z\"}"),
        404,
        "not_found",
        "link");
  }

  @ParameterizedTest
  @EachDatabase
  void refusesStaleVersionsAndReusedKeys(DatabaseKind kind) {
    start(kind);
    fixture.addEventType("ask", "\"requiresApproval\": true");
    JsonNode asked = booked(book("ask", at(START)));
    String path = BOOKINGS + "/" + asked.path("id").asString();
    for (String action : List.of("confirm", "decline", "cancel", "reschedule", "no-show")) {
      String body = action.equals("reschedule") ? "{\"start\": \"2026-03-04T15:00:00Z\"}" : "{}";
      refused(() -> withVersion(path + "/" + action, body, "7"), 409, "version_conflict", "1");
      invalid(() -> withVersion(path + "/" + action, body, "new"), "If-Match", "\"new\"");
    }
    assertThat(withVersion(path + "/confirm", "{}", "1").status()).isEqualTo(200);
    refused(() -> withVersion(path + "/cancel", "{}", "1"), 409, "version_conflict", "2");
    Supplier<Answer> first = withKey("one", at("2026-03-04T15:00:00Z"));
    booked(first);
    refused(
        withKey("one", at("2026-03-04T16:00:00Z")), 422, "idempotency_key_reused", "use a new one");
    refused(
        withKey("one", at("2026-03-04T15:00:00Z").andThen(body -> body.put("notes", "More"))),
        422,
        "idempotency_key_reused",
        "use a new one");
    invalid(withKey("k".repeat(201), at(START)), "Idempotency-Key", "200", "201");
  }

  private Answer withVersion(String path, String body, String version) {
    return fixture.send(
        fixture
            .request(path)
            .header("Authorization", "Bearer " + fixture.token)
            .header("If-Match", version)
            .POST(BodyPublishers.ofString(body)));
  }

  private Supplier<Answer> withKey(String key, Consumer<ObjectNode> change) {
    String body = JSON.writeValueAsString(booking("ask", change));
    return () ->
        fixture.send(
            fixture
                .request(BOOKINGS)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
  }

  @ParameterizedTest
  @EachDatabase
  void refusesAnswersThatDoNotFit(DatabaseKind kind) {
    start(kind);
    JsonNode questions =
        fixture
            .addEventType(
                "ask",
                """
                "questions": [
                  {"label": "Topic", "kind": "text", "required": true},
                  {"label": "Size", "kind": "oneOf", "options": ["S", "M"]},
                  {"label": "Days", "kind": "manyOf", "options": ["Mon", "Tue"]},
                  {"label": "New", "kind": "yesNo"},
                  {"label": "Phone", "kind": "phone"},
                  {"label": "Age", "kind": "number"},
                  {"label": "Story", "kind": "longText"}]
                """)
            .path("questions");
    JsonNode topic = questions.path(0);
    invalid(book("ask", at(START)), field(topic), "needs an answer");
    invalid(book("ask", answer(topic, "\" \"")), field(topic), "needs an answer");
    invalid(book("ask", answer(topic, "7")), field(topic), "7");
    String unknown = UUID.randomUUID().toString();
    Consumer<ObjectNode> right = answer(topic, "\"Engines\"");
    invalid(
        book("ask", right.andThen(body -> answers(body).put(unknown, "x"))), "answers", unknown);
    invalid(
        book("ask", right.andThen(body -> answers(body).put("topic", "x"))),
        "answers.topic",
        "\"topic\"");
    wrong(right, questions.path(1), "\"XL\"", "[\"S\"]", "true");
    wrong(right, questions.path(2), "\"Mon\"", "[\"Sun\"]", "[1]", "{}");
    wrong(right, questions.path(3), "\"yes\"", "1");
    wrong(right, questions.path(4), "\"call me\"", "49", "\"+49\\u0000123456\"");
    wrong(right, questions.path(5), "\"many\"", "true", "1e999", "\"" + "9".repeat(41) + '"');
    wrong(right, questions.path(6), "{\"a\": 1}", "\"a\\u0000\"");
    booked(book("ask", right));
  }

  private void wrong(Consumer<ObjectNode> right, JsonNode question, String... values) {
    for (String value : values) {
      invalid(rawAnswer(right, question, value), field(question), "answers.");
    }
  }

  /// Written by hand: no JSON writer would write all of this.
  private Supplier<Answer> rawAnswer(Consumer<ObjectNode> right, JsonNode question, String value) {
    String body = JSON.writeValueAsString(booking("ask", right));
    String key = "\"answers\":{";
    assertThat(body).contains(key);
    return () ->
        fixture.post(BOOKINGS, body.replace(key, key + question.path("id") + ":" + value + ","));
  }

  private static ObjectNode answers(ObjectNode body) {
    return (ObjectNode) body.path("answers");
  }

  private static String field(JsonNode question) {
    return "answers." + question.path("id").asString();
  }

  @ParameterizedTest
  @EachDatabase
  void refusesTextsThatAreTooLongOrHoldControlCharacters(DatabaseKind kind) {
    start(kind);
    fixture.addEventType("open", "\"hidden\": false");
    invalid(book("open", invitee("name", "x".repeat(10_000))), "invitee.name", "100", "10000");
    invalid(book("open", invitee("name", " ")), "invitee.name", "empty");
    invalid(book("open", body -> body.put("notes", "x".repeat(5001))), "notes", "5000", "5001");
    for (String control : CONTROLS) {
      String text = "a" + control + "b";
      invalid(book("open", invitee("name", text)), "invitee.name", "control characters");
      if (!control.equals("\u202e")) {
        // Marks of direction come along when an address is copied; they are left out of it.
        invalid(book("open", invitee("email", text + "@example.com")), "invitee.email", "?");
        invalid(
            book("open", body -> body.putArray("guests").add(text + "@example.com")),
            "guests[0]",
            "?");
      }
      invalid(book("open", invitee("timeZone", text)), "invitee.timeZone", "?");
      invalid(book("open", invitee("locale", text)), "invitee.locale", "?");
      invalid(book("open", at(text)), "start", "?");
      refused(book("open", body -> body.put("host", text)), 404, "not_found", "?");
      refused(book("open", body -> body.put("eventType", text)), 404, "not_found", "?");
      refused(book("open", body -> body.put("link", text)), 410, "link_not_valid", "ask the host");
      invalid(metadata(text, "x"), "metadata", "control characters");
    }
    for (String control : CONTROLS.subList(0, 5)) {
      String text = "a" + control + "b";
      invalid(book("open", body -> body.put("notes", text)), "notes", "control characters");
      invalid(metadata("k", text), "metadata.k", "control characters");
    }
    JsonNode mine = booked(book("open", at(START)));
    invalid(
        () -> fixture.post(manage(mine) + "/cancel", "{\"reason\": \"a\\u0000\"}"),
        "reason",
        "control characters");
    invalid(
        () -> fixture.post(manage(mine) + "/cancel", "{\"reason\": \"" + "x".repeat(1001) + "\"}"),
        "reason",
        "1000");
    refused(() -> fixture.get("/api/v1/hosts/a%00b"), 400, "invalid_request", "control");
    refused(
        () -> fixture.get("/api/v1/hosts/ada/event-types/a%00b"),
        400,
        "invalid_request",
        "control");
  }

  private Supplier<Answer> metadata(String key, String value) {
    return book("open", body -> body.putObject("metadata").put(key, value));
  }

  @ParameterizedTest
  @EachDatabase
  void letsNobodyWriteHeadersOfMail(DatabaseKind kind) throws IOException, MessagingException {
    start(kind);
    fixture.addEventType("open", "\"hidden\": false");
    for (String end : List.of("\r\n", "\n", "\r", "\u0085", "\u2028", "%0d%0a", "\u0000")) {
      String injected = "bob@example.com" + end + "Bcc: injected@example.net";
      invalid(book("open", invitee("email", injected)), "invitee.email", "e-mail address");
      invalid(
          book("open", body -> body.putArray("guests").add("a@example.com").add(injected)),
          "guests[1]",
          "e-mail address");
      if (!end.equals("%0d%0a")) {
        invalid(
            book("open", invitee("name", "Bob" + end + "Bcc: injected@example.net")),
            "invitee.name",
            "one line");
      }
    }
    invalid(
        book("open", invitee("email", "<bob@example.com>, injected@example.net")),
        "invitee.email",
        "e-mail address");
    booked(
        book(
            "open",
            invitee("name", "Bob =?utf-8?q?=0d=0aBcc:_injected@example.net?= \"<x@y>\"")
                .andThen(body -> body.put("notes", "Hi\r\nBcc: injected@example.net"))));
    Contents.of(fixture.core.database, fixture.core.clock.instant());
    List<MimeMessage> mails = mails();
    assertThat(mails).hasSize(2);
    for (MimeMessage mail : mails) {
      assertThat(Collections.list(mail.getAllHeaders()))
          .extracting(Header::getName)
          .doesNotHaveDuplicates()
          .doesNotContain("Bcc", "Cc");
      assertThat(Stream.of(mail.getAllRecipients(), mail.getReplyTo()).flatMap(Stream::of))
          .extracting(address -> ((InternetAddress) address).getAddress())
          .containsExactlyInAnyOrder("bob@example.com", "ada@example.org");
    }
  }

  private List<MimeMessage> mails() throws IOException {
    try (Stream<Path> files = Files.list(fixture.core.database.home().resolve("mail"))) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .map(BadInputTest::mail)
          .toList();
    }
  }

  private static MimeMessage mail(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new MimeMessage(null, in);
    } catch (IOException | MessagingException failed) {
      throw new AssertionError(failed);
    }
  }

  @ParameterizedTest
  @EachDatabase
  void refusesWhatPoliciesAndLinksForbid(DatabaseKind kind) {
    start(kind);
    fixture.addEventType(
        "strict",
        """
        "cancellationPolicy": {"noticeMinutes": 60, "reasonRequired": true},
        "reschedulePolicy": {"noticeMinutes": 120, "reasonRequired": true}
        """);
    JsonNode open = fixture.addEventType("private", "\"requiresLink\": true");
    String url =
        fixture
            .asHost("POST", "/api/v1/booking-links", "{\"eventTypeId\": " + open.path("id") + "}")
            .body()
            .path("url")
            .asString();
    String link = URI.create(url).getQuery().substring("link=".length());
    JsonNode mine = booked(book("strict", at(START)));
    String move = "{\"start\": \"2026-03-04T15:00:00Z\"%s}";
    String why = ", \"reason\": \"Ill\"";
    invalid(() -> fixture.post(manage(mine) + "/cancel", "{}"), "reason", "reason", "why");
    invalid(() -> fixture.post(manage(mine) + "/reschedule", move.formatted("")), "reason", "why");
    booked(book("private", at("2026-03-04T16:00:00Z").andThen(body -> body.put("link", link))));
    Consumer<ObjectNode> another =
        at("2026-03-04T17:00:00Z").andThen(invitee("email", "eve@example.com"));
    refused(
        book("private", another.andThen(body -> body.put("link", link))),
        410,
        "link_not_valid",
        "ask the host");
    refused(book("private", another), 404, "not_found", "ada/private");
    fixture.core.clock.set("2026-03-03T13:00:00Z");
    refused(
        () -> fixture.post(manage(mine) + "/reschedule", move.formatted(why)),
        409,
        "not_possible",
        "2026-03-03T13:00:00Z",
        "write to the host");
    fixture.core.clock.set("2026-03-03T14:00:00Z");
    refused(
        () -> fixture.post(manage(mine) + "/cancel", "{\"reason\": \"Ill\"}"),
        409,
        "not_possible",
        "2026-03-03T14:00:00Z",
        "write to the host");
  }

  @ParameterizedTest
  @EachDatabase
  void refusesBodiesThatAreNotAsDescribed(DatabaseKind kind) {
    start(kind);
    fixture.addEventType("open", "\"hidden\": false");
    invalid(book("open", body -> body.put("colour", "red")), "colour", "colour", "metadata");
    invalid(book("open", invitee("phone", "1")), "invitee.phone", "phone");
    invalid(book("open", body -> body.put("invitee", "Bob")), "invitee", "object");
    invalid(book("open", body -> body.remove("start")), "start", "must be given");
    invalid(book("open", body -> body.put("guests", "eve@example.com")), "guests", "list");
    invalid(
        book(
            "open",
            body -> {
              var guests = body.putArray("guests");
              for (int i = 0; i < 21; i++) {
                guests.add("guest" + i + "@example.com");
              }
            }),
        "guests",
        "10",
        "21");
    invalid(
        book(
            "open",
            body -> {
              ObjectNode metadata = body.putObject("metadata");
              for (int i = 0; i < 51; i++) {
                metadata.put("key" + i, "x");
              }
            }),
        "metadata",
        "50",
        "51");
    invalid(metadata("k".repeat(41), "x"), "metadata", "40", "41");
    invalid(metadata("k", "x".repeat(501)), "metadata.k", "500", "501");
    invalid(
        book("open", body -> body.putObject("metadata").put("k", 7)), "metadata.k", "text", "7");
    refused(book("open", body -> body.put("notes", "x".repeat(70_000))), 413, "too_large", "65536");
    String right = JSON.writeValueAsString(booking("open", at(START)));
    invalid(bookRaw("".getBytes(UTF_8)), "host", "host");
    invalid(bookRaw("[]".getBytes(UTF_8)), "", "JSON object");
    invalid(bookRaw(right.substring(1).getBytes(UTF_8)), "", "JSON object");
    invalid(bookRaw((right + right).getBytes(UTF_8)), "", "JSON object");
    invalid(bookRaw((right.strip() + "x").getBytes(UTF_8)), "", "JSON object");
    invalid(bookRaw(right.replace("Bob", "B\u00f6b").getBytes(ISO_8859_1)), "", "UTF-8");
    invalid(bookRaw(right.replace("{", "{\"host\": \"eve\",").getBytes(UTF_8)), "", "JSON object");
  }

  @ParameterizedTest
  @EachDatabase
  void refusesHalvesOfCharacters(DatabaseKind kind) {
    start(kind);
    fixture.addEventType("open", "\"hidden\": false");
    String right = JSON.writeValueAsString(booking("open", at(START)));
    for (String half : List.of("\\ud83d", "\\ude00", "\\ud83d\\ud83d", "\\ude00\\ud83d")) {
      Supplier<Answer> name = () -> fixture.post(BOOKINGS, right.replace("Bob", half));
      invalid(name, "invitee.name", "well-formed Unicode");
      invalid(
          () -> fixture.post(BOOKINGS, right.replace("bob@", half + "@")),
          "invitee.email",
          "address");
      refused(() -> fixture.post(BOOKINGS, right.replace("open", half)), 404, "not_found", "ada");
      refused(
          () -> fixture.post(BOOKINGS, right.replace("\"ada", "\"" + half)),
          404,
          "not_found",
          "open");
      refused(
          () -> fixture.post(BOOKINGS, right.replaceFirst("\\{", "{\"" + quoted(half) + "\": 1,")),
          400,
          "invalid_request",
          "JSON object");
      refused(
          () ->
              fixture.post(
                  BOOKINGS,
                  right.replaceFirst("\\{", "{\"metadata\": {\"" + quoted(half) + "\": \"x\"},")),
          400,
          "invalid_request",
          "JSON object");
    }
  }

  /// For use in a replacement.
  private static String quoted(String text) {
    return text.replace("\\", "\\\\");
  }
}
