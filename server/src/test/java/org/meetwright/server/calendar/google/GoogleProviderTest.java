package org.meetwright.server.calendar.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.OwnEvent;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.RemoteChanges;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.calendar.remote.WrittenEvent;
import org.meetwright.core.calendar.remote.oauth.AccessTokens;
import org.meetwright.server.outgoing.Targets;
import org.meetwright.server.settings.calendar.OAuthClient;

/// What a Google account tells and takes, by [FakeGoogle]; among it the traps 20 to 26 of the
/// design.
class GoogleProviderTest {
  private static final String CAL = "ada@gmail.example";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-27T12:00:00Z"));

  private FakeGoogle google;
  private RemoteAccount account;

  @BeforeEach
  void open() throws Exception {
    google = new FakeGoogle();
    account = account("token");
  }

  private RemoteAccount account(String token) {
    return new GoogleProvider(
            google.endpoints(),
            new OAuthClient(FakeGoogle.CLIENT, FakeGoogle.SECRET),
            Targets.ofCalendars(true),
            CLOCK)
        .open(new AccountAccess("", CAL, ""), AccessTokens.of(token));
  }

  @AfterEach
  void close() {
    google.close();
  }

  private void putAt(String id, String start, String end, String... more) {
    google.put(
        CAL,
        "{'id': '"
            + id
            + "', 'summary': 'Dentist', 'start': {'dateTime': '"
            + start
            + "', 'timeZone': 'Europe/Berlin'}, 'end': {'dateTime': '"
            + end
            + "', 'timeZone': 'Europe/Berlin'}"
            + (more.length == 0 ? "" : ", " + String.join(", ", more))
            + "}");
  }

  private void put(String id, String... more) {
    putAt(id, "2026-12-01T10:00:00+01:00", "2026-12-01T11:00:00+01:00", more);
  }

  private void series() {
    put("daily", "'recurrence': ['RRULE:FREQ=DAILY;COUNT=5']");
  }

  private static String original(String date) {
    return "'recurringEventId': 'daily', 'iCalUID': 'daily@google.com', 'originalStartTime':"
        + " {'dateTime': '"
        + date
        + "T10:00:00+01:00', 'timeZone': 'Europe/Berlin'}";
  }

  private RemoteChanges since(String state) throws RemoteFault {
    return account.changes(CAL, state, Map::of);
  }

  private static List<String> ids(RemoteChanges changes) {
    return changes.items().stream().map(RemoteItem::id).sorted().toList();
  }

