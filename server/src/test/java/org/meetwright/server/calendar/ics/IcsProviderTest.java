package org.meetwright.server.calendar.ics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.Patience;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.OwnEvent;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.RemoteCalendar;
import org.meetwright.core.calendar.remote.RemoteChanges;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.RemoteFault.FaultKind;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.calendar.remote.WrittenEvent;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.server.calendar.http.TypedAddress;
import org.meetwright.server.calendar.script.Script;
import org.meetwright.server.calendar.script.Script.Said;
import org.meetwright.server.outgoing.RequestBounds;
import org.meetwright.server.outgoing.Targets;
import org.meetwright.server.webhook.Receiver;

@Timeout(600)
class IcsProviderTest {
  private static final String PATH = "/private-s3cret/basic.ics";
  private static final String GET = "GET " + PATH;
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-27T12:00:00Z"));

  private Script server;

  @BeforeEach
  void start() throws Exception {
    server = new Script();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static RemoteAccount open(RequestBounds bounds, AccountAccess access) {
    return new IcsProvider(Targets.ofCalendars(true), bounds, CLOCK).open(access);
  }

  private static RemoteAccount open(String address) {
    return open(new RequestBounds(Patience.LONG, 100_000, 5), new AccountAccess(address, "", ""));
  }

  private RemoteAccount feed() {
    return open(server.url() + PATH);
  }

  private static String feed(String... events) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nX-WR-CALNAME:Ada's days\r\n"
        + "X-WR-TIMEZONE:Europe/Berlin\r\n"
        + String.join("", events)
        + "END:VCALENDAR\r\n";
  }

  private static String event(String uid, String start) {
    return "BEGIN:VEVENT\r\nUID:"
        + uid
        + "\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:"
        + start
        + "\r\nDURATION:PT1H\r\nEND:VEVENT\r\n";
  }

  private static final String ONE = event("one", "20261201T100000Z");
  private static final String TWO = event("two", "20261202T100000Z");

  private static RemoteFault fault(RemoteAccount account) {
    return fault(account, null);
  }

  /// No fault tells an address, which may be the secret itself.
  private static RemoteFault fault(RemoteAccount account, String state) {
    try {
      account.changes("feed", state, Map::of);
    } catch (RemoteFault fault) {
      assertThat(fault.getMessage())
          .doesNotContain("s3cret", "127.0.0.1", "basic.ics", "hunter2")
          .endsWith(".");
      return fault;
    }
    throw new AssertionError("There was no fault");
  }

  @Test
  void isOneCalendarThatCanOnlyBeRead() throws Exception {
    server.on(GET, Said.of(200, feed(ONE)));
    assertThat(feed().calendars())
        .containsExactly(
            new RemoteCalendar("feed", "Ada's days", null, ZoneId.of("Europe/Berlin"), false));
    OwnEvent event =
        new OwnEvent(
            UUID.randomUUID(),
            "x",
            0,
            CLOCK.instant(),
            CLOCK.instant(),
            ZoneId.of("UTC"),
            "x",
            "",
            "",
            false,
            CLOCK.instant());
    assertThatThrownBy(() -> feed().put("feed", event, null))
        .isInstanceOfSatisfying(
            RemoteFault.class, fault -> assertThat(fault.kind()).isEqualTo(FaultKind.READ_ONLY));
    assertThatThrownBy(() -> feed().delete("feed", new WrittenEvent("one", null)))
        .isInstanceOf(RemoteFault.class);
    assertThat(feed().find("feed", "one")).isNotNull();
    assertThat(feed().find("feed", "two")).isNull();
    assertThat(feed().between("feed", CLOCK.instant(), CLOCK.instant())).hasSize(1);
  }

