package org.meetwright.server.calendar.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.Patience;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.OwnEvent;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.RemoteChanges;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.RemoteFault.FaultKind;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.calendar.remote.WrittenEvent;
import org.meetwright.server.calendar.script.Script;
import org.meetwright.server.calendar.script.Script.Said;
import org.meetwright.server.outgoing.Targets;

/// What servers do that the suite's servers do not, or not each time: each answer as one of them
/// gives it.
@Timeout(600)
class CalDavTrapsTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-27T12:00:00Z"));
  private static final UUID MEETING = UUID.fromString("01234567-89ab-7def-8123-456789abcdef");
  private static final String NEW = "PUT /cal/" + MEETING + ".ics";
  private static final String THERE = "GET /cal/" + MEETING + ".ics";

  private Script server;
  private RemoteAccount account;
  private String calendar;

  @BeforeEach
  void start() throws Exception {
    server = new Script();
    calendar = server.url() + "/cal/";
    account =
        new CalDavProvider(Targets.ofCalendars(true), Patience.LONG, (_, _) -> List.of(), CLOCK)
            .open(new AccountAccess(calendar, "ada", "hunter2"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static OwnEvent meeting() {
    return new OwnEvent(
        MEETING,
        MEETING.toString(),
        0,
        Instant.parse("2026-12-01T10:00:00Z"),
        Instant.parse("2026-12-01T11:00:00Z"),
        ZoneId.of("Europe/Berlin"),
        "Talk",
        "With Bob",
        "",
        false,
        Instant.parse("2026-11-27T12:00:00Z"));
  }

  /// An action that has to fail.
  @FunctionalInterface
  private interface Failing {
    void run() throws RemoteFault;
  }

  private static RemoteFault fault(Failing action) {
    try {
      action.run();
    } catch (RemoteFault fault) {
      assertThat(fault.getMessage()).doesNotContain("hunter2", "127.0.0.1", "words").endsWith(".");
      return fault;
    }
    throw new AssertionError("There was no fault");
  }

  private RemoteFault putFault(Said answer) {
    server.on(NEW, answer);
    return fault(() -> account.put(calendar, meeting(), null));
  }

  private static String entry(String name, String tag) {
    return "<D:response><D:href>/cal/"
        + name
        + "</D:href><D:propstat><D:prop><D:getetag>"
        + tag
        + "</D:getetag></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>";
  }

  private static String data(String name, String tag) {
    return entry(name, tag)
        .replace(
            "</D:prop>",
            "<C:calendar-data>"
                + Bed.event(name, "20261201T100000Z")
                + "</C:calendar-data></D:prop>");
  }

  private static String status(String name, String status) {
    return "<D:response><D:href>/cal/"
        + name
        + "</D:href><D:status>HTTP/1.1 "
        + status
        + "</D:status></D:response>";
  }

  private static String token(String token) {
    return "<D:sync-token>" + token + "</D:sync-token>";
  }

  /// Answers the reports of a calendar: a listing with a token, and the events a, b, c.
  private void reports(Script.Answering sync) {
    server.on(
        "REPORT /cal/",
        asked -> {
          if (asked.body().contains("sync-collection")) {
            return sync.to(asked);
          }
          if (asked.body().contains("calendar-multiget")) {
            StringBuilder found = new StringBuilder();
            for (String name : new String[] {"a", "b", "c"}) {
              if (asked.body().contains("/cal/" + name + "<")) {
                found.append(data(name, "\"" + name + "\""));
              }
            }
            return Said.multistatus(found.toString());
          }
          return Said.of(403, "words");
        });
  }

  private static List<String> ids(RemoteChanges changes) {
    return changes.items().stream().map(RemoteItem::id).toList();
  }

  private static String freeBusy(String... lines) {
    return "BEGIN:VCALENDAR\r\nBEGIN:VFREEBUSY\r\n"
        + String.join("\r\n", lines)
        + "\r\nEND:VFREEBUSY\r\nEND:VCALENDAR\r\n";
  }

  @Test
  void asksForBusyTimesWhereNothingElseMayBeRead() throws Exception {
    String first = "FREEBUSY:20261201T100000Z/PT1H,20261201T200000Z/nonsense";
    String second = "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261208T100000Z/PT1H";
    server.on("REPORT /cal/", Said.of(200, freeBusy(first, second)));
    RemoteChanges all = account.changes(calendar + "#free-busy", null, Map::of);
    assertThat(server.last().body())
        .contains("free-busy-query", "start=\"20261026T000000Z\" end=\"20280110T000000Z\"");
    assertThat(server.last().header("Depth")).isEqualTo("1");
    assertThat(ids(all)).containsExactly("free-busy-2026-11-30", "free-busy-2026-12-07");
    assertThat(all.items()).allMatch(item -> item.text().contains("CLASS:PRIVATE"));
    assertThat(all.unreadable()).isEqualTo(1);
    Map<String, String> tags = new HashMap<>();
    all.items().forEach(item -> tags.put(item.id(), String.valueOf(item.etag())));

    server.on("REPORT /cal/", Said.of(200, freeBusy(first, second.replace("1H", "2H"))));
    RemoteChanges some = account.changes(calendar + "#free-busy", all.state(), () -> tags);
    assertThat(some.whole()).isTrue();
    assertThat(some.same()).containsExactly("free-busy-2026-11-30");
    assertThat(ids(some)).containsExactly("free-busy-2026-12-07");

    server.on("REPORT /cal/", Said.of(200, freeBusy(first)));
    Instant ten = Instant.parse("2026-12-01T10:00:00Z");
    assertThat(account.between(calendar + "#free-busy", ten, ten.plusSeconds(60)))
        .containsExactly(all.items().getFirst());
    assertThat(server.last().body())
        .contains("start=\"20261130T000000Z\" end=\"20261207T000000Z\"");
  }

  @ParameterizedTest
  @CsvSource({
    "401, SIGN_IN",
    "403, NO_ACCESS",
    "404, CALENDAR_GONE",
    "400, NOT_UNDERSTOOD",
    "207, NOT_UNDERSTOOD",
    "501, FAILED",
    "503, LATER",
    "200, NOT_UNDERSTOOD"
  })
  void saysThatBusyTimesAreRefused(int status, FaultCode code) {
    server.on("REPORT /cal/", Said.of(status, "words"));
    String busy = calendar + "#free-busy";
    assertThat(fault(() -> account.changes(busy, null, Map::of)).code()).isEqualTo(code);
    assertThat(
            fault(() -> account.between(busy, Instant.EPOCH, Instant.EPOCH.plusSeconds(1))).code())
        .isEqualTo(code);
    assertThat(fault(() -> account.put(busy, meeting(), null)).kind())
        .isEqualTo(FaultKind.READ_ONLY);
  }

  /// Trap 7: an event with people in it makes servers write to them.
  @Test
  void writesNoOrganizerAndNoAttendees() throws Exception {
    server.on(NEW, Said.of(201, "").with("ETag", "\"1\""));
    assertThat(account.put(calendar, meeting(), null))
        .isEqualTo(new WrittenEvent("/cal/" + MEETING + ".ics", "\"1\""));
    assertThat(server.last().body())
        .contains("X-MEETWRIGHT-MEETING:" + MEETING)
        .doesNotContain("ORGANIZER", "ATTENDEE", "METHOD");
    assertThat(server.last().header("If-none-match")).isEqualTo("*");
  }

  /// Trap 8: DAViCal answers 500 to a DELETE with a local attendee.
  @Test
  void looksWhetherTheEventIsGoneWhenTheServerFails() {
    server.on("DELETE /cal/a", Said.of(500, "words"));
    assertThatCode(() -> account.delete(calendar, new WrittenEvent("/cal/a", "\"1\"")))
        .doesNotThrowAnyException();
    server.on("GET /cal/a", Said.of(200, "x"));
    assertThat(fault(() -> account.delete(calendar, new WrittenEvent("/cal/a", "\"1\""))).kind())
        .isEqualTo(FaultKind.UNREACHABLE);
  }

  /// Trap 9.
  @Test
  void readsARefusalInsideOfAMultistatus() throws Exception {
    Said refusal = Said.multistatus(status(MEETING + ".ics", "412 Precondition Failed"));
    server.on(THERE, Said.of(200, Bed.event("x", "20261201T100000Z")));
    assertThat(putFault(refusal).kind()).isEqualTo(FaultKind.UID_TAKEN);
    server.on(THERE, Said.of(200, EventObject.of(meeting())).with("ETag", "\"7\""));
    assertThat(account.put(calendar, meeting(), null).etag()).isEqualTo("\"7\"");
  }

  /// Traps 10 and 19: Radicale, Cyrus, and Nextcloud, whose trash keeps UIDs.
  @ParameterizedTest
  @CsvSource({
    "409, <D:error xmlns:D=\"DAV:\"><C:no-uid-conflict"
        + " xmlns:C=\"urn:ietf:params:xml:ns:caldav\"/></D:error>",
    "403, <D:error xmlns:D=\"DAV:\"><C:unique-scheduling-object-resource"
        + " xmlns:C=\"urn:ietf:params:xml:ns:caldav\"/></D:error>",
    "400, <d:error xmlns:d=\"DAV:\" xmlns:s=\"http://sabredav.org/ns\"><s:message>Deleted calendar"
        + " object with uid already exists in this calendar collection.</s:message></d:error>",
    "500, Calendar object with uid already exists in this calendar collection."
  })
  void knowsThatAUidIsTaken(int status, String body) {
    assertThat(putFault(Said.of(status, body)).kind()).isEqualTo(FaultKind.UID_TAKEN);
  }

  @ParameterizedTest
  @CsvSource({
    "401, SIGN_IN", "403, READ_ONLY", "405, READ_ONLY", "404, CALENDAR_GONE", "409, CALENDAR_GONE",
    "429, LATER", "503, LATER", "500, UNREACHABLE", "507, UNREACHABLE", "413, NOT_UNDERSTOOD"
  })
  void saysWhatFollowsFromARefusedEvent(int status, FaultKind kind) {
    assertThat(putFault(Said.of(status, "words")).kind()).isEqualTo(kind);
  }

  @Test
  void waitsAsLongAsItIsTold() {
    assertThat(putFault(Said.of(503, "").with("Retry-After", "90")).retryAfter())
        .isEqualTo(Duration.ofSeconds(90));
  }

  /// Trap 11: servers that change what they keep say no tag.
  @Test
  void asksForTheTagThatWasNotSaid() throws Exception {
    server.on(NEW, Said.of(201, ""));
    server.on(THERE, Said.of(200, "x").with("ETag", "\"5\""));
    WrittenEvent written = account.put(calendar, meeting(), null);
    assertThat(written.etag()).isEqualTo("\"5\"");
    account.put(calendar, meeting(), written);
    assertThat(server.last("PUT").header("If-match")).isEqualTo("\"5\"");
  }

  /// Trap 11: what was written is written, even if its tag cannot be asked for.
  @Test
  void asksForTheTagLaterIfItCouldNot() throws Exception {
    server.on(NEW, Said.of(201, ""));
    server.on(THERE, Said.of(500, "x"));
    WrittenEvent written = account.put(calendar, meeting(), null);
    assertThat(written.etag()).isNull();
    server.on(THERE, Said.of(200, "x").with("ETag", "\"5\""));
    account.put(calendar, meeting(), written);
    assertThat(server.last("PUT").header("If-match")).isEqualTo("\"5\"");
    assertThat(server.last("PUT").header("If-none-match")).isNull();
  }

  /// Trap 12: 403 is also said for other reasons than the token.
  @ParameterizedTest
  @ValueSource(ints = {400, 403, 409, 412, 500})
  void comparesEverythingWhenTheTokenIsRefused(int status) throws Exception {
    reports(
        asked ->
            asked.body().contains("<D:sync-token></D:sync-token>")
                ? Said.multistatus(entry("a", "\"a\"") + entry("b", "\"b\"") + token("9"))
                : Said.of(status, "words"));
    RemoteChanges changes =
        account.changes(calendar, "TOKEN 8", () -> Map.of("/cal/a", "\"a\"", "/cal/c", "\"c\""));
    assertThat(changes.whole()).isTrue();
    assertThat(ids(changes)).containsExactly("/cal/b");
    assertThat(changes.same()).containsExactly("/cal/a");
    assertThat(changes.state()).isEqualTo("TOKEN 9");
  }

  /// Trap 12: DAViCal answers with all that it has, and with nothing that is gone.
  @Test
  void comparesEverythingWhenWhatHasNotChangedIsSaidToHave() throws Exception {
    reports(_ -> Said.multistatus(entry("a", "\"a\"") + entry("b", "\"b\"") + token("9")));
    RemoteChanges changes =
        account.changes(calendar, "TOKEN 8", () -> Map.of("/cal/a", "\"a\"", "/cal/c", "\"c\""));
    assertThat(changes.whole()).isTrue();
    assertThat(changes.same()).containsExactly("/cal/a");
    assertThat(ids(changes)).containsExactly("/cal/b");
  }

  /// Trap 13.
  @Test
  void comparesTagsWhereThereIsNoReport() throws Exception {
    server.on("REPORT /cal/", Said.of(403, "words"));
    String tag =
        "<D:response><D:href>/cal/</D:href><D:propstat><D:prop><S:getctag>5</S:getctag></D:prop>"
            + "<D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>";
    server.on(
        "PROPFIND /cal/",
        asked -> Said.multistatus("0".equals(asked.header("Depth")) ? tag : entry("a", "\"a\"")));
    server.on("GET /cal/a", Said.of(200, Bed.event("a", "20261201T100000Z")));
    RemoteChanges all = account.changes(calendar, null, Map::of);
    assertThat(ids(all)).containsExactly("/cal/a");
    assertThat(all.state()).isEqualTo("CTAG 5");
    int asked = server.asked().size();
    assertThat(account.changes(calendar, all.state(), Map::of))
        .isEqualTo(RemoteChanges.none("CTAG 5"));
    assertThat(server.asked()).hasSize(asked + 1);
    assertThat(account.changes(calendar, "CTAG 4", () -> Map.of("/cal/a", "\"a\"")).same())
        .containsExactly("/cal/a");
  }

  /// The last resort of those who list nothing without a time.
  @Test
  void asksForATimeWhereNothingElseIsListed() throws Exception {
    server.on(
        "REPORT /cal/",
        asked ->
            asked.body().contains("time-range start=\"20261023T120000Z\" end=\"20280410T120000Z\"")
                ? Said.multistatus(entry("a", "\"a\""))
                : asked.body().contains("multiget")
                    ? Said.multistatus(data("a", "\"a\""))
                    : Said.of(403, "words"));
    server.on(
        "PROPFIND /cal/",
        asked -> "0".equals(asked.header("Depth")) ? Said.multistatus("") : Said.of(507, ""));
    RemoteChanges all = account.changes(calendar, null, Map::of);
    assertThat(ids(all)).containsExactly("/cal/a");
    assertThat(all.state()).isNull();
  }

  /// Trap 14: 507 of the calendar says that there is more.
  @Test
  void asksUntilEverythingIsTold() throws Exception {
    reports(
        asked ->
            asked.body().contains(">1</D:sync-token>")
                ? Said.multistatus(entry("b", "\"b\"") + status("c", "404 Not Found") + token("2"))
                : Said.multistatus(
                    entry("a", "\"a\"")
                        + entry("c", "\"c\"")
                        + status("", "507 Insufficient Storage")
                        + token("1")));
    RemoteChanges all = account.changes(calendar, null, Map::of);
    assertThat(ids(all)).containsExactly("/cal/a", "/cal/b");
    assertThat(all.state()).isEqualTo("TOKEN 2");
  }

  /// Trap 15.
  @ParameterizedTest
  @ValueSource(strings = {"left out", "404 entry", "404 for all"})
  void keepsWhatIsThereWhenSomethingIsGone(String how) throws Exception {
    server.on(
        "REPORT /cal/",
        asked -> {
          if (asked.body().contains("sync-collection")) {
            return Said.multistatus(entry("a", "\"a\"") + entry("gone", "\"g\"") + token("1"));
          }
          return switch (how) {
            case "left out" -> Said.multistatus(data("a", "\"a\""));
            case "404 entry" ->
                Said.multistatus(data("a", "\"a\"") + status("gone", "404 Not Found"));
            default -> Said.of(404, "words");
          };
        });
    server.on("GET /cal/a", Said.of(200, Bed.event("a", "20261201T100000Z")));
    assertThat(ids(account.changes(calendar, "TOKEN 0", Map::of))).containsExactly("/cal/a");
    assertThat(account.changes(calendar, "TOKEN 0", Map::of).gone()).containsExactly("/cal/gone");
  }

  /// Trap 16.
  @Test
  void readsHrefsHoweverTheyAreWritten() throws Exception {
    String[] ways = {"%C3%BC%40x", "%c3%bc@x", "\u00fc%40x", server.url() + "/cal/%C3%BC@x"};
    for (String way : ways) {
      reports(_ -> Said.multistatus(entry(way, "\"u\"").replace("/cal/http", "http") + token("1")));
      RemoteChanges changes =
          account.changes(calendar, null, () -> Map.of("/cal/%C3%BC@x", "\"u\""));
      assertThat(changes.same()).containsExactly("/cal/%C3%BC@x");
    }
  }

  /// Trap 17: what a server expands cannot be trusted, so whole events are asked for.
  @Test
  void asksForWholeEventsOfATime() throws Exception {
    server.on("REPORT /cal/", Said.multistatus(data("a", "\"a\"")));
    assertThat(
            account.between(
                calendar,
                Instant.parse("2026-12-01T10:00:00Z"),
                Instant.parse("2026-12-01T11:00:00Z")))
        .extracting(RemoteItem::uid)
        .containsExactly("a");
    assertThat(server.last().body())
        .contains("start=\"20261201T100000Z\" end=\"20261201T110000Z\"")
        .doesNotContain("expand");
  }

  /// Trap 18.
  @Test
  void saysThatAnAppPasswordIsNeeded() {
    server.on("REPORT /cal/", Said.of(401, "").with("WWW-Authenticate", "Basic realm=\"x\""));
    RemoteFault fault = fault(() -> account.changes(calendar, "TOKEN 1", Map::of));
    assertThat(fault.kind()).isEqualTo(FaultKind.SIGN_IN);
    assertThat(fault).hasMessageContaining("app password");
  }

  @ParameterizedTest
  @CsvSource({
    "404, CALENDAR_GONE",
    "410, CALENDAR_GONE",
    "429, LATER",
    "503, LATER",
    "502, UNREACHABLE"
  })
  void saysWhatFollowsFromARefusedReport(int status, FaultKind kind) {
    server.on("REPORT /cal/", Said.of(status, "words"));
    assertThat(fault(() -> account.changes(calendar, "TOKEN 1", Map::of)).kind()).isEqualTo(kind);
  }

  @Test
  void leavesWhatCanNoLongerBeReadAsItWas() throws Exception {
    server.on(
        "REPORT /cal/",
        asked ->
            asked.body().contains("sync-collection")
                ? Said.multistatus(entry("a", "\"2\"") + token("1"))
                : Said.multistatus(
                    data("a", "\"2\"").replaceFirst("(?s)BEGIN:VCALENDAR.*END:VCALENDAR", "?")));
    RemoteChanges changes = account.changes(calendar, null, () -> Map.of("/cal/a", "\"1\""));
    assertThat(changes.unreadable()).isEqualTo(1);
    assertThat(changes.same()).containsExactly("/cal/a");
  }
}
