package org.meetwright.server.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.altcha.altcha.Altcha;
import org.altcha.altcha.Altcha.ChallengeOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.Concurrently;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Programs that book where work is asked for.
@ParameterizedClass
@EachDatabase
class ChallengeApiTest {
  private static final String NINE = "2026-03-09T13:00:00Z";
  private static final String TEN = "2026-03-09T14:00:00Z";
  private static final int DIFFICULTY = 1000;

  @Parameter DatabaseKind kind;
  private ServerFixture server;

  @BeforeEach
  void open() {
    server = new ServerFixture(kind, false, DIFFICULTY);
    server.addEventType("intro", "\"seats\": 1");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private JsonNode challenge() {
    Answer given = server.get("/api/v1/challenge");
    assertThat(given.status()).isEqualTo(200);
    return given.body();
  }

  private String solved() {
    return Solver.solve(challenge());
  }

  private static String body(String start, String solution) {
    ObjectNode body =
        (ObjectNode) JsonMapper.shared().readTree(ServerFixture.booking(start, "bob@example.com"));
    return body.put("altcha", solution).toString();
  }

  private Answer book(String start, String solution) {
    return server.post("/api/v1/bookings", body(start, solution));
  }

  private Answer bookUnder(String key, String start, String solution) {
    return server.send(
        server
            .request("/api/v1/bookings")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body(start, solution))));
  }

  private void assertRefused(Answer answer, String why) {
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("forbidden");
    assertThat(answer.field()).isEqualTo("altcha");
    assertThat(answer.body().path("detail").asString())
        .startsWith("altcha " + why)
        .contains("GET /api/v1/challenge");
  }

  private int bookings() {
    return server.asHost("GET", "/api/v1/bookings", "").body().path("bookings").size();
  }

  @Test
  void bookWithASolution() {
    Answer given = server.get("/api/v1/challenge");

    assertThat(given.response().headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(given.body().path("maxnumber").asInt()).isEqualTo(DIFFICULTY);
    assertThat(book(NINE, Solver.solve(given.body())).status()).isEqualTo(201);
  }

  @Test
  void areToldWhatIsMissing() {
    assertRefused(
        server.post("/api/v1/bookings", ServerFixture.booking(NINE, "bob@example.com")),
        "must be given");
    assertRefused(book(NINE, ""), "must be given");
    assertThat(book(NINE, null).status()).isEqualTo(403);
    assertThat(server.post("/api/v1/bookings", "{\"altcha\": 5}").status()).isEqualTo(400);
    assertThat(bookings()).isZero();
  }

  @Test
  void useASolutionOnce() {
    String solution = solved();

    assertThat(book(NINE, solution).status()).isEqualTo(201);
    assertRefused(book(TEN, solution), "was used before");
    assertRefused(book(NINE, solution), "was used before");
    assertThat(bookings()).isEqualTo(1);
    // The same again is that of a taken time: only a key gets the booking back.
    assertThat(book(NINE, solved()).status()).isEqualTo(409);
  }

  @Test
  void repeatARequestUnderItsKey() {
    String solution = solved();
    Answer booked = bookUnder("key", NINE, solution);
    Answer repeated = bookUnder("key", NINE, solution);
    server.core.clock.advance(Duration.ofHours(3));
    Answer late = bookUnder("key", NINE, solution);

    assertThat(booked.status()).isEqualTo(201);
    assertThat(repeated.status()).isEqualTo(200);
    assertThat(repeated.body().path("id")).isEqualTo(booked.body().path("id"));
    assertThat(late.status()).isEqualTo(200);
    assertThat(bookUnder("key", NINE, solved()).body().path("id"))
        .isEqualTo(booked.body().path("id"));
    assertRefused(bookUnder("other", TEN, solution), "came too late");
    assertThat(bookings()).isEqualTo(1);
  }

  @Test
  void bookOneOfTwoTimesWithOneSolutionHoweverQuickTheyAre() throws Exception {
    List<String> starts = List.of(NINE, TEN, "2026-03-09T15:00:00Z", "2026-03-09T16:00:00Z");
    for (int round = 0; round < 3; round++) {
      String day = "2026-03-" + (16 + round);
      String solution = solved();
      List<Integer> statuses =
          Concurrently.run(
              8, i -> book(starts.get(i % 4).replace("2026-03-09", day), solution).status());
      assertThat(statuses).containsOnly(201, 403).containsOnlyOnce(201);
    }
    assertThat(bookings()).isEqualTo(3);
  }

  @Test
  void getOneBookingForManyEqualRequestsAtOnce() throws Exception {
    String solution = solved();
    List<Answer> answers = Concurrently.run(8, _ -> bookUnder("key", NINE, solution));
    Set<String> ids = new TreeSet<>();
    answers.forEach(answer -> ids.add(answer.body().path("id").asString()));

    assertThat(answers).extracting(Answer::status).containsOnly(200, 201);
    assertThat(ids).hasSize(1);
  }

  @Test
  @Tag("attack")
  void solveOneForEachMoveToo() {
    Answer booked = book(NINE, solved());
    String url = booked.body().path("manageUrl").asString();
    String path = "/api/v1/manage/" + url.substring(url.lastIndexOf('/') + 1) + "/reschedule";
    String move = "{\"start\": \"%s\", \"altcha\": \"%s\"}";

    assertRefused(server.post(path, "{\"start\": \"" + TEN + "\"}"), "must be given");
    String solution = solved();
    assertThat(server.post(path, move.formatted(TEN, solution)).body().path("start").asString())
        .isEqualTo(TEN);
    assertThat(server.post(path, move.formatted(TEN, solution)).status())
        .as("a repeat, which changes nothing")
        .isEqualTo(200);
    assertRefused(server.post(path, move.formatted(NINE, solution)), "was used before");
    assertThat(server.post(path, move.formatted(NINE, solved())).status()).isEqualTo(200);
    assertRefused(server.post(path, move.formatted(TEN, solution)), "was used before");
    String host = "/api/v1/bookings/" + booked.body().path("id").asString() + "/reschedule";
    assertThat(server.asHost("POST", host, "{\"start\": \"" + TEN + "\"}").status())
        .as("a host")
        .isEqualTo(200);
  }

  @Test
  void haveTwentyMinutes() {
    String inTime = solved();
    server.core.clock.advance(Duration.ofMinutes(20).minusSeconds(1));
    assertThat(book(NINE, inTime).status()).isEqualTo(201);

    String late = solved();
    server.core.clock.advance(Duration.ofMinutes(20));
    assertRefused(book(TEN, late), "came too late");
  }

  @Test
  void keepTheSolutionWhenSomethingElseIsWrong() {
    String solution = solved();

    assertThat(server.post("/api/v1/bookings", body("soon", solution)).status()).isEqualTo(400);
    assertThat(
            server
                .post("/api/v1/bookings", body(NINE, solution).replace("bob@", "bob at "))
                .status())
        .isEqualTo(400);
    assertThat(book(NINE, solution).status()).isEqualTo(201);
  }

  @Test
  void mayBeHostsWithTheirToken() {
    String body = ServerFixture.booking(NINE, "bob@example.com");
    String reading =
        server
            .asHost("POST", "/api/v1/tokens", "{\"name\": \"r\", \"scopes\": [\"read\"]}")
            .body()
            .path("token")
            .asString();

    assertRefused(server.as("wrong", "POST", "/api/v1/bookings", body), "must be given");
    assertRefused(server.as(reading, "POST", "/api/v1/bookings", body), "must be given");
    assertThat(server.asHost("POST", "/api/v1/bookings", body).status()).isEqualTo(201);
  }

  /// What is no solution of this server's, and nothing may be booked with.
  private List<String> forged() throws Exception {
    ObjectNode right = Solver.solution(challenge());
    List<ObjectNode> wrong = new ArrayList<>();
    wrong.add(right.deepCopy().put("number", right.path("number").asInt() + 1));
    wrong.add(right.deepCopy().put("number", -1));
    wrong.add(right.deepCopy().put("number", "x"));
    wrong.add(right.deepCopy().put("signature", "0".repeat(64)));
    wrong.add(right.deepCopy().put("signature", ""));
    wrong.add(right.deepCopy().put("challenge", "0".repeat(64)));
    String salt = right.path("salt").asString();
    wrong.add(right.deepCopy().put("salt", salt.replace("until=1", "until=2")));
    wrong.add(right.deepCopy().put("salt", salt.substring(0, salt.length() - 1)));
    wrong.add(right.deepCopy().put("salt", "x".repeat(1000)));
    wrong.add(spliced(right));
    wrong.add(made(salt));
    wrong.add(made("ab".repeat(8) + "?until=99999999999&"));
    wrong.add(JsonMapper.shared().createObjectNode());
    List<String> forged = new ArrayList<>();
    wrong.forEach(each -> forged.add(Solver.sent(each)));
    for (String text :
        List.of("null", "[]", "5", "{", "\"x\"", "{\"salt\": {}}", "[".repeat(800), "\u0000")) {
      forged.add(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }
    forged.addAll(List.of("%%%", "=", " ", "a", "\u00e9", "A".repeat(60_000)));
    return forged;
  }

  /// Digits of the number are moved into the time before it.
  private static ObjectNode spliced(ObjectNode right) {
    String number = String.valueOf(right.path("number").asInt());
    return right
        .deepCopy()
        .put("salt", right.path("salt").asString().replace("&", "&" + number.charAt(0)))
        .put("number", Integer.parseInt("0" + number.substring(1)));
  }

  /// A challenge that somebody made himself.
  private static ObjectNode made(String salt) throws Exception {
    Altcha.Challenge made =
        Altcha.createChallenge(
            new ChallengeOptions()
                .setSalt(salt)
                .setNumber(1L)
                .setMaxNumber(1L)
                .setHmacKey("another key"));
    return JsonMapper.shared()
        .createObjectNode()
        .put("algorithm", made.algorithm)
        .put("challenge", made.challenge)
        .put("number", 1)
        .put("salt", made.salt)
        .put("signature", made.signature);
  }

  @Test
  void areRefusedWithWhatIsNoSolution() throws Exception {
    for (String solution : forged()) {
      assertRefused(book(NINE, solution), "solves no challenge");
    }
    assertThat(book(NINE, "A".repeat(70_000)).status()).isEqualTo(413);
    assertThat(bookings()).isZero();
  }

  @Test
  void areAskedForNothingWhereItIsOff() {
    try (ServerFixture off = new ServerFixture(kind)) {
      off.addEventType("intro", "\"seats\": 1");

      assertThat(off.get("/api/v1/challenge").status()).isEqualTo(404);
      assertThat(
              off.post("/api/v1/bookings", ServerFixture.booking(NINE, "bob@example.com")).status())
          .isEqualTo(201);
      assertThat(off.post("/api/v1/bookings", body(TEN, "anything")).status()).isEqualTo(201);
    }
  }
}
