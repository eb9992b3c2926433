package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.team.Team;

/// A host's bookings on the pages. It is Monday, 2 March 2026, 07:00 in New York.
@ParameterizedClass
@EachDatabase
class BookingRoomTest {
  private static final String ALL = "/account/bookings";

  @Parameter DatabaseKind kind;
  private SignedIn in;
  private EventType call;
  private EventType asked;

  @BeforeEach
  void open() {
    in = new SignedIn(kind);
    Fixture core = in.server.core;
    core.open(core.ada, "America/New_York", "00:00-24:00");
    call = core.addEventType(type -> type.slug("call").notice(0).reminders(60));
    asked = core.addEventType(type -> type.slug("asked").approval().notice(0));
  }

  @AfterEach
  void close() {
    in.close();
  }

  private String list(String query) {
    HttpResponse<String> page = in.get(ALL + query);
    assertThat(page.statusCode()).isEqualTo(200);
    return page.body();
  }

  private static String page(Booking booking) {
    return ALL + "/" + booking.id();
  }

  private Booking now(Booking booking) {
    return in.core.bookings().find(booking.id()).orElseThrow();
  }

  /// Sends a form of a booking's page as it was shown.
  private HttpResponse<String> send(String page, String form, Map<String, String> fields) {
    HttpResponse<String> shown = in.get(page);
    Map<String, String> filled = new HashMap<>();
    filled.put("version", version(shown));
    filled.putAll(fields);
    filled.put("csrf", Browser.csrf(shown));
    return in.follow(in.browser.post(form, filled));
  }

