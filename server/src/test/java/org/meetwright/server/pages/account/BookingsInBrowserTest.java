package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetwright.core.Fixture;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.pages.account.Walks.Window;

/// A host works through his bookings in a real browser; axe-core looks at each state. What they
/// look like is put into `server/target/pictures`.
@Tag("browser")
class BookingsInBrowserTest {
  @RegisterExtension static final Walks WALKS = new Walks();

  private SignedIn in;
  private Walk walk;
  private Page page;
  private EventType intro;

  @ParameterizedTest
  @CsvSource({"1280, en-GB, LIGHT, true", "375, de-DE, DARK, false"})
  void aDayOfAHost(int width, String locale, ColorScheme scheme, boolean scripts) {
    try (SignedIn signedIn = new SignedIn(DatabaseKind.H2);
        Walk begun =
            WALKS.begin(
                signedIn.server,
                "bookings-",
                new Window(width, locale, scheme),
                options -> options)) {
      walk = begun;
      page = walk.page;
      in = signedIn;
      Booking request = prepare();
      if (!scripts) {
        walk.loadNoScripts();
      }
      page.navigate("/login");
      page.fill("#email", "ada@example.org");
      page.fill("#password", SignedIn.PASSWORD);
      page.click("form[action='/login'] button[type=submit]");
      page.waitForURL("**/account/bookings");
      walk.look("list");
      page.click(".views a[href*='view=requests']");
      page.waitForURL("**view=requests");
      walk.look("requests");
      page.click(".row-name");
      page.waitForURL("**/" + request.id());
      walk.look("request");
      page.click(".acts button");
      page.waitForSelector(".notice.done");
      assertThat(status(request)).isEqualTo(BookingStatus.CONFIRMED);
      moves(request);
      page.click("details.group:has(#cancel-reason) summary");
      page.fill("#cancel-reason", "I have to travel that day.");
      walk.look("cancel");
      page.click("form[action$='/cancel'] button");
      page.waitForSelector(".notice.done");
      walk.look("cancelled");
      assertThat(status(request)).isEqualTo(BookingStatus.CANCELLED);
      page.navigate("/account/bookings?view=past&q=nobody");
      walk.look("found-none");
      booksForSomeone();
      page.navigate("/account/profile");
      walk.look("profile");
      walk.assertNothingIsWrong();
    }
  }

  private BookingStatus status(Booking booking) {
    return in.core.bookings().find(booking.id()).orElseThrow().status();
  }

  private void booksForSomeone() {
    page.navigate("/account/bookings");
    page.click("a[href='/account/bookings/new']");
    page.waitForURL("**/new");
    walk.look("new");
    page.click("a[href$='type=" + intro.id() + "']");
    page.waitForURL("**type=*");
    page.click(".slot >> nth=3");
    page.waitForURL("**start=*");
    page.locator("#email").waitFor();
    walk.look("new-form");
    page.fill("#name", "Dorothy Vaughan");
    page.fill("#email", "dorothy");
    page.evalOnSelector("form[data-once]:has(#email)", "form => { form.noValidate = true; }");
    page.click("form[data-once]:has(#email) button[type=submit]");
    page.waitForSelector("#email-error");
    walk.look("new-wrong");
    page.fill("#email", "dorothy@example.com");
    page.click("form[data-once]:has(#email) button[type=submit]");
    page.waitForSelector(".notice.done");
    walk.look("new-done");
    assertThat(page.textContent("h1")).contains("Dorothy Vaughan");
  }

  private void moves(Booking request) {
    page.click("a[href$='/move']");
    page.waitForURL("**/move");
    walk.look("move");
    page.click(".slot >> nth=2");
    page.waitForURL("**start=*");
    page.locator("form[action$='/move'] button").waitFor();
    walk.look("move-question");
    page.fill("#reason", "The room is taken.");
    page.click("form[action$='/move'] button");
    page.waitForSelector(".notice.done");
    walk.look("moved");
    assertThat(in.core.bookings().find(request.id()).orElseThrow().start())
        .isNotEqualTo(request.start());
  }

  private Booking prepare() {
    Fixture core = in.server.core;
    core.open(core.ada, "America/New_York", "08:00-18:00");
    intro =
        core.addEventType(
            type ->
                type.slug("intro")
                    .name("Intro call")
                    .notice(0)
                    .location(
                        new Location(Location.LocationKind.LINK, "https://meet.example.org/ada")));
    EventType visit =
        core.addEventType(
            type ->
                type.slug("visit")
                    .name("Visit at the workshop")
                    .approval()
                    .notice(0)
                    .location(
                        new Location(Location.LocationKind.IN_PERSON, "12 St James’s Square")));
    book(intro, "2026-03-02T15:00:00Z", "Grace Hopper", "grace@example.com", "");
    book(intro, "2026-03-02T20:30:00Z", "Alan Turing", "alan@example.com", "");
    book(intro, "2026-03-03T14:00:00Z", "Katherine Johnson", "katherine@example.com", "");
    book(intro, "2026-03-05T16:00:00Z", "Mary Jackson", "mary@example.com", "");
    return book(
        visit,
        "2026-03-04T15:00:00Z",
        "Charles Babbage",
        "charles@example.com",
        "I would like to see the difference engine.\nMay I bring a friend?");
  }

  private Booking book(EventType type, String start, String name, String email, String notes) {
    Invitee invitee =
        new Invitee(name, new EmailAddress(email), ZoneId.of("Europe/London"), Locale.ENGLISH);
    return Fixture.booked(
        in.core
            .bookingDesk()
            .book(
                new BookRequest(
                    type.id(),
                    Instant.parse(start),
                    invitee,
                    List.of(),
                    Map.of(),
                    notes,
                    Map.of(),
                    null,
                    null),
                Actor.INVITEE));
  }
}
