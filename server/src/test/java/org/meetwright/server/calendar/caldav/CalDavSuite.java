package org.meetwright.server.calendar.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.core.Patience;
import org.meetwright.core.calendar.item.IcsReader;
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
import org.meetwright.server.calendar.http.CalendarHttp;
import org.meetwright.server.calendar.webdav.Href;
import org.meetwright.server.calendar.webdav.WebDavClient;
import org.meetwright.server.outgoing.Login;
import org.meetwright.server.outgoing.RequestBounds;
import org.meetwright.server.outgoing.Targets;

/// What holds with every CalDAV server. Each server that is installed passes it.
@Timeout(600)
@TestInstance(Lifecycle.PER_CLASS)
abstract class CalDavSuite {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-27T12:00:00Z"));

  @TempDir static Path directory;
  Bed bed;
  RemoteAccount account;
  private String calendarId;
  private final List<String> names = new ArrayList<>();

  /// Returns what has to be there, or the test is skipped.
  abstract List<Path> needs();

  /// Starts the server.
  abstract Bed start(Path directory) throws Exception;

  @BeforeAll
  void begin() throws Exception {
    for (Path need : needs()) {
      Assumptions.assumeTrue(Files.exists(need), () -> "Skipped: there is no " + need);
    }
    bed = start(directory);
    account = open(bed.root(), bed.password());
    calendarId = Href.canonical(HttpUrl.of(bed.calendar())).toString();
  }

  @AfterAll
  void end() throws Exception {
    if (bed != null) {
      bed.close();
    }
  }

  @AfterEach
  void clear() throws Exception {
    for (String name : names) {
      bed.curl("DELETE", bed.calendar() + name, "");
    }
    names.clear();
  }

  RemoteAccount open(String address, String password) {
    return new CalDavProvider(Targets.ofCalendars(true), Patience.LONG, (_, _) -> List.of(), CLOCK)
        .open(new AccountAccess(address, bed.user(), password));
  }

  private void put(String name, String text) throws Exception {
    bed.put(name, text);
    names.add(name);
  }

  private String id(String name) {
    return Href.path(Href.resolve(HttpUrl.of(bed.calendar()), bed.calendar() + name));
  }

  private static OwnEvent meeting(UUID id, int sequence, String start) {
    return new OwnEvent(
        id,
        id + "@meetwright.example.org",
        sequence,
        Instant.parse(start),
        Instant.parse(start).plus(Duration.ofMinutes(30)),
        ZoneId.of("Europe/Berlin"),
        "Gespr\u00e4ch; mit Zo\u00eb, und \u5f20\u4f1f",
        "Zeile 1\n"
            + "Zeile 2, mit; allem \\ was st\u00f6rt und so lang ist, dass sie gefaltet wird"
            + " \u00fc\u00fc",
        "Raum 5",
        false,
        Instant.parse("2026-11-27T12:00:00Z"));
  }

  private WrittenEvent write(OwnEvent event, WrittenEvent before) throws Exception {
    WrittenEvent written = account.put(calendarId, event, before);
    names.add(written.id().substring(written.id().lastIndexOf('/') + 1));
    return written;
  }

  private static Map<String, String> tags(RemoteChanges changes) {
    Map<String, String> tags = new HashMap<>();
    changes.items().forEach(item -> tags.put(item.id(), String.valueOf(item.etag())));
    return tags;
  }

  private static List<String> ids(RemoteChanges changes) {
    return changes.items().stream().map(RemoteItem::id).sorted().toList();
  }

  private RemoteItem found(String itemId) throws RemoteFault {
    RemoteItem item = account.find(calendarId, itemId);
    if (item == null) {
      throw new AssertionError("There is no " + itemId);
    }
    return item;
  }