  private static String version(HttpResponse<String> page) {
    Matcher version = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page.body());
    return version.find() ? version.group(1) : "";
  }

  @Test
  void areListedByDayInTheHostsZone() {
    in.server.core.book(call, "2026-03-02T15:00:00Z", "today@example.com");
    in.server.core.book(call, "2026-03-03T15:00:00Z", "tomorrow@example.com");
    in.server.core.book(call, "2026-03-05T04:30:00Z", "late@example.com");

    assertThat(list(""))
        .containsSubsequence(
            "Today · Monday, 2 March",
            "10:00",
            "Bob Brown",
            "Tomorrow · Tuesday, 3 March",
            "Wednesday, 4 March",
            "23:30");
    assertThat(list("?view=today")).contains("10:00").doesNotContain("23:30", "Tomorrow");
    assertThat(list("?view=past")).contains("No meeting has been yet", "/account/share");
    in.server.core.clock.advance(Duration.ofDays(2));
    assertThat(list("")).contains("23:30").doesNotContain("Tuesday, 3 March");
    assertThat(list("?view=past"))
        .as("the latest first")
        .containsSubsequence("Tuesday, 3 March", "Monday, 2 March");
  }

  @Test
  void areFoundByInviteeAndEventTypeAndPaged() {
    for (int i = 0; i < 30; i++) {
      Instant start = Instant.parse("2026-03-04T13:00:00Z").plus(Duration.ofHours(i));
      in.server.core.book(call, start.toString(), "guest" + i + "@example.com");
    }
    in.server.core.book(asked, "2026-03-09T15:00:00Z", "zoe@example.com");

    for (String view : new String[] {"upcoming", "all"}) {
      String first = list("?view=" + view);
      Matcher next = Pattern.compile("href=\"([^\"]*after=[^\"]*)\"").matcher(first);
      assertThat(next.find()).as(view).isTrue();
      String second = in.get(next.group(1).replace("&amp;", "&")).body();
      assertThat(rows(first) + rows(second)).as(view).isEqualTo(31);
      assertThat(second).doesNotContain("Show more");
    }
    assertThat(rows(list("?view=all&q=ZOE"))).isEqualTo(1);
    assertThat(rows(list("?view=upcoming&q=guest7"))).isEqualTo(1);
    assertThat(list("?view=past&q=zoe"))
        .contains("No booking was found", "Search all bookings", "q=zoe");
    assertThat(list("?q=" + "a".repeat(101))).contains("Search for at most 100 characters");
    assertThat(list("?after=nonsense_&view=nowhere")).contains("Bob Brown");
  }

  private static int rows(String page) {
    return page.split("class=\"row booked\"", -1).length - 1;
  }

  @Test
  void requestsAreCountedAndConfirmedFromTheList() {
    Booking request = in.server.core.book(asked, "2026-03-04T15:00:00Z", "bob@example.com");
    assertThat(list("?view=requests"))
        .contains("Waits for your answer", page(request) + "/confirm")
        .containsPattern("Requests\\s*<span class=\"badge waits\">1</span>");

    assertThat(send(ALL + "?view=requests", page(request) + "/confirm", Map.of()).body())
        .contains("The booking is confirmed");
    assertThat(now(request).status()).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(list("?view=requests")).contains("No request waits for your answer");
  }

  @Test
  void whatDoesNotWorkStandsAboveThemWithTheWayThere() {
    assertThat(in.get("/account/bookings").body()).doesNotContain("Needs your attention");
    var hook =
        in.server
            .asHost("POST", "/api/v1/webhooks", "{\"url\": \"https://example.org/hook?a=1&b\"}")
            .body();
    in.server.core.sql("UPDATE webhook SET failing_since = created_at");
    assertThat(in.get("/account/bookings").body())
        .contains("Needs your attention", "The webhook to https://example.org/hook?a=1&amp;b fails")
        .contains("href=\"/account/webhooks/" + hook.path("id").asString() + "\"");
    assertThat(in.get("/account/bookings?view=all").body()).doesNotContain("Needs your attention");
  }

  @Test
  void oneIsShownWithAllThatIsKnownOfIt() {
    Booking booking = in.server.core.book(call, "2026-03-04T15:00:00Z", "bob@example.com");
    assertThat(in.get(page(booking)).body())
        .contains("Bob Brown", "mailto:bob@example.com", "10:00", "16:00", "Reads English")
        .contains("Booked by Bob Brown: Wednesday, 4 March 2026", "Confirmed", "Reminders to come");
    in.core
        .bookingDesk()
        .reschedule(
            booking.id(), Instant.parse("2026-03-05T15:00:00Z"), Change.byInvitee("A <b> train"));
    assertThat(in.get(page(booking)).body())
        .containsSubsequence("Moved by Bob Brown", "4 March", "→", "5 March")
        .contains("A &lt;b&gt; train");
  }

  @Test
  void oneIsDeclinedAndCancelledWithAReason() {
    Booking request = in.server.core.book(asked, "2026-03-04T15:00:00Z", "bob@example.com");
    String long1001 = "x".repeat(1001);
    HttpResponse<String> wrong =
        send(
            page(request),
            page(request) + "/decline",
            Map.of("reason", long1001, "form", "decline"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("id=\"decline-reason-error\"", long1001);
    assertThat(
            send(page(request), page(request) + "/decline", Map.of("reason", "Not that day"))
                .body())
        .contains("The request is declined", "Not that day", "Declined by ada");

    Booking booking = in.server.core.book(call, "2026-03-05T15:00:00Z", "bob@example.com");
    assertThat(send(page(booking), page(booking) + "/cancel", Map.of("reason", "Ill")).body())
        .contains("The meeting is cancelled", "Cancelled by ada");
    assertThat(now(booking).endReason()).isEqualTo("Ill");
    assertThat(send(page(booking), page(booking) + "/no-show", Map.of()).statusCode())
        .isEqualTo(409);
  }

  @Test
  void oneWhoseInviteeDidNotComeIsMarked() {
    Booking booking = in.server.core.book(call, "2026-03-02T13:00:00Z", "bob@example.com");
    in.server.core.clock.advance(Duration.ofHours(2));
    assertThat(send(page(booking), page(booking) + "/no-show", Map.of()).body())
        .contains("It is noted that the invitee did not come", "Marked as a no-show by ada");
    assertThat(now(booking).noShow()).isTrue();
  }

  @Test
  void aStaleFormChangesNothingAndSaysWhatChanged() {
    Booking booking = in.server.core.book(call, "2026-03-04T15:00:00Z", "bob@example.com");
    Map<String, String> form = new HashMap<>(Map.of("reason", "Ill", "form", "cancel"));
    HttpResponse<String> shown = in.get(page(booking));
    form.put("csrf", Browser.csrf(shown));
    form.put("version", version(shown));
    in.core
        .bookingDesk()
        .reschedule(booking.id(), Instant.parse("2026-03-05T15:00:00Z"), Change.byInvitee("Train"));

    HttpResponse<String> stale = in.browser.post(page(booking) + "/cancel", form);
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body())
        .containsSubsequence("has changed since you opened", "Moved by Bob Brown", "Train")
        .contains("Ill</textarea>", "Thursday, 5 March 2026");
    assertThat(version(stale)).isEqualTo("2");
    assertThat(now(booking).status()).isEqualTo(BookingStatus.CONFIRMED);
  }

  @Test
  void oneIsMovedToAFreeTime() {
    Booking booking = in.server.core.book(call, "2026-03-04T15:00:00Z", "bob@example.com");
    in.server.core.book(call, "2026-03-05T15:00:00Z", "zoe@example.com");
    String move = page(booking) + "/move";
    assertThat(in.get(move + "?date=2026-03-05").body())
        .contains("start=2026-03-05T16%3A00%3A00Z")
        .doesNotContain("start=2026-03-05T15%3A00%3A00Z");
    assertThat(in.get(move + "?start=2026-03-05T15:00:00Z").body())
        .contains("That time is no longer free");
    String question = move + "?start=2026-03-05T16:00:00Z";
    assertThat(in.get(question).body()).contains("Thursday, 5 March 2026, 11:00", "Move it");
    HttpResponse<String> taken = send(question, move, Map.of("start", "2026-03-05T15:00:00Z"));
    assertThat(taken.statusCode()).isEqualTo(409);
    assertThat(taken.body()).contains("no longer free", "2026-03-05T14:30:00Z");

    assertThat(
            send(question, move, Map.of("start", "2026-03-05T16:00:00Z", "reason", "Dentist"))
                .body())
        .contains("The meeting is moved", "Moved by ada", "Dentist");
    assertThat(now(booking).start()).isEqualTo("2026-03-05T16:00:00Z");
  }

  @Test
  void oneOfATeamIsHandedOverToAColleague() {
    Fixture core = in.server.core;
    Host charles = core.addHost("charles");
    core.open(charles, "America/New_York", "00:00-24:00");
    Team crew = core.addTeam("crew", core.ada, charles);
    EventType turn =
        core.addEventType(
            type -> type.slug("turn").notice(0).assignment(new Assignment.RoundRobin(crew.id())));
    Booking booking = core.book(turn, "2026-03-04T15:00:00Z", "bob@example.com");
    boolean adas = booking.isWith(in.ada);
    String to = adas ? "charles" : "ada";
    try (Browser browser = in.browserOf(booking.hosts().getFirst().id())) {
      assertThat(browser.get(page(booking)).body()).contains("Hand over", to + " Example");
      HttpResponse<String> nobody =
          browser.submit(page(booking), page(booking) + "/hand-over", Map.of("host", "eve"));
      assertThat(nobody.statusCode()).isEqualTo(409);
      HttpResponse<String> done =
          browser.submit(
              page(booking), page(booking) + "/hand-over", Map.of("host", to, "reason", "Train"));
      assertThat(Browser.location(done)).as("it is not his any more").isEqualTo(ALL);
    }
    assertThat(now(booking).hosts()).extracting(host -> host.handle().value()).containsExactly(to);
    try (Browser colleague = in.browserOf(now(booking).hosts().getFirst().id())) {
      assertThat(colleague.get(page(booking)).body())
          .contains("Handed over by", "→ " + to, "Train");
    }
  }

  @Test
  void anotherHostsCannotBeSeenNorChanged() {
    Booking booking = in.server.core.book(call, "2026-03-04T15:00:00Z", "bob@example.com");
    try (Browser eve = in.browserOf(in.server.core.addHost("eve").id())) {
      assertThat(eve.get(page(booking)).statusCode()).isEqualTo(404);
      assertThat(eve.get(page(booking) + "/move").statusCode()).isEqualTo(404);
      assertThat(eve.get(ALL + "?view=all&q=bob").body()).doesNotContain("Bob Brown");
      for (String form : new String[] {"/cancel", "/confirm", "/decline", "/no-show", "/move"}) {
        assertThat(
                eve.submit(ALL, page(booking) + form, Map.of("start", "2026-03-05T15:00:00Z"))
                    .statusCode())
            .as(form)
            .isEqualTo(404);
      }
    }
    assertThat(now(booking)).isEqualTo(booking);
  }

  @Test
  void aFormWhoseSessionHasEndedComesBackFilledIn() {
    Booking booking = in.server.core.book(call, "2026-03-04T15:00:00Z", "bob@example.com");
    Map<String, String> form =
        new HashMap<>(Map.of("reason", "Ill & <away>", "form", "cancel", "version", "1"));
    form.put("csrf", Browser.csrf(in.get(page(booking))));
    in.access.sessions().list(in.ada).forEach(it -> in.access.sessions().end(in.ada, it.id()));
    in.follow(in.browser.post(page(booking) + "/cancel", form));
    HttpResponse<String> back =
        in.submit(
            "/login", "/login", Map.of("email", "ada@example.org", "password", SignedIn.PASSWORD));
    assertThat(back.uri().getPath()).isEqualTo(page(booking));
    assertThat(back.body())
        .contains("Nothing has been changed yet", "Ill &amp; &lt;away&gt;</textarea>");
    assertThat(now(booking).status()).isEqualTo(BookingStatus.CONFIRMED);
  }
}
