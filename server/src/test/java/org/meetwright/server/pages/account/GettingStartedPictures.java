package org.meetwright.server.pages.account;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.meetwright.core.account.invitation.HostInvitations.Invited;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.mail.MailFiles;
import org.meetwright.server.pages.Chromium;

/// Takes a newcomer from the invitation to a link that is shared, as `docs/getting-started.md`
/// tells it, on a phone: `-Dtest=GettingStartedPictures` puts its pictures into `docs/images`.
public class GettingStartedPictures {
  private Page page;

  @Test
  void take() throws Exception {
    InstantSource clock = InstantSource.system();
    Instant begun = clock.instant();
    try (Chromium chromium = Chromium.start();
        ServerFixture server = new ServerFixture(DatabaseKind.H2);
        BrowserContext context =
            chromium.newContext(
                new NewContextOptions()
                    .setViewportSize(375, 740)
                    .setLocale("en-GB")
                    .setTimezoneId("Europe/London")
                    .setBaseURL(server.server.url().toString()))) {
      page = context.newPage();
      EmailAddress email = new EmailAddress("grace@example.org");
      server
          .core
          .core
          .hostInvitations()
          .invite(new Invited(email, null, "Grace Hopper", null, Locale.UK));
      MailFiles mails = new MailFiles(server.core.database.home());
      String link = mails.awaitLink(email.value(), "/login/join/");
      page.setContent(mails.to(email.value()).getFirst().html());
      picture("start-mail");

      page.navigate(link);
      page.waitForSelector("main[data-guessed-zone=no]");
      page.fill("#password", "correct horse battery");
      picture("start-form");
      page.locator("form[data-once] button[type=submit]").click();
      page.waitForURL("**/account/**");
      picture("start-signed-in");

      page.navigate("/account/hours");
      page.locator(".credentials a.button").first().click();
      page.waitForURL("**/account/hours/*");
      picture("start-hours");

      page.navigate("/account/event-types");
      picture("start-event-types");
      page.locator("button[name=template]").first().click();
      page.waitForURL("**/account/event-types/*");
      page.navigate("/account/share");
      picture("start-share");

      String slug =
          server
              .core
              .core
              .eventTypes()
              .list(server.core.core.hosts().find("grace").orElseThrow().id())
              .getFirst()
              .slug();
      page.navigate("/grace/" + slug);
      page.waitForSelector("main[data-guessed-zone=no]");
      picture("start-booking-page");
    }
    System.out.println("Walked in " + Duration.between(begun, clock.instant()));
  }

  private void picture(String name) {
    page.screenshot(
        new ScreenshotOptions()
            .setPath(Path.of("..", "docs", "images", name + ".png"))
            .setFullPage(true));
  }
}