  private static String text(RemoteChanges changes, String id) {
    return changes.items().stream()
        .filter(item -> item.id().equals(id))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private static OwnEvent meeting(UUID id, int sequence, String start) {
    return new OwnEvent(
        id,
        id + "@meetwright.example.org",
        sequence,
        Instant.parse(start),
        Instant.parse(start).plus(Duration.ofMinutes(30)),
        ZoneId.of("Europe/Berlin"),
        "Gespräch mit Zoë",
        "Zeile 1\nZeile 2",
        "Raum 5",
        false,
        Instant.parse("2026-11-27T12:00:00Z"));
  }

  private static void assertFault(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, FaultCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RemoteFault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }

  @Test
  void listsTheCalendars() throws Exception {
    google.addCalendar("team@group.calendar.google.com", "Team", "reader");
    assertThat(account.calendars())
        .satisfiesExactly(
            own -> {
              assertThat(own.id()).isEqualTo(CAL);
              assertThat(own.mayWrite()).isTrue();
              assertThat(own.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
              assertThat(own.color()).isEqualTo("#9fe1e7");
            },
            team -> assertThat(team.mayWrite()).isFalse());
  }

  @Test
  void tellsEverythingAndThenWhatHasChanged() throws Exception {
    put("first");
    putAt("second", "2026-12-02T10:00:00+01:00", "2026-12-02T11:00:00+01:00");
    RemoteChanges all = since(null);
    assertThat(all.whole()).isTrue();
    assertThat(ids(all)).containsExactly("first", "second");
    assertThat(text(all, "first"))
        .contains("DTSTART;TZID=\"Europe/Berlin\":20261201T100000", "SUMMARY:Dentist");

    putAt("first", "2026-12-01T14:00:00+01:00", "2026-12-01T15:00:00+01:00");
    google.delete(CAL, "second");
    put("third");
    RemoteChanges some = since(all.state());
    assertThat(some.whole()).isFalse();
    assertThat(ids(some)).containsExactly("first", "third");
    assertThat(some.gone()).containsExactly("second");
    assertThat(since(some.state())).isEqualTo(RemoteChanges.none(some.state()));
  }

  /// Trap 20: Google refuses a sync token together with times, gives it on the last page alone, and
  /// may send pages that are empty.
  @Test
  void readsPagesToTheLastWithoutTimes() throws Exception {
    google.pageSize = 2;
    google.emptyPages = true;
    for (int i = 0; i < 5; i++) {
      put("event" + i);
    }
    RemoteChanges all = since(null);
    assertThat(all.items()).hasSize(5);
    assertThat(all.state()).isNotNull();
    put("event9");
    assertThat(ids(since(all.state()))).containsExactly("event9");
  }

  /// Trap 21.
  @Test
  void saysThatTheTokenOfACalendarNoLongerHolds() throws Exception {
    put("first");
    String state = since(null).state();
    google.forgetChanges();
    assertFault(() -> since(state), FaultCode.STATE_LOST);
    assertThat(ids(since(null))).containsExactly("first");
  }

  @Test
  void readsASeriesWithItsExceptionsAsOneItem() throws Exception {
    series();
    putAt(
        "daily_2",
        "2026-12-02T16:00:00+01:00",
        "2026-12-02T17:00:00+01:00",
        original("2026-12-02"));
    RemoteChanges all = since(null);
    assertThat(ids(all)).containsExactly("daily");
    assertThat(text(all, "daily"))
        .contains(
            "RRULE:FREQ=DAILY;COUNT=5", "RECURRENCE-ID;TZID=\"Europe/Berlin\":20261202T100000")
        .contains("20261202T160000");
  }

  /// Trap 22: a cancelled exception, like a deleted event, may carry nothing but ids.
  @Test
  void readsTheSeriesOfAnExceptionThatHasNothingButIds() throws Exception {
    series();
    putAt(
        "daily_2",
        "2026-12-02T16:00:00+01:00",
        "2026-12-02T17:00:00+01:00",
        original("2026-12-02"));
    putAt(
        "daily_3",
        "2026-12-03T18:00:00+01:00",
        "2026-12-03T19:00:00+01:00",
        original("2026-12-03"));
    String state = since(null).state();
    google.delete(CAL, "daily_2");
    RemoteChanges some = since(state);
    assertThat(ids(some)).containsExactly("daily");
    assertThat(some.gone()).isEmpty();
    assertThat(text(some, "daily"))
        .contains("STATUS:CANCELLED", "20261203T180000", "RRULE:")
        .doesNotContain("20261202T160000");

    google.delete(CAL, "daily");
    google.delete(CAL, "daily_3");
    RemoteChanges gone = since(some.state());
    assertThat(gone.items()).isEmpty();
    assertThat(gone.gone()).contains("daily");
  }

  @Test
  void readsAnOccurrenceWhoseSeriesIsNotSharedByItself() throws Exception {
    put("daily_2", original("2026-12-02"));
    RemoteChanges all = since(null);
    assertThat(ids(all)).containsExactly("daily_2");
    assertThat(text(all, "daily_2")).doesNotContain("RECURRENCE-ID");
    google.delete(CAL, "daily_2");
    assertThat(since(all.state()).gone()).containsExactly("daily_2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'transparency': 'transparent'                                     | TRANSP:TRANSPARENT
          'eventType': 'workingLocation'                                    | TRANSP:TRANSPARENT
          'eventType': 'outOfOffice'                                        | TRANSP:OPAQUE
          'eventType': 'focusTime'                                          | TRANSP:OPAQUE
          'attendees': [{'self': true, 'responseStatus': 'declined'}]       | PARTSTAT=DECLINED
          'attendees': [{'self': true, 'responseStatus': 'tentative'}]      | PARTSTAT=TENTATIVE
          'status': 'tentative'                                             | STATUS:TENTATIVE
          """,
      quoteCharacter = '`')
  void tellsWhatTakesTime(String property, String line) throws Exception {
    put("event", property);
    assertThat(text(since(null), "event")).contains(line);
  }

  @Test
  void keepsNoWordOfAPrivateEvent() throws Exception {
    put("event", "'visibility': 'private'");
    assertThat(text(since(null), "event")).contains("CLASS:PRIVATE").doesNotContain("Dentist");
  }

  @Test
  void readsWholeDays() throws Exception {
    google.put(
        CAL, "{'id': 'days', 'start': {'date': '2026-12-24'}, 'end': {'date': '2026-12-27'}}");
    assertThat(text(since(null), "days")).contains("DTSTART:20261224", "DTEND:20261227");
  }

  @Test
  void asksForEventsOnlyIfAnythingIsThere() throws Exception {
    Instant from = Instant.parse("2026-12-01T09:00:00Z");
    assertThat(account.between(CAL, from, from.plusSeconds(3600))).isEmpty();
    assertThat(google.asked).containsExactly("POST /calendar/v3/freeBusy");
    put("event");
    assertThat(account.between(CAL, from, from.plusSeconds(3600)))
        .extracting(RemoteItem::id)
        .containsExactly("event");
  }

  /// Traps 23 and 26: an id of our own and no iCalendar UID, and nobody is invited; a lost answer
  /// leaves one event.
  @Test
  void writesOneEventThoughAnswersWereLost() throws Exception {
    UUID id = UUID.randomUUID();
    OwnEvent event = meeting(id, 0, "2026-12-01T09:00:00Z");
    WrittenEvent first = account.put(CAL, event, null);
    assertThat(account.put(CAL, event, null)).isEqualTo(first);
    OwnEvent moved = meeting(id, 1, "2026-12-01T10:00:00Z");
    WrittenEvent second = account.put(CAL, moved, first);
    assertThat(account.put(CAL, moved, first)).isEqualTo(second);
    assertThat(account.put(CAL, moved, null)).isEqualTo(second);
    assertThat(google.events(CAL))
        .singleElement()
        .satisfies(
            there -> {
              assertThat(there.at("/start/dateTime").asString(""))
                  .isEqualTo("2026-12-01T10:00:00Z");
              assertThat(there.path("summary").asString("")).isEqualTo("Gespräch mit Zoë");
              assertThat(there.has("attendees")).isFalse();
            });
    assertThat(since(null).items())
        .singleElement()
        .satisfies(item -> assertThat(item.text()).contains("X-MEETWRIGHT-MEETING:" + id));

    account.delete(CAL, second);
    account.delete(CAL, second);
    assertThat(google.events(CAL)).isEmpty();
    assertThat(account.find(CAL, second.id())).isNull();
  }

  /// Trap 23: the id of an event that was deleted is used for ever.
  @Test
  void saysThatTheIdOfADeletedEventIsTaken() throws Exception {
    OwnEvent event = meeting(UUID.randomUUID(), 0, "2026-12-01T09:00:00Z");
    account.delete(CAL, account.put(CAL, event, null));
    assertFault(() -> account.put(CAL, event, null), FaultCode.UID_TAKEN);
  }

  @Test
  void noticesThatTheHostChangedTheEventMeanwhile() throws Exception {
    UUID id = UUID.randomUUID();
    WrittenEvent written = account.put(CAL, meeting(id, 0, "2026-12-01T09:00:00Z"), null);
    put(written.id(), "'extendedProperties': {'private': {'meetwrightMeeting': '" + id + "'}}");
    OwnEvent moved = meeting(id, 1, "2026-12-01T11:00:00Z");
    assertFault(() -> account.put(CAL, moved, written), FaultCode.CHANGED);
    assertFault(() -> account.delete(CAL, written), FaultCode.CHANGED);
    google.delete(CAL, written.id());
    assertFault(() -> account.put(CAL, moved, written), FaultCode.CHANGED);
    account.delete(CAL, written);
    // Writing never brings back what was deleted.
    assertThat(google.events(CAL)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "403, rateLimitExceeded, LATER",
    "403, userRateLimitExceeded, LATER",
    "429, rateLimitExceeded, LATER",
    "403, quotaExceeded, QUOTA",
    "403, dailyLimitExceeded, QUOTA",
    "403, domainPolicy, FORBIDDEN_THERE",
    "403, accessNotConfigured, CLIENT_REFUSED",
    "403, insufficientPermissions, CONSENT_PARTIAL",
    "403, forbidden, CALENDAR_GONE",
    "404, notFound, CALENDAR_GONE",
    "500, backendError, FAILED"
  })
  void tellsRefusalsApartByTheirReason(int status, String reason, FaultCode code) {
    google.fail("GET", status, reason);
    assertFault(() -> since(null), code);
  }

  @Test
  void saysThatACalendarCanOnlyBeRead() {
    google.addCalendar("team", "Team", "reader");
    assertFault(
        () -> account.put("team", meeting(UUID.randomUUID(), 0, "2026-12-01T09:00:00Z"), null),
        FaultCode.READ_ONLY);
  }

  @Test
  void asksTwiceWithATokenThatIsRefusedAtMost() {
    google.refuseAccessTokens();
    assertFault(() -> account.calendars(), FaultCode.SIGN_IN);
    assertThat(google.asked).hasSize(1);
  }
}
