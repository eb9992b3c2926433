package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Passwords;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.pages.Chromium;
import org.meetwright.server.settings.OidcSettings;

/// The pages of hosts in a real browser. What they look like is put into `server/target/pictures`.
class AccountInBrowserTest {
  private static final Path PICTURES = Path.of("target", "pictures");

  private static Chromium chromium;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {375, 1280})
  void signsInEndsASessionAndSignsOut(int width) {
    OidcSettings oidc = new OidcSettings(URI.create("http://127.0.0.1:9"), "meet", "never asked");
    try (ServerFixture server = new ServerFixture(DatabaseKind.H2, oidc);
        BrowserContext context = chromium.browser.newContext(options(server, width))) {
      UUID ada = server.core.ada.id();
      Access access = server.core.core.access();
      access.setPassword(ada, Passwords.hash("correct horse"), null);
      access.sessions().begin(ada, "Mozilla/5.0 (Android 16; Mobile) Firefox/150.0");
      Page page = context.newPage();
      List<String> complaints = new ArrayList<>();
      page.onConsoleMessage(message -> complaints.add(message.text()));

      signIn(page, width);
      picture(page, "account", width);
      assertThat(page.evaluate("document.cookie")).isEqualTo("");
      assertThat(context.cookies())
          .filteredOn(cookie -> cookie.name.equals("meetwright"))
          .singleElement()
          .matches((Cookie cookie) -> cookie.httpOnly);
      assertThat(fits(page)).isTrue();
      button(page, "Sign out there").click();
      page.waitForURL("**/account");
      assertThat(button(page, "Sign out there").count()).isZero();
      assertThat(access.sessions().list(ada)).hasSize(1);
      button(page, "Sign out").click();
      page.waitForURL("**/login");
      assertThat(access.sessions().list(ada)).isEmpty();
      assertThat(complaints).isEmpty();
    }
  }

  private static NewContextOptions options(ServerFixture server, int width) {
    return new NewContextOptions()
        .setViewportSize(width, 860)
        .setLocale("en-GB")
        .setBaseURL(server.server.url().toString());
  }

  private static void signIn(Page page, int width) {
    page.navigate("/login");
    picture(page, "login", width);
    assertThat(fits(page)).isTrue();
    page.getByLabel("E-mail address").fill("ada@example.org");
    page.getByLabel("Password").fill("correct horse");
    button(page, "Sign in").click();
    page.waitForURL("**/account");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static boolean fits(Page page) {
    return (boolean)
        page.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth");
  }

  private static void picture(Page page, String name, int width) {
    page.screenshot(
        new ScreenshotOptions()
            .setPath(PICTURES.resolve(name + "-" + width + ".png"))
            .setFullPage(true));
  }
}
