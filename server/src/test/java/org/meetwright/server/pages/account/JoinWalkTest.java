package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetwright.core.account.invitation.HostInvitations.Invited;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.mail.MailFiles;
import org.meetwright.server.pages.account.Walks.Window;

/// A newcomer goes from the mail with the invitation to his account, in a real browser; axe-core
/// looks at each state. What it looks like is put into `server/target/pictures`.
@Tag("browser")
class JoinWalkTest {
  @RegisterExtension static final Walks WALKS = new Walks();

  private Walk walk;
  private Page page;

  @ParameterizedTest
  @CsvSource({
    "375, en-GB, LIGHT, true",
    "375, ar-EG, LIGHT, false",
    "1280, de-DE, DARK, true",
    "1280, fr-FR, LIGHT, false"
  })
  void becomesAHost(int width, String language, ColorScheme scheme, boolean scripts)
      throws Exception {
    try (ServerFixture server = new ServerFixture(DatabaseKind.H2);
        Walk begun =
            WALKS.begin(
                server,
                "",
                new Window(width, language, scheme),
                options ->
                    options.setTimezoneId("America/Sao_Paulo").setJavaScriptEnabled(scripts))) {
      walk = begun;
      page = walk.page;
      walk(server, language, scripts);
      walk.assertNothingIsWrong();
    }
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
    walk.lookAtMail("join-mail", mails.to(email.value()).getFirst().html());

    page.navigate(link);
    if (scripts) {
      page.waitForSelector("main[data-guessed-zone=no]");
      assertThat(page.inputValue("#timeZone")).isEqualTo("America/Sao_Paulo");
    } else {
      page.selectOption("#timeZone", "America/Sao_Paulo");
    }
    assertThat(page.inputValue("#handle")).isEqualTo("grace-hopper");
    walk.look("join");
    page.fill("#name", "Grace Hopper");
    page.fill("#handle", "ada");
    page.fill("#password", "correct horse battery");
    submit();
    page.waitForSelector("#handle-error");
    walk.look("join-taken");
    page.fill("#handle", "grace");
    page.fill("#password", "correct horse battery");
    submit();
    page.waitForURL("**/account/**");
    walk.picture("join-welcome");

    Host grace = server.core.core.hosts().find("grace").orElseThrow();
    assertThat(grace.name()).isEqualTo("Grace Hopper");
    assertThat(grace.timeZone().getId()).isEqualTo("America/Sao_Paulo");
    page.navigate(link);
    walk.look("join-gone");
  }

  private void submit() {
    page.locator("form[data-once] button[type=submit]").click();
  }
}
