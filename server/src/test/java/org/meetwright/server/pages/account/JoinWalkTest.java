package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetwright.core.account.invitation.HostInvitations.Invited;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.mail.MailFiles;
import org.meetwright.server.pages.Axe;
import org.meetwright.server.pages.Chromium;

/// A newcomer goes from the mail with the invitation to his account, in a real browser; axe-core
/// looks at each state. What it looks like is put into `server/target/pictures`.
@Tag("browser")
class JoinWalkTest {
  private static final Path PICTURES = Path.of("target", "pictures");

  private static Axe axe;
  private static Chromium chromium;

  private Page page;
  private String suffix;
  private final List<String> found = new ArrayList<>();

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
    "375, en-GB, LIGHT, true",
    "375, ar-EG, LIGHT, false",
    "1280, de-DE, DARK, true",
    "1280, fr-FR, LIGHT, false"
  })
  void becomesAHost(int width, String language, ColorScheme scheme, boolean scripts)
      throws Exception {
    suffix = "-" + width + "-" + language;
    NewContextOptions options =
        new NewContextOptions()
            .setViewportSize(width, 800)
            .setLocale(language)
            .setTimezoneId("America/Sao_Paulo")
            .setJavaScriptEnabled(scripts)
            .setReducedMotion(ReducedMotion.REDUCE);
    if (scheme == ColorScheme.DARK) {
      options.setColorScheme(scheme);
    }
    try (ServerFixture server = new ServerFixture(DatabaseKind.H2);
        BrowserContext context =
            chromium.newContext(options.setBaseURL(server.server.url().toString()))) {
      page = context.newPage();
      walk(server, language, scripts);
    }
    assertThat(found).isEmpty();
  }

  private void walk(ServerFixture server, String language, boolean scripts) throws Exception {
    EmailAddress email = new EmailAddress("grace.hopper@example.org");
    server
        .core
        .core
        .hostInvitations()
        .invite(new Invited(email, null, "", null, Locale.forLanguageTag(language)));
    MailFiles mails = new MailFiles(server.core.database.home());
    String link = mails.awaitLink(email.value(), "/login/join/");
    page.setContent(mails.to(email.value()).getFirst().html());
    picture("join-mail");

    page.navigate(link);
    if (scripts) {
      page.waitForSelector("main[data-guessed-zone=no]");
      assertThat(page.inputValue("#timeZone")).isEqualTo("America/Sao_Paulo");
    } else {
      page.selectOption("#timeZone", "America/Sao_Paulo");
    }
    assertThat(page.inputValue("#handle")).isEqualTo("grace-hopper");
    look("join");
    page.fill("#name", "Grace Hopper");
    page.fill("#handle", "ada");
    page.fill("#password", "correct horse battery");
    submit();
    page.waitForSelector("#handle-error");
    look("join-taken");
    page.fill("#handle", "grace");
    page.fill("#password", "correct horse battery");
    submit();
    page.waitForURL("**/account/**");
    picture("join-welcome");

    Host grace = server.core.core.hosts().find("grace").orElseThrow();
    assertThat(grace.name()).isEqualTo("Grace Hopper");
    assertThat(grace.timeZone().getId()).isEqualTo("America/Sao_Paulo");
    page.navigate(link);
    look("join-gone");
  }

  private void submit() {
    page.locator("form[data-once] button[type=submit]").click();
  }

  private void look(String name) {
    if (suffix.contains("en-GB") || suffix.contains("de-DE")) {
      axe.violations(page).forEach(violation -> found.add(name + suffix + " " + violation));
    }
    picture(name);
  }

  private void picture(String name) {
    page.screenshot(
        new ScreenshotOptions()
            .setPath(PICTURES.resolve(name + suffix + ".png"))
            .setFullPage(true));
  }
}
