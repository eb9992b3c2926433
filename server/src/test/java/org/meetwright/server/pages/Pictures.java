package org.meetwright.server.pages;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meetwright.core.TestPolicies;
import org.meetwright.core.booking.wish.Confirmation;
import org.meetwright.core.branding.Logo;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.eventtype.rule.ChangePolicy;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.host.Host;
import org.meetwright.core.question.Question.AnswerKind;
import org.meetwright.server.pages.PagesFixture.Draft;

/// Takes pictures of all pages, to be looked at: `-Dtest=Pictures` puts them into
/// `server/target/pictures`, and those of the documentation into `docs/images`.
public class Pictures {
  private static final Path TARGET = Path.of("target", "pictures");
  public static final Logo LOGO = Logo.of(PagesFixture.picture());
  private static final List<Integer> WIDTHS = List.of(375, 768, 1280);

  @Test
  void take() {
    try (Chromium chromium = Chromium.start();
        PagesFixture server = new PagesFixture();
        Client client = new Client(server)) {
      Map<String, String> pages = pages(server, client);
      for (int width : WIDTHS) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          NewContextOptions options =
              new NewContextOptions()
                  .setViewportSize(width, width < 500 ? 812 : 860)
                  .setColorScheme(scheme)
                  .setLocale("en-GB")
                  .setTimezoneId("Europe/London")
                  .setBaseURL(server.address().toString());
          try (BrowserContext context = chromium.newContext(options)) {
            Page page = context.newPage();
            page.navigate("/ada/analytical-engine?zone=Europe/London");
            pages.forEach((name, path) -> picture(page, name, path, width, scheme));
          }
        }
      }
    }
  }

  @Test
  void takeThoseOfTheDocumentation() {
    try (Chromium chromium = Chromium.start();
        PagesFixture server = new PagesFixture()) {
      Draft draft = new Draft("consultation");
      draft.name = "Consultation";
      draft.description =
          "Half an hour about your calculation: what it should do, how to put it on cards, and"
              + " where the engine will help.";
      server.add(draft);
      String day = "/ada/consultation?month=2026-12&date=2026-12-03";
      String form =
          "/ada/consultation?start=2026-12-03T15:30:00Z&zone=Europe/London&name=Charles+Babbage";
      document(chromium, server, sized(1280, 720), "booking-page", day);
      document(chromium, server, sized(375, 812), "booking-page-phone", "/ada/consultation");
      document(chromium, server, sized(768, 800), "booking-form", form);
      NewContextOptions dark = sized(768, 900).setColorScheme(ColorScheme.DARK);
      document(chromium, server, dark, "booking-page-dark", day);
      NewContextOptions arabic = sized(768, 900).setLocale("ar-EG");
      document(chromium, server, arabic, "booking-page-arabic", day);
      documentPopup(chromium, server);
    }
  }

  private static NewContextOptions sized(int width, int height) {
    return new NewContextOptions()
        .setViewportSize(width, height)
        .setLocale("en-GB")
        .setTimezoneId("Europe/London");
  }

  private static void document(
      Chromium chromium, PagesFixture server, NewContextOptions options, String name, String path) {
    try (BrowserContext context =
        chromium.newContext(options.setBaseURL(server.address().toString()))) {
      Page page = context.newPage();
      page.navigate(path);
      page.waitForSelector("main[data-guessed-zone=no]");
      page.screenshot(documented(name).setFullPage(true));
    }
  }

  private static void documentPopup(Chromium chromium, PagesFixture server) {
    String site =
        "<h1>The engine company</h1><p>We calculate by steam.</p><a href=\"%s/ada/consultation\""
                .formatted(server.address())
            + " data-meetwright=\"button\">Book a time</a><script src=\"%s/embed.js\"></script>"
                .formatted(server.address());
    try (ParentSite parent = new ParentSite(site);
        BrowserContext context = chromium.newContext(sized(1240, 820))) {
      Page page = context.newPage();
      page.navigate(parent.address().toString());
      page.locator("a.meetwright-button").click();
      page.frameLocator("dialog iframe").locator("main[data-guessed-zone=no]").waitFor();
      page.screenshot(documented("embedded").setFullPage(false));
    }
  }

  private static ScreenshotOptions documented(String name) {
    return new ScreenshotOptions().setPath(Path.of("..", "docs", "images", name + ".png"));
  }

  private static void picture(Page page, String name, String path, int width, ColorScheme scheme) {
    if (path.startsWith("!")) {
      page.navigate(path.substring(1));
      page.evaluate("() => document.querySelectorAll('form').forEach(f => f.noValidate = true)");
      page.fill("#name", "Charles Babbage");
      page.fill("#email", "charles@");
      page.click(".add-guests summary");
      page.fill("#guests", "mary@example.com");
      page.click("form[data-once] button");
      page.waitForSelector(".error");
    } else {
      page.navigate(path);
    }
    String file = name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
    page.screenshot(
        new ScreenshotOptions().setPath(TARGET.resolve(file + ".png")).setFullPage(true));
  }

  @Test
  void takeThemFromRightToLeft() {
    try (Chromium chromium = Chromium.start();
        PagesFixture server = new PagesFixture();
        Client client = new Client(server)) {
      Map<String, String> pages = pages(server, client);
      for (int width : WIDTHS) {
        NewContextOptions options =
            new NewContextOptions()
                .setViewportSize(width, width < 500 ? 812 : 860)
                .setLocale("ar-EG")
                .setTimezoneId("Asia/Kathmandu")
                .setBaseURL(server.address().toString());
        try (BrowserContext context = chromium.newContext(options)) {
          Page page = context.newPage();
          pages.forEach(
              (name, path) -> picture(page, "ar-" + name, path, width, ColorScheme.LIGHT));
        }
      }
    }
  }

  static Map<String, String> pages(PagesFixture server, Client client) {
    Draft engine =
        new Draft(
            "analytical-engine",
            PagesFixture.question(AnswerKind.TEXT, "Company", false),
            PagesFixture.question(
                AnswerKind.ONE_OF,
                "What is it about?",
                true,
                "A new project",
                "A running one",
                "Other"),
            PagesFixture.question(
                AnswerKind.MANY_OF,
                "Which parts?",
                false,
                "The mill",
                "The store",
                "Cards",
                "Printing"),
            PagesFixture.question(AnswerKind.YES_NO, "Have we met before?", true),
            PagesFixture.question(AnswerKind.LONG_TEXT, "What have you tried so far?", false));
    engine.name = "Consultation";
    engine.description =
        "Half an hour about your calculation: what it should do, how to put it on cards, and"
            + " where the engine will help.\n\nPlease bring an example that you worked by hand.";
    server.add(engine);
    brand(server);
    Draft talk = new Draft("tea");
    talk.name = "Tea and mathematics";
    talk.description = "An informal talk, in person, with a pot of Earl Grey.";
    talk.minutes = 90;
    talk.color = "#b4552d";
    talk.approval = true;
    talk.location = new Location(Location.LocationKind.IN_PERSON, "12 St James’s Square, London");
    server.add(talk);
    Draft later = new Draft("lecture");
    later.name = "Guest lecture";
    later.description = "For schools and societies.";
    later.minutes = 60;
    later.color = "#4b5fb3";
    later.window = new BookingWindow.Dates(LocalDate.of(2027, 1, 11), LocalDate.of(2027, 2, 28));
    server.add(later);
    Map<String, String> form =
        Map.of(
            "start", "2026-12-08T15:00:00Z",
            "zone", "Europe/London",
            "name", "Charles Babbage",
            "email", "charles@example.com",
            "guests", "mary@example.com, augustus@example.com",
            "notes", "Could we look at the carriage of tens?");
    String booked = Client.location(client.post("/ada/tea", form));
    String confirmed = confirmed(server, client, form);
    Map<String, String> pages = new LinkedHashMap<>();
    invited(server, client, form, pages);
    pages.put("landing", "/");
    pages.put("host", "/ada");
    pages.put("times", "/ada/analytical-engine?month=2026-12&date=2026-12-03");
    pages.put("full", "/ada/lecture");
    pages.put("city", "/ada/analytical-engine?month=2026-12&date=2026-12-03&city=san");
    pages.put("no-city", "/ada/analytical-engine?month=2026-12&date=2026-12-03&city=xyzzy");
    pages.put("snippets", "/ada/analytical-engine/embed");
    pages.put("embedded", "/embed/ada/analytical-engine?month=2026-12&date=2026-12-03");
    pages.put("branded", "/grace/lecture?month=2026-12&date=2026-12-03");
    pages.put("branded-host", "/grace");
    pages.put("details", "/ada/analytical-engine?start=2026-12-03T15:30:00Z");
    pages.put("errors", "!/ada/analytical-engine?start=2026-12-03T15:30:00Z");
    pages.put("pending", booked);
    pages.put("booked", confirmed);
    pages.put("reschedule", confirmed + "/reschedule");
    pages.put("move", confirmed + "/reschedule?start=2026-12-10T15:30:00Z");
    pages.put("cancel", confirmed + "/cancel");
    pages.put("missing", "/nobody");
    Draft group = new Draft("class");
    group.seats = 5;
    server.add(group);
    pages.put("seats", "/ada/class?month=2026-12&date=2026-12-03");
    pages.put("seats-form", "/ada/class?start=2026-12-03T15:00:00Z");
    choices(server, pages);
    policies(server, client, form, pages);
    confirmations(server, client, form, pages);
    return pages;
  }

  private static void choices(PagesFixture server, Map<String, String> pages) {
    Draft several = new Draft("several");
    several.lengths = new Integer[] {15, 60};
    several.places =
        new Location[] {
          new Location(Location.LocationKind.GENERATED_LINK, "https://meet.example.org/{random}"),
          new Location(Location.LocationKind.PHONE, ""),
          new Location(Location.LocationKind.IN_PERSON, "12 St James’s Square, London")
        };
    server.add(several);
    pages.put("lengths", "/ada/several?month=2026-12&date=2026-12-03&duration=60");
    pages.put("places", "/ada/several?start=2026-12-03T15:00:00Z");
  }

  /// Someone whose pages are yellow, with a logo.
  private static void brand(PagesFixture server) {
    Host grace = server.host("grace", "Grace Hopper");
    server.core.brandings().setColor(grace.id(), "#facc15");
    server.core.brandings().setLogo(grace.id(), LOGO);
    Draft lecture = new Draft("lecture");
    lecture.name = "Compilers";
    server.core.eventTypes().add(lecture.build(grace.id()));
  }

  private static void policies(
      PagesFixture server, Client client, Map<String, String> form, Map<String, String> pages) {
    Draft strict = new Draft("strict");
    strict.policies =
        TestPolicies.withLink(
            Policies.of(new ChangePolicy(60 * 24 * 30, true), new ChangePolicy(60, true)));
    EventType eventType = server.add(strict);
    String link = server.core.bookingLinks().add(server.host.id(), eventType.id(), 2, null).token();
    pages.put("link-not-valid", "/ada/strict?link=mistyped");
    pages.put("link-times", "/ada/strict?month=2026-12&link=" + link);
    Map<String, String> late = new LinkedHashMap<>(form);
    late.put("start", "2026-12-14T15:00:00Z");
    late.put("link", link);
    String tooLate = Client.location(client.post("/ada/strict", late));
    pages.put("late", tooLate);
    pages.put("move-reason", tooLate + "/reschedule?start=2026-12-15T15:30:00Z");
    late.put("start", "2027-01-14T15:00:00Z");
    String early = Client.location(client.post("/ada/strict", late));
    pages.put("terms", early);
    pages.put("cancel-reason", early + "/cancel");
  }

  private static void confirmations(
      PagesFixture server, Client client, Map<String, String> form, Map<String, String> pages) {
    Draft careful = new Draft("careful");
    careful.policies = TestPolicies.withConfirmedEmail(Policies.FREE);
    server.add(careful);
    pages.put("confirm-form", "/ada/careful?start=2026-12-22T15:00:00Z");
    pages.put("confirm", wish(server, client, form, "2026-12-22T15:00:00Z", "mary@example.com"));
    pages.put(
        "confirm-taken", wish(server, client, form, "2026-12-21T15:00:00Z", "mary@example.com"));
    String quicker = wish(server, client, form, "2026-12-21T15:00:00Z", "quick@example.com");
    client.post(quicker, Map.of());
  }

  /// Returns the page on which a wish is confirmed.
  private static String wish(
      PagesFixture server, Client client, Map<String, String> form, String start, String email) {
    Map<String, String> wish = new LinkedHashMap<>(form);
    wish.put("start", start);
    wish.put("email", email);
    client.post("/ada/careful", wish);
    Confirmation asked = server.core.confirmations().waiting(server.host.id()).getLast();
    return "/c/" + server.core.confirmations().token(asked.id());
  }

  /// Adds the pages of a booking whose guests wait.
  private static void invited(
      PagesFixture server, Client client, Map<String, String> form, Map<String, String> pages) {
    server.eventType("crowd");
    Map<String, String> wish = new HashMap<>(form);
    wish.put("start", "2026-12-10T15:00:00Z");
    wish.put("guests", form.get("guests") + ", charles@example.org, luigi@example.org");
    String booked = Client.location(client.post("/ada/crowd", wish));
    UUID id = server.core.manageLinks().bookingId(booked.substring("/b/".length())).orElseThrow();
    pages.put("guests-wait", booked);
    pages.put("guests", "/c/" + server.core.confirmations().guestToken(id));
    pages.put("guests-form", "/ada/crowd?start=2026-12-10T16:00:00Z&guests=mary@example.com");
  }

  private static String confirmed(PagesFixture server, Client client, Map<String, String> form) {
    server.eventType("plain");
    Map<String, String> other = new LinkedHashMap<>(form);
    other.put("start", "2026-12-09T15:00:00Z");
    return Client.location(client.post("/ada/plain", other));
  }
}
