package org.meetwright.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.meetwright.server.pages.PagesFixture.question;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.meetwright.core.question.Question.AnswerKind;

/// An invitee in Kathmandu, five and three quarters of an hour before UTC, and a host in New York.
@Tag("browser")
class BookingInBrowserTest {
  private static Chromium chromium;
  private static PagesFixture server;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    server = new PagesFixture();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (server != null) {
      server.close();
    }
  }

  private static BrowserContext inKathmandu(boolean scripts) {
    return chromium.newContext(
        new NewContextOptions()
            .setTimezoneId("Asia/Kathmandu")
            .setLocale("en-GB")
            .setBaseURL(server.address().toString())
            .setJavaScriptEnabled(scripts));
  }

  /// Like `page.getByRole`, which under a Turkish locale looks for the role `lınk`.
  private static Locator named(Page page, String role, String name) {
    return page.locator("role=" + role + "[name=\"" + name + "\"s]");
  }

  private static Locator beginning(Page page, String role, String name) {
    return page.locator("role=" + role + "[name=/^" + name + "/]");
  }

  private static void follow(Page page, String name) {
    named(page, "link", name).click();
  }

  private static void press(Page page, String name) {
    named(page, "button", name).click();
  }

  private static void chooseDay(Page page, String day) {
    beginning(page, "link", day).click();
  }

  private static void chooseTime(Page page, String time) {
    beginning(page, "link", time + ", ").click();
  }

  private static void heading(Page page, String text) {
    assertThat(named(page, "heading", text)).isVisible();
  }

  @Test
  void booksReschedulesAndCancelsWithScripts() {
    server.eventType("scripts", question(AnswerKind.YES_NO, "First time?", true));
    try (BrowserContext context = inKathmandu(true)) {
      Page page = context.newPage();
      List<String> complaints = complaints(page);

      page.navigate("/ada/scripts");
      assertThat(page.getByLabel("Time zone")).hasValue("Asia/Kathmandu");
      follow(page, "Next month");
      heading(page, "December 2026");
      assertThat(page.locator("#next-month")).isFocused();
      chooseDay(page, "Thursday,? 3 December, 16 times");
      assertThat(page.locator("#times-title")).isFocused();
      assertThat(page.locator("#announcement")).containsText("3 December");
      page.goBack();
      assertThat(page.locator("[aria-current=date]")).hasText("1");
      page.goForward();
      assertThat(page.locator("[aria-current=date]")).hasText("3");
      chooseTime(page, "19:45");
      assertThat(page.locator("#step-title")).isFocused();
      fillIn(page);
      press(page, "Book this time");
      heading(page, "You are booked");
      assertThat(page.getByText("19:45 – 20:15")).isVisible();

      changeItsMind(page);

      assertThat(complaints).isEmpty();
    }
  }

  @Test
  void booksReschedulesAndCancelsWithoutScripts() {
    server.eventType("plain", question(AnswerKind.YES_NO, "First time?", true));
    try (BrowserContext context = inKathmandu(false)) {
      Page page = context.newPage();

      page.navigate("/ada");
      beginning(page, "link", "Analytical engine").last().click();
      assertThat(page.getByLabel("Time zone")).hasValue("America/New_York");
      page.getByLabel("Time zone").selectOption("Asia/Kathmandu");
      press(page, "Apply");
      assertThat(page.getByLabel("Time zone")).hasValue("Asia/Kathmandu");
      follow(page, "Next month");
      chooseDay(page, "Thursday,? 10 December, 16 times");
      chooseTime(page, "19:45");
      fillIn(page);
      press(page, "Book this time");
      heading(page, "You are booked");
      assertThat(page.getByText("19:45 – 20:15")).isVisible();

      changeItsMind(page);
    }
  }

  private static void fillIn(Page page) {
    page.getByLabel("Name").fill("Charles Babbage");
    page.getByLabel("E-mail required").fill("charles@example.com");
    page.getByLabel("Yes").check();
  }

  /// Moves the booking to 00:45 of the night after 18 December, then cancels it.
  private static void changeItsMind(Page page) {
    follow(page, "Move");
    if (!page.locator("#month-title").textContent().equals("December 2026")) {
      follow(page, "Next month");
    }
    heading(page, "December 2026");
    chooseDay(page, "Saturday,? 19 December, 7 times");
    chooseTime(page, "00:45");
    heading(page, "Move the booking?");
    press(page, "Move booking");
    heading(page, "You are booked");
    assertThat(page.getByText("00:45 – 01:15")).isVisible();
    follow(page, "Cancel booking");
    page.getByLabel("Reason").fill("Too late at night");
    press(page, "Cancel booking");
    heading(page, "This booking is cancelled");
    assertThat(page.getByText("Too late at night")).isVisible();
    follow(page, "Book again");
    assertThat(page.locator("#month-title")).isVisible();
  }

  /// What the browser has to say against the page; the Content-Security-Policy's refusals too.
  private static List<String> complaints(Page page) {
    List<String> complaints = new CopyOnWriteArrayList<>();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    return complaints;
  }

  @Test
  void keepsTheZoneThatTheInviteeChose() {
    server.eventType("zones");
    try (BrowserContext context = inKathmandu(true)) {
      Page page = context.newPage();

      page.navigate("/ada/zones");
      assertThat(page.getByLabel("Time zone")).hasValue("Asia/Kathmandu");
      page.getByLabel("Time zone").selectOption("Europe/Berlin");
      page.waitForURL(Pattern.compile("zone=Europe").asPredicate());
      page.navigate("/ada/zones");

      assertThat(page.getByLabel("Time zone")).hasValue("Europe/Berlin");
    }
  }

  @Test
  void canBeUsedByKeyboardAlone() {
    server.eventType("keyboard");
    try (BrowserContext context = inKathmandu(true)) {
      Page page = context.newPage();

      page.navigate("/ada/keyboard?month=2026-12&zone=Europe/Berlin");
      page.keyboard().press("Tab");
      assertThat(page.getByText("Skip to the content")).isFocused();
      page.locator("a.day.present").first().focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("#times-title")).isFocused();
      page.locator("#times-title").press("Tab");
      assertThat(page.locator("a.slot").first()).isFocused();
      page.keyboard().press("Enter");
      assertThat(page.locator("#step-title")).isFocused();
      page.locator("#step-title").press("Tab");

      assertThat(page.getByLabel("Name")).isFocused();
    }
  }

  @Test
  void sendsAFormOnceHoweverOftenItsButtonIsPressed() {
    server.eventType("impatient");
    try (BrowserContext context = inKathmandu(true)) {
      Page page = context.newPage();
      List<String> sent = new CopyOnWriteArrayList<>();
      page.onRequest(
          request -> {
            if (request.method().equals("POST")) {
              sent.add(request.url());
            }
          });

      page.navigate("/ada/impatient?start=2026-12-21T14:00:00Z");
      page.getByLabel("Name").fill("Charles Babbage");
      page.getByLabel("E-mail required").fill("charles@example.com");
      page.evaluate(
          "() => { const b = document.querySelector('form[data-once] button');"
              + " b.click(); b.click(); b.click(); }");
      heading(page, "You are booked");

      assertThat(sent).hasSize(1);
    }
  }

  @Test
  void fitsAPhone() {
    server.eventType("phone");
    try (BrowserContext context = inKathmandu(true)) {
      Page page = context.newPage();
      page.setViewportSize(320, 640);

      for (String path :
          List.of("/", "/ada", "/ada/phone", "/ada/phone?start=2026-12-21T15:00:00Z", "/none")) {
        page.navigate(path);
        Object overflow =
            page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
        assertThat((Integer) overflow).as(path).isLessThanOrEqualTo(0);
      }
    }
  }

  @Test
  void focusesWhatIsWrongAndLeadsToTheField() {
    server.eventType("focus");
    for (boolean scripts : List.of(true, false)) {
      try (BrowserContext context = inKathmandu(scripts)) {
        Page page = context.newPage();
        page.navigate("/ada/focus?start=2026-12-15T15:00:00Z&name=Mary&email=a..b@example.org");
        press(page, "Book this time");
        assertThat(page.locator("#notice")).isFocused();
        page.locator("#notice a[href='#email']").click();
        assertThat(page.locator("#email")).isFocused();
      }
    }
  }

  @Test
  void printsTheBookingWithoutWhatCanOnlyBePressed() {
    server.eventType("paper");
    try (BrowserContext context = inKathmandu(false)) {
      Page page = context.newPage();
      page.navigate("/ada/paper?start=2026-12-16T15:00:00Z&name=Mary&email=mary@example.com");
      press(page, "Book this time");
      heading(page, "You are booked");
      assertThat(page.getByText("Cancel booking")).isVisible();

      // Not by emulateMedia, which asks for "prınt" under a Turkish locale.
      JsonObject print = new JsonObject();
      print.addProperty("media", "print");
      context.newCDPSession(page).send("Emulation.setEmulatedMedia", print);

      heading(page, "You are booked");
      assertThat(page.getByText("New York (UTC−5)")).isVisible();
      assertThat(page.getByText("Cancel booking")).isHidden();
      assertThat(page.locator(".footer")).isHidden();
    }
  }

  @Test
  void takesAddressesThatABrowserAloneWouldRefuse() {
    server.eventType("pasted");
    try (BrowserContext context = inKathmandu(true)) {
      Page page = context.newPage();
      page.navigate("/ada/pasted?start=2026-12-17T15:00:00Z&name=Zo%C3%A9");
      page.getByLabel("E-mail").first().fill("\u200bzoe\u0301@b\u00fccher.example\u00a0");
      press(page, "Book this time");

      heading(page, "You are booked");
      assertThat(page.locator("bdi").getByText("zo\u00e9@b\u00fccher.example")).isVisible();
    }
  }
}
