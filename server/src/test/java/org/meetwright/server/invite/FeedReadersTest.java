package org.meetwright.server.invite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.core.Patience;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.feed.CalendarFeed;
import org.meetwright.core.feed.Feeds.OpenFeed;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.NodePackage;
import org.meetwright.server.mail.Libical;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What three programs read from a feed: ical4j, libical and ical.js (Thunderbird's).
class FeedReadersTest {
  private static final String ODD = "Ünïçødé, Bob; \"the 語語語語語語語語語語語語語語語語語語語語語語語語😀😀😀😀\"";

  @TempDir Path directory;
  private Office office;
  private Booking kept;
  private Booking moved;
  private Booking pending;
  private Booking cancelled;

  @BeforeEach
  void open() {
    office = Office.in(directory);
    Instant next = Office.START.plus(Duration.ofDays(1));
    Location place = new Location(Location.LocationKind.IN_PERSON, ODD + "\\2nd floor");
    kept =
        office.book(
            office.offer(ODD, false, place, List.of()),
            Office.bob(ODD),
            List.of(new EmailAddress("eve@example.com")),
            Map.of(),
            "First\nsecond; third, \\fourth " + "long ".repeat(500));
    moved = office.move(office.book(office.call(), Office.BOB, next), next.plusSeconds(3600));
    Instant third = Office.START.plus(Duration.ofDays(4));
    pending = office.book(office.offer("Ask", true, null, List.of()), Office.BOB, third);
    Instant fourth = Office.START.plus(Duration.ofDays(5));
    cancelled = office.cancel(office.book(office.call(), Office.BOB, fourth), "");
  }

  @AfterEach
  void close() {
    office.close();
  }

  private String feed(CalendarFeed.FeedKind kind) {
    var feeds = office.core().feeds();
    String token = feeds.add(office.ada().id(), "", kind).orElseThrow().token();
    OpenFeed feed = feeds.open(token).orElseThrow();
    FeedCalendar calendar = new FeedCalendar(feed, office.core().eventTypes()::find);
    StringBuilder text = new StringBuilder(calendar.beginning());
    var meetings = office.core().feedMeetings();
    meetings.tell(feed, meetings.today(), meeting -> text.append(calendar.event(meeting)));
    return text.append(calendar.end()).toString();
  }

  /// What a program reads of an event.
  record Said(String uid, int sequence, Instant start, Instant end, String status, String summary) {
    static Said of(Booking booking, String status, String summary) {
      return new Said(
          booking.calendarUid(),
          booking.calendarSequence(),
          booking.start(),
          booking.end(),
          status,
          summary);
    }
  }

  private List<Said> all(String summaryOfOdd, String ofCalls, String ofRequest) {
    return List.of(
        Said.of(kept, "CONFIRMED", summaryOfOdd),
        Said.of(moved, "CONFIRMED", ofCalls),
        Said.of(pending, "TENTATIVE", ofRequest),
        Said.of(cancelled, "CANCELLED", ofCalls));
  }

  private List<Said> full() {
    return all(
        ODD + ": Ada Lovelace and " + ODD,
        "30-minute call: Ada Lovelace and Bob Brown",
        "Ask: Ada Lovelace and Bob Brown");
  }

  private static Calendar parsed(String feed) throws Exception {
    return new CalendarBuilder()
        .build(new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)));
  }

  /// Returns a feed with the ORGANIZER that RFC 5546 wants in what is published, and that feeds
  /// don't have: some calendars write to it.
  private static String organized(String feed) {
    return feed.replace("END:VEVENT", "ORGANIZER:mailto:ada@example.org\r\nEND:VEVENT");
  }

  private static List<Said> read(Calendar calendar) {
    List<Said> said = new ArrayList<>();
    for (VEvent event : calendar.<VEvent>getComponents("VEVENT")) {
      said.add(
          new Said(
              event.getUid().orElseThrow().getValue(),
              event.getSequence().getSequenceNo(),
              Instant.from(event.<Temporal>getDateTimeStart().getDate()),
              Instant.from(event.<Temporal>getDateTimeEnd().getDate()),
              event.getStatus().getValue(),
              event.getSummary().getValue()));
    }
    return said;
  }

  @Test
  void isValidForIcal4jAndSaysWhatTheBookingsSay() throws Exception {
    String feed = feed(CalendarFeed.FeedKind.FULL);
    Calendar full = parsed(feed);

    assertThat(parsed(organized(feed)).validate(true).getEntries()).isEmpty();
    assertThat(read(full)).containsExactlyElementsOf(full());
    VEvent first = full.<VEvent>getComponent("VEVENT").orElseThrow();
    assertThat(first.getLocation().getValue()).isEqualTo(ODD + "\\2nd floor");
    assertThat(first.getDescription().getValue())
        .contains("First\nsecond; third, \\fourth")
        .endsWith("…")
        .hasSize(FeedEvent.LONGEST_DESCRIPTION);
  }

  @Test
  void tellsTimesAloneInABusyFeed() throws Exception {
    String busy = feed(CalendarFeed.FeedKind.BUSY);
    Calendar calendar = parsed(busy);

    assertThat(parsed(organized(busy)).validate(true).getEntries()).isEmpty();
    assertThat(read(calendar)).containsExactlyElementsOf(all("Busy", "Busy", "Busy"));
    assertThat(busy).contains("CLASS:PRIVATE").doesNotContain("DESCRIPTION", "LOCATION", "URL");
    for (String secret : List.of("Bob", "bob@", "Ada", "ada@", "call", "Ask", "floor", "eve@")) {
      assertThat(busy.replace("\r\n ", "")).doesNotContain(secret);
    }
  }

  @Test
  void hasNothingElseThatLibicalObjectsTo() throws Exception {
    assumeTrue(Libical.isThere(), "there are no headers of libical, or no cc");
    for (CalendarFeed.FeedKind kind : CalendarFeed.FeedKind.values()) {
      Libical.check(organized(feed(kind)), directory);
    }
    office.passTo(Office.START.plus(Duration.ofDays(100)));
    Libical.check(feed(CalendarFeed.FeedKind.FULL), directory);
  }

  @Test
  void isReadByIcalJsAsWritten() throws Exception {
    Path modules = NodePackage.install("ical.js@2").home();
    try (InputStream script = FeedReadersTest.class.getResourceAsStream("feed.mjs")) {
      Files.write(modules.resolve("feed.mjs"), script.readAllBytes());
    }
    JsonNode said = icalJs(modules, feed(CalendarFeed.FeedKind.FULL));

    assertThat(said.path("method").stringValue()).isEqualTo("PUBLISH");
    assertThat(said.path("name").stringValue()).isEqualTo("Meetings");
    assertThat(said.path("refresh").intValue()).isEqualTo(FeedCalendar.REFRESH.toSeconds());
    List<Said> events = new ArrayList<>();
    for (JsonNode event : said.path("events")) {
      events.add(
          new Said(
              event.path("uid").stringValue(),
              event.path("sequence").intValue(),
              Instant.parse(event.path("start").stringValue()),
              Instant.parse(event.path("end").stringValue()),
              event.path("status").stringValue(),
              event.path("summary").stringValue()));
    }
    assertThat(events).containsExactlyElementsOf(full());
  }

  /// Reads a feed on a machine whose own zone is far from everyone's.
  private JsonNode icalJs(Path modules, String feed) throws Exception {
    Path file = Files.writeString(directory.resolve("feed.ics"), feed);
    ProcessBuilder node =
        new ProcessBuilder("node", modules.resolve("feed.mjs").toString(), file.toString());
    node.environment().put("TZ", "Pacific/Auckland");
    Process process = node.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(out).isZero();
    return JsonMapper.shared().readTree(out);
  }

  @Test
  void isWrittenAsTheRulesOfLinesWant() {
    for (CalendarFeed.FeedKind kind : CalendarFeed.FeedKind.values()) {
      String feed = feed(kind);
      assertThat(feed).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
      assertThat(feed.replace("\r\n", "")).doesNotContain("\r", "\n");
      assertThat(feed.split("\r\n"))
          .allSatisfy(
              line ->
                  assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
      assertThat(feed)
          .contains("METHOD:PUBLISH\r\n", "REFRESH-INTERVAL;VALUE=DURATION:PT15M\r\n")
          .contains("X-PUBLISHED-TTL:PT15M\r\n", "NAME:", "X-WR-CALNAME:")
          .contains("DTSTART:20261203T130000Z\r\n", "TRANSP:OPAQUE\r\n", "TRANSP:TRANSPARENT\r\n")
          .doesNotContain("ATTENDEE", "ORGANIZER", "TZID");
    }
  }

  @Test
  void isACalendarThoughThereIsNoMeeting() throws Exception {
    office.passTo(Office.START.plus(Duration.ofDays(100)));
    Calendar none = parsed(feed(CalendarFeed.FeedKind.FULL));

    assertThat(none.validate(true).getEntries()).isEmpty();
    assertThat(read(none)).isEmpty();
  }
}