  @Test
  void findsTheCalendarsFromTheAddressOfTheServer() throws Exception {
    List<RemoteCalendar> calendars = account.calendars();
    assertThat(calendars).extracting(RemoteCalendar::id).contains(calendarId);
    assertThat(calendars).allMatch(RemoteCalendar::mayWrite);
    assertThat(calendars).noneMatch(calendar -> calendar.name().isBlank());
  }

  @Test
  void findsTheCalendarsFromTheAddressOfOne() throws Exception {
    assertThat(open(bed.calendar(), bed.password()).calendars())
        .extracting(RemoteCalendar::id)
        .contains(calendarId);
  }

  @Test
  void saysThatThePasswordIsWrong() {
    Assumptions.assumeFalse(bed.user().isEmpty(), "This server asks nobody");
    assertThatThrownBy(() -> open(bed.root(), "wrong").calendars())
        .isInstanceOfSatisfying(
            RemoteFault.class,
            fault -> {
              assertThat(fault.kind()).isEqualTo(FaultKind.SIGN_IN);
              assertThat(fault).hasMessageContaining("app password");
            });
  }

  @Test
  void tellsEverythingAndThenWhatHasChanged() throws Exception {
    put("one.ics", Bed.event("one-1", "20261201T100000Z"));
    put("two.ics", Bed.event("two-2", "20261202T100000Z"));
    put("three.ics", Bed.event("three-3", "20261203T100000Z"));
    RemoteChanges all = account.changes(calendarId, null, Map::of);
    assertThat(all.whole()).isTrue();
    assertThat(ids(all)).containsExactlyInAnyOrder(id("one.ics"), id("two.ics"), id("three.ics"));
    assertThat(all.items()).extracting(RemoteItem::uid).contains("one-1", "two-2", "three-3");
    assertThat(all.unreadable()).isZero();
    Map<String, String> tags = tags(all);

    RemoteChanges nothing = account.changes(calendarId, all.state(), () -> tags);
    assertThat(nothing.items()).isEmpty();
    assertThat(nothing.gone()).isEmpty();

    put("one.ics", Bed.event("one-1", "20261201T140000Z"));
    bed.curl("DELETE", bed.calendar() + "two.ics", "");
    put("four.ics", Bed.event("four-4", "20261204T100000Z"));
    RemoteChanges some = account.changes(calendarId, nothing.state(), () -> tags);
    assertThat(ids(some)).containsExactlyInAnyOrder(id("one.ics"), id("four.ics"));
    assertThat(some.items()).anyMatch(item -> item.text().contains("20261201T140000Z"));
    if (some.whole()) {
      assertThat(some.same()).containsExactly(id("three.ics"));
    } else {
      assertThat(some.gone()).containsExactly(id("two.ics"));
    }
  }

  /// Trap 12: servers answer with 403, 500, or all that there is.
  @Test
  void comparesEverythingIfTheTokenIsNotKnown() throws Exception {
    put("one.ics", Bed.event("one-1", "20261201T100000Z"));
    put("two.ics", Bed.event("two-2", "20261202T100000Z"));
    Map<String, String> tags = tags(account.changes(calendarId, null, Map::of));
    tags.put(id("gone.ics"), "\"gone\"");
    for (String state :
        new String[] {"TOKEN bogus", "TOKEN http://x.example/9", "CTAG bogus", "nonsense"}) {
      RemoteChanges changes = account.changes(calendarId, state, () -> tags);
      assertThat(changes.whole()).isTrue();
      assertThat(changes.items()).isEmpty();
      assertThat(changes.same()).containsExactlyInAnyOrder(id("one.ics"), id("two.ics"));
    }
  }

  @Test
  void readsManyInBatches() throws Exception {
    for (int i = 0; i < 60; i++) {
      put("many-" + i + ".ics", Bed.event("many-" + i, "20261201T100000Z"));
    }
    RemoteChanges all = account.changes(calendarId, null, Map::of);
    assertThat(all.items()).hasSize(60).allMatch(item -> item.etag() != null);
  }

