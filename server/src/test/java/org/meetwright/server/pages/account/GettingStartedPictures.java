package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Files;
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
/// tells it, on a phone, and counts what he taps and fills in: `-Dtest=GettingStartedPictures` puts
/// its pictures into `docs/images`.
public class GettingStartedPictures {
  private static final Path DOCS = Path.of("..", "docs");

  private Page page;
  private int taps;
  private int fields;

  @Test
  void take() throws Exception {
    InstantSource clock = InstantSource.system();
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
      String link = invite(server);
      Instant begun = clock.instant();
      join(link);
      chooseHours();
      makeAnEventType();
      String shared = share();
      Duration walked = Duration.between(begun, clock.instant());

      page.navigate(shared);
      page.waitForSelector("#month-title");
      picture("start-booking-page");
      assertThat(Files.readString(DOCS.resolve("getting-started.md")))
          .contains(taps + " taps and " + fields + " fields");
      System.out.println(taps + " taps and " + fields + " fields in " + walked);
    }
  }

  private String invite(ServerFixture server) throws Exception {
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
    return link;
  }

  private void join(String link) {
    taps++;
    page.navigate(link);
    page.waitForSelector("main[data-guessed-zone=no] #password");
    fill("#password", "correct horse battery");
    picture("start-form");
    tap("form[data-once] button[type=submit]");
    page.waitForURL("**/account/**");
    picture("start-signed-in");
  }

  private void chooseHours() {
    tap("nav.rooms a[href$='/account/hours']");
    tap(".credentials a.button");
    page.waitForSelector("#FRIDAY-0-to");
    fill("#FRIDAY-0-to", "13");
    tap("form button[name=do][value=save]:not(.unseen)");
    page.waitForSelector(".notice.done");
    assertThat(page.inputValue("#FRIDAY-0-to")).isEqualTo("13:00");
    picture("start-hours");
  }

  private void makeAnEventType() {
    tap("nav.rooms a[href$='/account/event-types']");
    page.waitForSelector("button[name=template]");
    picture("start-event-types");
    tap("button[name=template][value=intro]");
    page.waitForSelector("form.eventtype");
    picture("start-event-type");
  }

  private String share() {
    tap("nav.rooms summary");
    tap("nav.rooms details a[href$='/account/share']");
    page.waitForSelector("[id^=type-]");
    tap("button[data-copy^=type-]");
    picture("start-share");
    return page.locator("a[href$='/grace/intro']").first().getAttribute("href");
  }

  private void tap(String what) {
    taps++;
    page.locator(what).first().click();
  }

  private void fill(String field, String typed) {
    fields++;
    page.fill(field, typed);
  }

  private void picture(String name) {
    page.screenshot(
        new ScreenshotOptions()
            .setPath(DOCS.resolve("images").resolve(name + ".png"))
            .setFullPage(true));
  }
}