  @Test
  void tellsAgainOnlyWhatHasChanged() throws Exception {
    server.on(GET, Said.of(200, feed(ONE, TWO)));
    RemoteChanges all = feed().changes("feed", null, Map::of);
    assertThat(all.whole()).isTrue();
    assertThat(all.items()).extracting(RemoteItem::id).containsExactly("one", "two");
    Map<String, String> tags =
        all.items().stream().collect(Collectors.toMap(RemoteItem::id, RemoteItem::etag));

    server.on(GET, Said.of(200, feed(ONE, event("two", "20261203T100000Z"))));
    RemoteChanges some = feed().changes("feed", all.state(), () -> tags);
    assertThat(some.whole()).isTrue();
    assertThat(some.items()).extracting(RemoteItem::id).containsExactly("two");
    assertThat(some.same()).containsExactly("one");
  }

  @Test
  void asksWhetherItHasChanged() throws Exception {
    String date = "Fri, 27 Nov 2026 10:00:00 GMT";
    server.on(
        GET,
        asked ->
            "\"7\"".equals(asked.header("If-none-match"))
                    && date.equals(asked.header("If-modified-since"))
                ? Said.of(304, "")
                : Said.of(200, feed(ONE)).with("ETag", "\"7\"").with("Last-Modified", date));
    RemoteChanges all = feed().changes("feed", null, Map::of);
    RemoteChanges nothing =
        feed()
            .changes(
                "feed",
                all.state(),
                () -> {
                  throw new AssertionError("Nobody needs to know");
                });
    assertThat(nothing).isEqualTo(RemoteChanges.none(all.state()));
  }

  /// Trap 5: some servers change the tag each time, some never.
  @Test
  void doesNotBelieveTheTag() throws Exception {
    server.on(GET, Said.of(200, feed(ONE)).with("ETag", "\"1\""));
    RemoteChanges all = feed().changes("feed", null, Map::of);
    server.on(GET, Said.of(200, feed(ONE)).with("ETag", "\"2\""));
    RemoteChanges nothing = feed().changes("feed", all.state(), Map::of);
    assertThat(nothing.whole()).isFalse();
    assertThat(nothing.items()).isEmpty();
    assertThat(nothing.state()).isNotEqualTo(all.state());
    server.on(GET, Said.of(200, feed(TWO)).with("ETag", "\"2\""));
    assertThat(feed().changes("feed", nothing.state(), Map::of).items())
        .extracting(RemoteItem::id)
        .containsExactly("two");
  }

  /// Trap 5: calendar programs write addresses so.
  @Test
  void readsWebcalAddresses() throws Exception {
    server.on(GET, Said.of(200, feed(ONE)));
    String rest = "://127.0.0.1:" + server.port() + PATH;
    assertThat(open("webcal" + rest).calendars()).hasSize(1);
    assertThat(open(" WebCal" + rest + "#today ").calendars()).hasSize(1);
  }

  /// Nobody who only reads along is told the secret in an address, unless there is no other way.
  @Test
  void asksSafelyFirst() throws Exception {
    HttpUrl safe = TypedAddress.url("webcal://example.org/a");
    assertThat(safe).hasToString("https://example.org/a");
    assertThat(TypedAddress.openly("webcal://example.org/a", safe))
        .hasToString("http://example.org/a");
    assertThat(TypedAddress.url("webcals://example.org/a")).isEqualTo(safe);
    assertThat(TypedAddress.url("example.org/a")).isEqualTo(safe);
    assertThat(TypedAddress.openly("webcals://example.org/a", safe)).isNull();
    assertThat(TypedAddress.openly("https://example.org/a", safe)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://127.0.0.1/s3cret",
        "gopher://127.0.0.1/s3cret",
        "http://ada:hunter2@127.0.0.1/s3cret",
        "http://",
        "http:///s3cret",
        "http://2130706433/s3cret",
        "s3cret with blanks",
        ""
      })
  void refusesWhatIsNoAddress(String address) {
    assertThat(fault(open(address)).kind()).isEqualTo(FaultKind.NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "https://10.0.0.1/",
        "webcal://169.254.169.254/",
        "http://192.168.1.1/",
        "http://[fd00::1]/"
      })
  void asksNoPrivateAddress(String address) {
    RemoteAccount account =
        new IcsProvider(Targets.ofCalendars(false), CLOCK).open(new AccountAccess(address, "", ""));
    RemoteFault fault = fault(account);
    assertThat(fault.kind()).isEqualTo(FaultKind.NOT_FOUND);
    assertThat(fault).hasMessageContaining("calendars.allowPrivateTargets");
  }

