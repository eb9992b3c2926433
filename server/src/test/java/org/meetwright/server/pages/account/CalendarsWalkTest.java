package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetwright.core.Patience;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.calendar.caldav.Bed;
import org.meetwright.server.calendar.caldav.Radicale;
import org.meetwright.server.calendar.http.ServiceRecords;
import org.meetwright.server.calendar.script.NameServer;
import org.meetwright.server.pages.Axe;
import org.meetwright.server.pages.Chromium;

/// A host connects a real CalDAV server in a real browser, by the domain of his e-mail address, and
/// decides about what he changed there. What it looks like is put into `server/target/pictures`.
@Tag("browser")
class CalendarsWalkTest {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final Pattern HREF = Pattern.compile("href>([^<]+\\.ics)<");

  private static Axe axe;
  private static Chromium chromium;

  @TempDir Path directory;
  private final List<String> found = new ArrayList<>();
  private Bed bed;
  private SignedIn in;
  private Page page;
  private String suffix;

  @BeforeAll
  static void start() {
    axe = Axe.install();
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "H2, 1280, en-GB, true",
    "H2, 375, de-DE, false",
    "POSTGRESQL, 1280, fr-FR, false",
    "POSTGRESQL, 375, ar-EG, true"
  })
  void aCalendarIsConnectedUsedAndDisconnected(
      DatabaseKind kind, int width, String locale, boolean scripts) throws Exception {
    suffix = "-" + width + "-" + locale;
    bed = Radicale.orSkip(directory);
    try (NameServer names = new NameServer()) {
      names.srv("_caldav._tcp.example.org", 0, 1, URI.create(bed.root()).getPort(), "localhost");
      NewContextOptions options =
          new NewContextOptions()
              .setViewportSize(width, 900)
              .setLocale(locale)
              .setReducedMotion(ReducedMotion.REDUCE);
      try (SignedIn signedIn =
              new SignedIn(new ServerFixture(kind, ServiceRecords.of(names.address())));
          BrowserContext context =
              chromium.newContext(options.setBaseURL(signedIn.server.server.url().toString()))) {
        in = signedIn;
        in.server.core.sql("UPDATE host SET locale = '" + locale + "'");
        String session = in.access.sessions().begin(in.ada, "Test").token();
        context.addCookies(
            List.of(new Cookie("meetwright", session).setUrl(in.server.server.url().toString())));
        if (!scripts) {
          context.route("**/*.js*", route -> route.abort());
        }
        page = context.newPage();
        walk();
        assertThat(found).isEmpty();
      }
    } finally {
      bed.close();
    }
  }

  private void walk() throws Exception {
    for (int i = 0; i < 12; i++) {
      bed.put("other" + i + ".ics", Bed.event("o" + i, "202603%02dT060000Z".formatted(11 + i)));
    }
    connect("wrong");
    page.waitForSelector("#caldav\\.password-error");
    look("refused");
    connect(bed.password());
    page.waitForSelector(".notice.done");
    page.selectOption("#receiver", page.locator("#receiver option").nth(1).getAttribute("value"));
    page.click("form[action$='/choose'] button.primary");
    page.waitForSelector(".notice.done");
    sync();
    look("connected");

    EventType type = in.server.core.addEventType(one -> one);
    Booking booking = in.server.core.book(type, "2026-03-10T14:00:00Z", "bob@example.com");
    deleteThere();
    look("decide");
    page.click("form[action$='/decide'] button[value=put_back]");
    page.waitForSelector(".notice.done");
    assertThat(status(booking)).isEqualTo(BookingStatus.CONFIRMED);
    deleteThere();
    page.click("form[action$='/decide'] button[value=cancel]");
    page.waitForSelector(".notice.done");
    assertThat(status(booking)).isEqualTo(BookingStatus.CANCELLED);

    page.click(".entry-head a");
    page.click(".more > summary");
    page.click("form[action$='/remove'] button");
    page.waitForSelector(".notice.done");
    assertThat(in.core.calendarConnections().list(in.ada)).isEmpty();
  }

  private void connect(String password) {
    page.navigate("/account/calendars");
    page.click(".group:nth-child(2) > summary");
    page.fill("#caldav\\.url", "ada@example.org");
    page.fill("#caldav\\.user", bed.user());
    page.fill("#caldav\\.password", password);
    page.click("form:has(#caldav\\.url) button[type=submit]");
  }

  private void sync() {
    in.server.core.clock.advance(Duration.ofSeconds(1));
    page.navigate("/account/calendars");
    page.click("button[form^=sync-]");
    page.waitForSelector(".notice.done");
  }

  private void deleteThere() throws Exception {
    Patience.until(() -> ours().size() == 1);
    sync();
    assertThat(bed.curl("DELETE", ours().getFirst(), "").status() / 100).isEqualTo(2);
    sync();
    Patience.until(() -> !in.core.calendarProblems().of(in.ada).isEmpty());
    page.navigate("/account/calendars");
  }

  private List<String> ours() throws Exception {
    List<String> events = new ArrayList<>();
    Matcher href = HREF.matcher(bed.curl("PROPFIND", bed.calendar(), "", "Depth: 1").body());
    while (href.find()) {
      if (!href.group(1).matches(".*/other[0-9]+\\.ics")) {
        events.add(URI.create(bed.root()).resolve(href.group(1)).toString());
      }
    }
    return events;
  }

  private BookingStatus status(Booking booking) {
    return in.core.bookings().find(booking.id()).orElseThrow().status();
  }

  private void look(String state) {
    page.screenshot(
        new ScreenshotOptions()
            .setPath(PICTURES.resolve("calendars-" + state + suffix + ".png"))
            .setFullPage(true));
    axe.violations(page).forEach(violation -> found.add(state + ": " + violation));
    int wider =
        (int) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
    if (wider > 0) {
      found.add(state + ": is " + wider + " px wider than the window");
    }
  }
}