  @Test
  void writesMovesAndDeletesAMeetingThatOthersSee() throws Exception {
    UUID id = UUID.randomUUID();
    WrittenEvent first = write(meeting(id, 0, "2026-12-01T09:00:00Z"), null);
    String seen = bed.curl("GET", address(first), "").body().replaceAll("\\r?\\n[ \\t]", "");
    assertThat(seen)
        .contains("DTSTART:20261201T090000Z", "X-MEETWRIGHT-MEETING:" + id)
        .contains("SUMMARY:Gespr\u00e4ch\\; mit Zo\u00eb\\, und \u5f20\u4f1f")
        .contains("Zeile 1\\nZeile 2\\, mit\\; allem \\\\ was st\u00f6rt")
        // Trap 7: with them, servers write to people.
        .doesNotContain("ATTENDEE", "ORGANIZER");
    assertThat(found(first.id()).uid()).isEqualTo(id + "@meetwright.example.org");

    WrittenEvent second = write(meeting(id, 1, "2026-12-01T11:00:00Z"), first);
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(bed.curl("GET", address(first), "").body()).contains("DTSTART:20261201T110000Z");

    account.delete(calendarId, second);
    assertThat(bed.curl("GET", address(first), "").status()).isEqualTo(404);
    assertThat(account.find(calendarId, first.id())).isNull();
    account.delete(calendarId, second);
    account.delete(calendarId, new WrittenEvent(first.id(), null));
  }

  private String address(WrittenEvent written) {
    return Href.resolve(HttpUrl.of(bed.calendar()), written.id()).toString();
  }

  /// Traps 9 and 11: Xandikos says 412 inside of 207, others say no tag after PUT.
  @Test
  void writesOneEventThoughAnswersWereLost() throws Exception {
    UUID id = UUID.randomUUID();
    OwnEvent event = meeting(id, 0, "2026-12-01T09:00:00Z");
    WrittenEvent first = write(event, null);
    WrittenEvent again = write(event, null);
    assertThat(again.id()).isEqualTo(first.id());
    OwnEvent moved = meeting(id, 1, "2026-12-01T10:00:00Z");
    WrittenEvent known = new WrittenEvent(first.id(), found(first.id()).etag());
    WrittenEvent second = write(moved, known);
    WrittenEvent lost = write(moved, known);
    WrittenEvent anew = write(moved, null);
    assertThat(List.of(second.id(), lost.id(), anew.id())).containsOnly(first.id());
    assertThat(account.changes(calendarId, null, Map::of).items())
        .extracting(RemoteItem::uid)
        .containsOnlyOnce(event.uid());
    assertThat(found(first.id()).text()).contains("20261201T100000Z");
  }

  @Test
  void noticesThatTheHostChangedTheEventMeanwhile() throws Exception {
    UUID id = UUID.randomUUID();
    OwnEvent event = meeting(id, 0, "2026-12-01T09:00:00Z");
    WrittenEvent written = write(event, null);
    WrittenEvent known = new WrittenEvent(written.id(), found(written.id()).etag());
    bed.put(
        known.id().substring(known.id().lastIndexOf('/') + 1),
        Bed.event(event.uid(), "20261201T150000Z", "X-MEETWRIGHT-MEETING:" + id));
    OwnEvent moved = meeting(id, 1, "2026-12-01T11:00:00Z");
    assertThatThrownBy(() -> account.put(calendarId, moved, known))
        .isInstanceOfSatisfying(
            RemoteFault.class, fault -> assertThat(fault.kind()).isEqualTo(FaultKind.CHANGED));
    assertThatThrownBy(() -> account.delete(calendarId, known))
        .isInstanceOfSatisfying(
            RemoteFault.class, fault -> assertThat(fault.kind()).isEqualTo(FaultKind.CHANGED));
    assertThat(found(known.id()).text()).contains("20261201T150000Z");
    WrittenEvent now = new WrittenEvent(known.id(), found(known.id()).etag());
    write(moved, now);
    assertThat(found(known.id()).text()).contains("20261201T110000Z");
  }

