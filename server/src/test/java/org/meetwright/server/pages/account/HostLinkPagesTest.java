package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.Core;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.absence.Absence;
import org.meetwright.core.absence.Span;
import org.meetwright.core.access.signin.AuthenticatorApp;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingEvent;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.HostLimits;
import org.meetwright.core.host.Host;
import org.meetwright.core.hostlink.MailActions;

/// The pages behind the links in mails to hosts.
@ParameterizedClass
@EachDatabase
class HostLinkPagesTest {
  /// Monday, 10:00 in New York.
  private static final String START = "2026-03-09T14:00:00Z";

  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

  @Parameter DatabaseKind kind;
  private SignedIn in;
  private Core core;
  private EventType asking;
  private EventType free;

  /// Someone who is signed in nowhere: the host on a phone, or a program that looks for bad mail.
  private Browser phone;

  @BeforeEach
  void open() {
    in = new SignedIn(kind);
    core = in.core;
    asking = in.server.core.addEventType(type -> type.slug("asking").approval());
    free = in.server.core.addEventType(type -> type.slug("free"));
    phone = new Browser(in.server.server.url());
  }

  @AfterEach
  void close() {
    phone.close();
    in.close();
  }

  private Booking book(EventType type) {
    return in.server.core.book(type, START);
  }

  private String link(Booking booking) {
    return link(booking, in.ada);
  }

  private String link(Booking booking, UUID hostId) {
    return "/h/" + core.hostLinks().token(booking.id(), hostId);
  }

  private Booking now(Booking booking) {
    return core.bookings().find(booking.id()).orElseThrow();
  }

  /// Opens a page and sends its form, filled in.
  private HttpResponse<String> send(String page, String action, Map<String, String> typed) {
    HttpResponse<String> shown = phone.get(page);
    assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
    return phone.post(action, filled(shown, typed));
  }

  private static Map<String, String> filled(HttpResponse<String> shown, Map<String, String> typed) {
    Matcher version = VERSION.matcher(shown.body());
    assertThat(version.find()).as(shown.body()).isTrue();
    Map<String, String> form = new HashMap<>(typed);
    form.put("csrf", Browser.csrf(shown));
    form.put("version", version.group(1));
    return form;
  }

