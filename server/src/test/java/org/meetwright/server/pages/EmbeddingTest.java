package org.meetwright.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.meetwright.server.pages.Client.found;
import static org.meetwright.server.pages.PagesFixture.question;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.meetwright.core.question.Question;
import org.meetwright.core.question.Question.AnswerKind;

/// The booking page on other sites, in a real browser that keeps no cookies of other sites.
@Tag("browser")
class EmbeddingTest {
  private static Chromium chromium;
  private static PagesFixture server;
  private static Client client;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    server = new PagesFixture();
    client = new Client(server);
    server.eventType("embedded", question(AnswerKind.TEXT, "Company name", false));
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
      client.close();
      server.close();
    }
  }

  private static String snippet(String kind, String query) {
    return "<a href=\"%s/ada/embedded%s\" data-meetwright=\"%s\">Book</a>"
            .formatted(server.address(), query, kind)
        + "<script src=\"%s/embed.js\" async></script>".formatted(server.address());
  }

  private static BrowserContext inTokyo() {
    return chromium.newContext(
        new NewContextOptions().setTimezoneId("Asia/Tokyo").setLocale("en-GB"));
  }

  private static void chooseAndBook(FrameLocator frame, String day, String time) {
    frame.locator("#month-title >> text=November").waitFor();
    frame.locator("#next-month").click();
    frame.locator("#month-title >> text=December").waitFor();
    frame.locator("a.day.present >> text=/^" + day + "$/").click();
    frame.locator("#page[data-date='2026-12-0" + day + "']").waitFor();
    frame.locator("a.slot >> text=" + time).first().click();
    assertThat(frame.locator("#name")).hasValue("Bob Brown");
    assertThat(frame.locator("input[name^=q-]")).hasValue("Looms & Sons");
    frame.locator("#email").fill("bob@example.com");
    frame.locator("form[data-once] button[type=submit]").click();
    assertThat(frame.locator("h1")).hasText("You are booked");
  }

  @Test
  void standsInThePageAsHighAsItsContentAndTellsWhatHappens() {
    String prefill = "?name=Bob+Brown&amp;company-name=Looms+%26+Sons";
    try (ParentSite site = new ParentSite(snippet("inline", prefill));
        BrowserContext context = inTokyo()) {
      Page page = context.newPage();
      page.setViewportSize(1280, 900);
      page.navigate(site.address().toString());
      FrameLocator frame = page.frameLocator("iframe.meetwright-frame");

      assertThat(frame.locator("#zone")).hasValue("Asia/Tokyo");
      page.waitForFunction("() => told.some(([type]) => type === 'ready')");
      page.waitForFunction(
          "() => document.querySelector('iframe').clientHeight < 700"
              + " && document.querySelector('iframe').clientHeight > 400");
      chooseAndBook(frame, "3", "23:00");
      page.waitForFunction("() => told.some(([type]) => type === 'booked')");
      @SuppressWarnings("unchecked")
      List<List<Object>> told = (List<List<Object>>) page.evaluate("() => told");

      assertThat(told)
          .extracting(List::getFirst)
          .containsExactly("ready", "dateSelected", "timeSelected", "ready", "booked");
      assertThat(told.get(1).get(1)).isEqualTo(Map.of("date", "2026-12-03"));
      assertThat(told.getLast().get(1))
          .isEqualTo(Map.of("start", "2026-12-03T14:00:00Z", "status", "confirmed"));
      assertThat(frame.locator("a >> text=Cancel booking")).hasAttribute("target", "_blank");
      assertThat(context.cookies()).isEmpty();
    }
  }

  @Test
  void opensOverThePageAndClosesByKeyboard() {
    try (ParentSite site =
            new ParentSite(snippet("button", "?name=Bob+Brown&amp;company-name=Looms+%26+Sons"));
        BrowserContext context = inTokyo()) {
      Page page = context.newPage();
      page.navigate(site.address().toString());
      assertThat(page.locator("a.meetwright-button")).isVisible();

      page.locator("a.meetwright-button").press("Enter");
      FrameLocator frame = page.frameLocator("dialog[open] iframe");
      assertThat(frame.locator("#zone")).hasValue("Asia/Tokyo");
      assertThat(page.locator("dialog iframe")).hasAttribute("title", "Book");
      // Not pressed in the frame: that would wait for the key to be let go in a frame that is gone.
      frame.locator("#next-month").focus();
      page.keyboard().press("Escape");
      assertThat(page.locator("dialog")).hasCount(0);
      assertThat(page.locator("a.meetwright-button")).isFocused();

      page.locator("a.meetwright-button").click();
      chooseAndBook(page.frameLocator("dialog[open] iframe"), "4", "23:00");
      page.locator(".meetwright-close").click();
      assertThat(page.locator("dialog")).hasCount(0);
    }
  }

  @Test
  void takesNoOrdersFromOtherFrames() {
    String stranger =
        "<iframe name=\"stranger\" srcdoc=\"<script>parent.postMessage("
            + "{type: 'meetwright:booked', height: 5}, '*')</script>\"></iframe>";
    try (ParentSite site = new ParentSite(snippet("inline", "") + stranger);
        BrowserContext context = inTokyo()) {
      Page page = context.newPage();
      page.navigate(site.address().toString());
      page.waitForFunction("() => told.some(([type]) => type === 'ready')");

      assertThat(page.evaluate("() => told.some(([type]) => type === 'booked')")).isEqualTo(false);
    }
  }

  @Test
  void staysALinkWithoutScripts() {
    try (ParentSite site = new ParentSite(snippet("popup", ""));
        BrowserContext context =
            chromium.newContext(new NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(site.address().toString());

      page.locator("a >> text=Book").click();

      assertThat(page.locator("#month-title")).isVisible();
    }
  }

  @Test
  void letsOtherSitesFrameOnlyThePagesForThat() {
    for (String path : List.of("/embed/ada", "/embed/ada/embedded", "/embed/nobody")) {
      HttpResponse<String> page = client.get(path);
      assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .contains("frame-ancestors *");
      assertThat(page.headers().firstValue("X-Frame-Options")).as(path).isEmpty();
      assertThat(page.headers().allValues("Set-Cookie")).as(path).isEmpty();
    }
    for (String path : List.of("/ada", "/ada/embedded", "/ada/embedded/embed")) {
      assertThat(client.get(path).headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("frame-ancestors 'none'");
    }
    assertThat(client.get("/embed/b/x/cancel").statusCode()).isEqualTo(404);
  }

  @Test
  void keepsLanguageAndClockInTheAddress() {
    HttpResponse<String> page =
        client.get("/embed/ada/embedded?lang=de&hours=12&zone=Asia/Tokyo&month=2026-12");
    String day = found(page, "href=\"([^\"]*date=2026-12-03[^\"]*)\"");

    assertThat(day).startsWith("/embed/ada/embedded?").contains("lang=de", "hours=12");
    assertThat(page.body()).contains("<html lang=\"de\"", "name=\"lang\" value=\"de\"");
  }

  @Test
  void fillsTheFormInAsTheAddressSays() {
    Question yesNo = question(AnswerKind.YES_NO, "First time?", true);
    Question many = question(AnswerKind.MANY_OF, "Which parts?", false, "The mill", "Cards");
    Question one = question(AnswerKind.ONE_OF, "Größe", false, "Small", "Large");
    server.eventType("prefilled", yesNo, many, one);
    String query =
        "name=Bob%20%3Cb%3E&email=bob@example.com&guests=a@example.com&guests=b@example.com"
            + "&notes=hello&first-time=true&which-parts=cards&which-parts=The+mill"
            + "&gr%C3%B6%C3%9Fe=large&utm_source=x";

    HttpResponse<String> times =
        client.get("/ada/prefilled?month=2026-12&date=2026-12-03&" + query);
    String time = found(times, "href=\"([^\"]*start=2026-12-03T15%3A00[^\"]*)\"");
    HttpResponse<String> details = client.get(time);

    assertThat(details.body())
        .contains("value=\"Bob &lt;b>\"", "value=\"bob@example.com\"", ">\nhello</textarea>")
        .contains("value=\"a@example.com, b@example.com\"")
        .containsPattern("value=\"yes\" required checked")
        .containsPattern("value=\"Cards\" checked")
        .containsPattern("value=\"The mill\" checked")
        .containsPattern("value=\"Large\" checked")
        .doesNotContain("utm_source");
  }

  @Test
  void isASmallScriptAndAPageTellsHowToUseIt() {
    HttpResponse<String> script = client.get("/embed.js");
    HttpResponse<String> page = client.get("/ada/embedded/embed");

    assertThat(script.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(10 * 1024);
    assertThat(script.headers().firstValue("Cross-Origin-Resource-Policy"))
        .contains("cross-origin");
    assertThat(page.statusCode()).isEqualTo(200);
    for (String kind : List.of("inline", "popup", "button")) {
      assertThat(page.body())
          .contains(
              "&lt;a href=\"" + server.address() + "/ada/embedded\" data-meetwright=\"" + kind)
          .contains("&lt;script src=\"" + server.address() + "/embed.js\" async&gt;");
    }
    assertThat(client.get("/ada/unknown/embed").statusCode()).isEqualTo(404);
  }
}