  /// Trap 10: Radicale answers 409, Cyrus 403, others keep both.
  @Test
  void saysThatTheUidIsTaken() throws Exception {
    OwnEvent event = meeting(UUID.randomUUID(), 0, "2026-12-01T09:00:00Z");
    put("other.ics", Bed.event(event.uid(), "20261201T150000Z"));
    if (bed.takesUidTwice()) {
      account.delete(calendarId, write(event, null));
    } else {
      assertThatThrownBy(() -> account.put(calendarId, event, null))
          .isInstanceOfSatisfying(
              RemoteFault.class, fault -> assertThat(fault.kind()).isEqualTo(FaultKind.UID_TAKEN));
    }
    assertThat(found(id("other.ics")).text()).contains("20261201T150000Z");
  }

  /// Trap 15: what is gone is answered with 404, left out, or makes all of it a 404.
  @Test
  void tellsThatWhatWasListedIsGone() throws Exception {
    put("here.ics", Bed.event("here-1", "20261201T100000Z"));
    HttpUrl calendar = HttpUrl.of(bed.calendar());
    Login login = bed.user().isEmpty() ? null : Login.of(bed.user(), bed.password());
    RequestBounds bounds = new RequestBounds(Patience.LONG, 1 << 20, 0);
    WebDavClient dav =
        new WebDavClient(new CalendarHttp(Targets.ofCalendars(true), bounds, CLOCK), login);
    IcsReader reader = new IcsReader(Set.of());
    CalDavObjects.Read read =
        new CalDavObjects(dav, calendar, reader).read(List.of(id("gone.ics"), id("here.ics")));
    assertThat(read.items()).extracting(RemoteItem::uid).containsExactly("here-1");
    assertThat(read.gone()).containsExactly(id("gone.ics"));
    assertThat(new CalDavObjects(dav, calendar, reader).read(Set.of(id("gone.ics"))).gone())
        .hasSize(1);
  }

  /// Trap 16.
  @Test
  void knowsAnEventHoweverItsNameIsEscaped() throws Exception {
    put("%c3%bc%401.ics", Bed.event("odd-1", "20261201T100000Z"));
    RemoteChanges all = account.changes(calendarId, null, Map::of);
    assertThat(ids(all)).containsExactly(id("%C3%BC@1.ics"));
    assertThat(ids(all).getFirst()).endsWith("/%C3%BC@1.ics");
    assertThat(found(id("%C3%BC@1.ics")).uid()).isEqualTo("odd-1");
    RemoteChanges again = account.changes(calendarId, null, () -> tags(all));
    assertThat(again.same()).containsExactly(id("%C3%BC@1.ics"));
    bed.curl("DELETE", bed.calendar() + "%C3%BC%401.ics", "");
    RemoteChanges gone = account.changes(calendarId, all.state(), () -> tags(all));
    assertThat(gone.items()).isEmpty();
    assertThat(gone.whole() ? gone.same() : Set.of()).isEmpty();
  }

  @Test
  void findsWhatHappensInATime() throws Exception {
    put("in.ics", Bed.event("in-1", "20261201T100000Z"));
    put("daily.ics", Bed.event("daily-1", "20261130T103000Z", "RRULE:FREQ=DAILY;COUNT=9"));
    List<RemoteItem> items =
        account.between(
            calendarId,
            Instant.parse("2026-12-01T10:00:00Z"),
            Instant.parse("2026-12-01T11:30:00Z"));
    assertThat(items).extracting(RemoteItem::uid).contains("in-1");
  }

  @Test
  void saysThatACalendarIsGone() {
    assertThatThrownBy(
            () ->
                account.changes(calendarId.replaceFirst("[^/]+/$", "nothing-here/"), null, Map::of))
        .isInstanceOf(RemoteFault.class);
  }
}