  @Test
  void showsWhatWhoAndWhenInTheHostsZoneAndLanguageAndChangesNothing() {
    Host ada = in.server.core.ada;
    core.hosts()
        .update(ada.id(), "Ada", ZoneId.of("Europe/Berlin"), Locale.GERMANY, HostLimits.NONE);
    Booking booking = book(asking);
    for (String page : new String[] {"", "/confirm", "/decline", "/cancel"}) {
      HttpResponse<String> shown = phone.get(link(booking) + page);

      assertThat(shown.statusCode()).as(page).isEqualTo(200);
      assertThat(shown.body())
          .contains("Bob Brown", "bob@example.com", "9. März 2026", "15:00 – 15:30")
          .contains("lang=\"de\"", "Berlin");
      assertThat(shown.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
      assertThat(shown.headers().firstValue("Cache-Control")).hasValue("no-store");
      assertThat(shown.headers().firstValue("X-Robots-Tag")).hasValue("noindex, nofollow");
    }
    assertThat(phone.get(link(booking) + "/move").body()).contains("Berlin", "März 2026");
    assertThat(phone.get(link(booking) + "/move?start=2026-03-10T14:00:00Z").body())
        .contains("10. März 2026");
    assertThat(now(booking)).isEqualTo(booking);
  }

  @Test
  void confirmsOnceAndSaysSoWhenAskedAgain() {
    Booking booking = book(asking);
    String confirm = link(booking) + "/confirm";

    HttpResponse<String> done = send(confirm, confirm, Map.of());
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(Browser.location(done)).isEqualTo(link(booking));
    assertThat(now(booking).status()).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(core.bookings().history(booking.id()).getLast())
        .satisfies(
            last -> {
              assertThat(last.event()).isEqualTo(BookingEvent.CONFIRMED);
              assertThat(last.actor()).isEqualTo("host");
            });
    assertThat(phone.get(link(booking)).body())
        .contains("Confirmed", "/move\"", "/cancel\"")
        .doesNotContain("/decline\"");

    HttpResponse<String> looked = phone.get(confirm);
    assertThat(looked.statusCode()).isEqualTo(200);
    assertThat(looked.body()).contains("confirmed already. Nothing was changed");
    HttpResponse<String> again = phone.post(confirm, Map.of("version", "1"));
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains("confirmed already. Nothing was changed");
    assertThat(now(booking).version()).isEqualTo(booking.version() + 1);
  }

  @Test
  void confirmsWithTheButtonOfThePageOfTheLink() {
    Booking booking = book(asking);

    assertThat(send(link(booking), link(booking) + "/confirm", Map.of()).statusCode())
        .isEqualTo(303);

    assertThat(now(booking).status()).isEqualTo(BookingStatus.CONFIRMED);
  }

  @Test
  void declinesWithAReason() {
    Booking booking = book(asking);
    String decline = link(booking) + "/decline";

    HttpResponse<String> tooLong = send(decline, decline, Map.of("reason", "x".repeat(1001)));
    assertThat(tooLong.statusCode()).isEqualTo(400);
    assertThat(tooLong.body()).contains("at most 1000 characters", "x".repeat(1001));
    assertThat(now(booking)).isEqualTo(booking);

    send(decline, decline, Map.of("reason", "I am <away>"));
    assertThat(now(booking).status()).isEqualTo(BookingStatus.DECLINED);
    assertThat(now(booking).endReason()).isEqualTo("I am <away>");
    HttpResponse<String> shown = phone.get(link(booking) + "/confirm");
    assertThat(shown.body()).contains("declined already", "I am &lt;away&gt;");
    assertThat(phone.post(decline, Map.of()).statusCode()).isEqualTo(200);
    assertThat(phone.post(link(booking) + "/confirm", Map.of()).statusCode()).isEqualTo(409);
    assertThat(now(booking).status()).isEqualTo(BookingStatus.DECLINED);
  }

  @Test
  void cancels() {
    Booking booking = book(free);
    String cancel = link(booking) + "/cancel";

    send(cancel, cancel, Map.of("reason", "Ill"));

    assertThat(now(booking).status()).isEqualTo(BookingStatus.CANCELLED);
    HttpResponse<String> shown = phone.get(link(booking));
    assertThat(shown.body())
        .contains("Cancelled", "Ill", "/account/bookings/" + booking.id())
        .doesNotContain("<form");
    assertThat(phone.get(link(booking) + "/move").body()).contains("cancelled already");
  }

  @Test
  void movesToAFreeTime() {
    Booking booking = book(free);
    String move = link(booking) + "/move";
    HttpResponse<String> times = phone.get(move + "?month=2026-03&date=2026-03-10");
    assertThat(times.body()).contains("start=2026-03-10T14%3A00%3A00Z");
    String chosen = move + "?start=2026-03-10T14:00:00Z";

    HttpResponse<String> moved =
        send(chosen, move, Map.of("start", "2026-03-10T14:00:00Z", "reason", "Dentist"));

    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(303);
    assertThat(now(booking).start()).isEqualTo(Instant.parse("2026-03-10T14:00:00Z"));
    assertThat(phone.get(link(booking)).body()).contains("March 10, 2026");
  }

  /// Moving it there, booking for someone, and looking at the month as well, in the account.
  @Test
  void saysWhenTheHostIsAway() {
    Booking booking = book(free);
    core.absences()
        .add(
            new Absence(
                UUID.randomUUID(),
                in.ada,
                new Span.Dates(LocalDate.parse("2026-03-16"), LocalDate.parse("2026-03-20")),
                "Skiing <b>",
                null));
    String inMarch = "?lang=en&month=2026-03";
    for (HttpResponse<String> page :
        List.of(
            phone.get(link(booking) + "/move" + inMarch),
            in.browser.get("/account/bookings/" + booking.id() + "/move" + inMarch),
            in.browser.get("/account/bookings/new" + inMarch + "&type=" + free.id()),
            in.browser.get("/account/event-types/" + free.id() + "/month" + inMarch))) {
      assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
      assertThat(page.body())
          .as(page.uri().toString())
          .containsPattern("is away from Monday,? \\S+ \\S+ to Friday")
          .contains("Skiing &lt;b&gt;");
    }
    assertThat(phone.get(link(booking) + "/move?lang=en&month=2026-04").body())
        .doesNotContain("is away");
  }

  @Test
  void offersTimesNearbyIfTheChosenOneIsTaken() {
    Booking booking = book(free);
    String move = link(booking) + "/move";
    HttpResponse<String> shown = phone.get(move + "?start=2026-03-10T14:00:00Z");
    in.server.core.book(asking, "2026-03-10T14:00:00Z", "eve@example.com");

    HttpResponse<String> refused =
        phone.post(
            move, filled(shown, Map.of("start", "2026-03-10T14:00:00Z", "reason", "Dentist")));

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("2026-03-10T14:30:00Z", "Dentist", "type=\"radio\"");
    assertThat(now(booking)).isEqualTo(booking);
  }

  @Test
  void doesNothingToABookingThatHasChangedSinceThePageWasOpened() {
    Booking booking = book(asking);
    String confirm = link(booking) + "/confirm";
    HttpResponse<String> shown = phone.get(confirm);
    core.bookingDesk()
        .reschedule(booking.id(), Instant.parse("2026-03-11T14:00:00Z"), Change.byInvitee("Train"));

    HttpResponse<String> refused = phone.post(confirm, filled(shown, Map.of()));

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("has changed since", "March 11, 2026");
    assertThat(now(booking).status()).isEqualTo(BookingStatus.PENDING);

    assertThat(phone.post(confirm, filled(refused, Map.of())).statusCode()).isEqualTo(303);
    assertThat(now(booking).status()).isEqualTo(BookingStatus.CONFIRMED);
  }

  @Test
  void takesNoFormThatIsNotOfItsOwnPage() {
    Booking booking = book(asking);
    String decline = link(booking) + "/decline";

    HttpResponse<String> refused = phone.post(decline, Map.of("version", "1", "reason", "No"));

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("Please send this once more", "No");
    assertThat(now(booking)).isEqualTo(booking);
    assertThat(phone.post(decline, filled(refused, Map.of("reason", "No"))).statusCode())
        .isEqualTo(303);
    assertThat(now(booking).status()).isEqualTo(BookingStatus.DECLINED);
  }

  @Test
  void endsWithTheMeetingAndIsNothingForAnyoneElse() {
    Booking booking = book(free);
    Host bob = in.server.core.addHost("bob");
    HttpResponse<String> bobs = phone.get(link(booking, bob.id()) + "/cancel");
    assertThat(bobs.statusCode()).isEqualTo(410);
    assertThat(bobs.body()).contains("no longer works").doesNotContain("Bob Brown");
    assertThat(phone.get("/h/" + "A".repeat(64)).statusCode()).isEqualTo(404);
    assertThat(phone.get(link(booking) + "x").statusCode()).isEqualTo(404);

    in.server.core.clock.set(booking.end().toString());
    for (String page : new String[] {"", "/cancel", "/move"}) {
      HttpResponse<String> over = phone.get(link(booking) + page);
      assertThat(over.statusCode()).as(page).isEqualTo(410);
      assertThat(over.body())
          .contains("The meeting is over", "/account/bookings/" + booking.id())
          .doesNotContain("Bob Brown");
    }
    assertThat(phone.post(link(booking) + "/cancel", Map.of()).statusCode()).isEqualTo(410);
    assertThat(now(booking)).isEqualTo(booking);
  }

  @Test
  void asksToSignInFirstIfTheHostWantsThat() {
    Booking booking = book(asking);
    core.hostLinks().setMailActions(in.ada, MailActions.SIGN_IN);
    String confirm = link(booking) + "/confirm";

    HttpResponse<String> asked = phone.get(confirm);
    assertThat(asked.statusCode()).isEqualTo(303);
    assertThat(Browser.location(asked)).isEqualTo("/login");
    assertThat(phone.post(confirm, Map.of("version", "1")).statusCode()).isEqualTo(303);
    assertThat(now(booking)).isEqualTo(booking);
    HttpResponse<String> signedIn =
        phone.submit(
            "/login", "/login", Map.of("email", "ada@example.org", "password", SignedIn.PASSWORD));
    assertThat(Browser.location(signedIn)).isEqualTo(confirm);

    assertThat(send(confirm, confirm, Map.of()).statusCode()).isEqualTo(303);
    assertThat(now(booking).status()).isEqualTo(BookingStatus.CONFIRMED);
    Host bob = in.server.core.addHost("bob");
    try (Browser bobs = in.browserOf(bob.id())) {
      HttpResponse<String> other = bobs.get(confirm);
      assertThat(other.statusCode()).isEqualTo(403);
      assertThat(other.body()).contains("bob@example.org").doesNotContain("Bob Brown");
    }
  }

  @Test
  void asksForTheSecondFactorTooIfTheHostHasOne() {
    Booking booking = book(asking);
    core.hostLinks().setMailActions(in.ada, MailActions.SIGN_IN);
    String secret = core.secondFactor().enrol(in.server.core.ada).orElseThrow().secret();
    Instant now = in.server.core.clock.instant();
    core.secondFactor().confirm(in.ada, AuthenticatorApp.code(secret, now));
    in.server.core.clock.advance(Duration.ofMinutes(1));
    String confirm = link(booking) + "/confirm";

    assertThat(Browser.location(phone.get(confirm))).isEqualTo("/login");
    HttpResponse<String> password =
        phone.submit(
            "/login", "/login", Map.of("email", "ada@example.org", "password", SignedIn.PASSWORD));
    assertThat(Browser.location(password)).isEqualTo("/login/code");
    assertThat(phone.get(confirm).statusCode()).as("not signed in yet").isEqualTo(303);
    assertThat(phone.post(confirm, Map.of("version", "1")).statusCode()).isEqualTo(303);
    assertThat(now(booking)).isEqualTo(booking);

    String code = AuthenticatorApp.code(secret, in.server.core.clock.instant());
    HttpResponse<String> signedIn =
        phone.submit("/login/code", "/login/code", Map.of("code", code));
    assertThat(Browser.location(signedIn)).isEqualTo(confirm);
    assertThat(send(confirm, confirm, Map.of()).statusCode()).isEqualTo(303);
    assertThat(now(booking).status()).isEqualTo(BookingStatus.CONFIRMED);
  }

  @Test
  void isChosenOnThePageAndOverTheApi() {
    HttpResponse<String> chosen =
        in.submit("/account/security", "/account/mail-actions", Map.of("mailActions", "signIn"));
    assertThat(chosen.body()).contains("The links in your mail now work as you chose");
    assertThat(core.hostLinks().mailActions(in.ada)).isEqualTo(MailActions.SIGN_IN);
    assertThat(in.server.asHost("GET", "/api/v1/me", "").body().path("mailActions").asString())
        .isEqualTo("signIn");

    assertThat(in.server.asHost("PATCH", "/api/v1/me", "{\"mailActions\": \"open\"}").status())
        .isEqualTo(200);
    assertThat(core.hostLinks().mailActions(in.ada)).isEqualTo(MailActions.OPEN);
    assertThat(in.server.asHost("PATCH", "/api/v1/me", "{\"name\": \"Ada\"}").status())
        .isEqualTo(200);
    var wrong = in.server.asHost("PATCH", "/api/v1/me", "{\"mailActions\": \"never\"}");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body().toString()).contains("mailActions", "never");
    assertThat(core.hostLinks().mailActions(in.ada)).isEqualTo(MailActions.OPEN);
  }
}