  @Test
  void signsInOnlyWhenAskedAndSaysThatThePasswordIsWrong() throws Exception {
    String right = "Basic YWRhOmh1bnRlcjI=";
    server.on(
        GET,
        asked ->
            right.equals(asked.header("Authorization"))
                ? Said.of(200, feed(ONE))
                : Said.of(401, "").with("WWW-Authenticate", "Basic realm=\"x\""));
    RequestBounds bounds = new RequestBounds(Patience.LONG, 100_000, 5);
    String address = server.url() + PATH;
    assertThat(open(bounds, new AccountAccess(address, "ada", "hunter2")).calendars()).hasSize(1);
    assertThat(server.asked().getFirst().header("Authorization")).isNull();
    for (AccountAccess wrong :
        new AccountAccess[] {
          new AccountAccess(address, "ada", "hunter3"), new AccountAccess(address, "", "")
        }) {
      RemoteFault fault = fault(open(bounds, wrong));
      assertThat(fault.kind()).isEqualTo(FaultKind.SIGN_IN);
      assertThat(fault).hasMessageContaining("password");
    }
  }

  @Test
  void unpacksWhatIsPackedAndNoBomb() throws Exception {
    server.on(GET, Said.of(200, feed(ONE)).packed());
    assertThat(feed().calendars()).hasSize(1);
    String bomb = feed("X-BLANK:" + " ".repeat(50_000_000) + "\r\n", ONE);
    server.on(GET, Said.of(200, bomb).packed());
    RemoteFault fault = fault(feed());
    assertThat(fault.kind()).isEqualTo(FaultKind.NOT_UNDERSTOOD);
    assertThat(fault).hasMessageContaining("larger");
    server.on(GET, Said.of(200, feed(ONE)).with("Content-Encoding", "gzip"));
    assertThat(fault(feed()).kind()).isEqualTo(FaultKind.NOT_UNDERSTOOD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\r\n\r\n",
        "<!DOCTYPE html><html><body><form>Sign in</form></body></html>",
        "{\"error\": \"x\"}",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:one\r\n"
      })
  void takesNothingAwayForAPageThatIsNoCalendar(String body) throws Exception {
    server.on(GET, Said.of(200, feed(ONE, TWO)));
    String state = feed().changes("feed", null, Map::of).state();
    server.on(GET, Said.of(200, body));
    assertThat(fault(feed(), state).kind()).isEqualTo(FaultKind.NOT_UNDERSTOOD);
    server.on(GET, Said.of(204, ""));
    assertThat(fault(feed(), state).kind()).isEqualTo(FaultKind.NOT_UNDERSTOOD);
  }

  @Test
  void takesNothingAwayForAnAnswerThatBreaksOff() throws Exception {
    server.on(GET, Said.of(200, feed(ONE, TWO)).halved());
    assertThat(fault(feed()).kind()).isEqualTo(FaultKind.UNREACHABLE);
  }

  /// Trap 4.
  @Test
  void losesNoEventForAMalformedOne() throws Exception {
    String broken = "BEGIN:VEVENT\r\nDTSTART:nonsense\r\nRRULE:FREQ=SOMETIMES\r\nEND:VEVENT\r\n";
    server.on(GET, Said.of(200, feed(ONE, broken, TWO)));
    RemoteChanges all = feed().changes("feed", null, Map::of);
    assertThat(all.items()).extracting(RemoteItem::id).contains("one", "two");
    assertThat(all.unreadable()).isEqualTo(1);
  }

  @Test
  void followsRedirectsButInNoCircle() throws Exception {
    server.on("GET /one", Said.redirect(301, "/two"));
    server.on("GET /two", Said.redirect(307, PATH));
    server.on(GET, Said.of(200, feed(ONE)));
    assertThat(open(server.url() + "/one").calendars()).hasSize(1);
    server.on(GET, Said.redirect(302, "/one"));
    RemoteFault circle = fault(open(server.url() + "/one"));
    assertThat(circle.kind()).isEqualTo(FaultKind.NOT_UNDERSTOOD);
    assertThat(circle).hasMessageContaining("redirects more than 5 times");
    server.on(GET, Said.redirect(302, "file:///etc/passwd"));
    assertThat(fault(feed()).kind()).isEqualTo(FaultKind.NOT_UNDERSTOOD);
  }

  @Test
  void tellsThePasswordToNoOtherServer() throws Exception {
    Said ask = Said.of(401, "").with("WWW-Authenticate", "Basic realm=\"x\"");
    server.on(
        GET,
        asked ->
            asked.header("Authorization") == null
                ? ask
                : Said.redirect(302, "http://localhost:" + server.port() + "/other"));
    server.on("GET /other", ask);
    AccountAccess ada = new AccountAccess(server.url() + PATH, "ada", "hunter2");
    assertThat(fault(open(new RequestBounds(Patience.LONG, 1000, 5), ada)).kind())
        .isEqualTo(FaultKind.SIGN_IN);
    assertThat(server.last().what()).isEqualTo("GET /other");
    assertThat(server.last().header("Authorization")).isNull();
  }

  @Test
  void endsWhatIsTooLargeOrNeverEnds() throws Exception {
    server.on(GET, Said.of(200, feed("X-LONG:" + "x".repeat(200_000) + "\r\n")));
    assertThat(fault(feed()).kind()).isEqualTo(FaultKind.NOT_UNDERSTOOD);
    try (Receiver endless = new Receiver()) {
      endless.answer(
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
              + ("10000\r\n" + "x".repeat(0x10000) + "\r\n").repeat(20));
      assertThat(fault(open(endless.url())).kind()).isEqualTo(FaultKind.NOT_UNDERSTOOD);
    }
  }

  @Test
  void doesNotWaitForTheSlow() throws Exception {
    try (Receiver slow = new Receiver()) {
      slow.answer(Receiver.HANGS);
      RequestBounds bounds = new RequestBounds(Duration.ofMillis(300), 1000, 5);
      RemoteFault fault = fault(open(bounds, new AccountAccess(slow.url(), "", "")));
      assertThat(fault.kind()).isEqualTo(FaultKind.UNREACHABLE);
      assertThat(fault).hasMessageContaining("in time");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "401, SIGN_IN",
    "403, SIGN_IN",
    "404, CALENDAR_GONE",
    "410, CALENDAR_GONE",
    "500, UNREACHABLE",
    "502, UNREACHABLE",
    "429, LATER",
    "503, LATER",
    "418, NOT_UNDERSTOOD"
  })
  void saysWhatFollowsFromAStatus(int status, FaultKind kind) {
    server.on(GET, Said.of(status, "<p>s3cret words</p>"));
    assertThat(fault(feed()).kind()).isEqualTo(kind);
  }

  @Test
  void waitsAsLongAsItIsTold() {
    for (Map.Entry<String, Duration> wait :
        Map.of(
                "120", Duration.ofMinutes(2),
                "Fri, 27 Nov 2026 12:05:00 GMT", Duration.ofMinutes(5),
                "Fri, 27 Nov 2026 11:00:00 GMT", Duration.ZERO,
                "999999999", Duration.ofDays(1))
            .entrySet()) {
      server.on(GET, Said.of(429, "").with("Retry-After", wait.getKey()));
      assertThat(fault(feed()).retryAfter()).isEqualTo(wait.getValue());
    }
    server.on(GET, Said.of(503, "").with("Retry-After", "soon"));
    assertThat(fault(feed()).retryAfter()).isNull();
  }
}
