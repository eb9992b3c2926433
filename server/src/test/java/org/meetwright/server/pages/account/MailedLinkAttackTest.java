package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.meetwright.core.account.invitation.HostInvitation;
import org.meetwright.core.account.invitation.HostInvitations.Invited;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.mail.MailFiles;

/// Links in mail that sign someone in, in the hands of someone who wants others to be signed in as
/// him: he sends their form from a page of his own.
@Tag("attack")
class MailedLinkAttackTest {
  private static final List<Map.Entry<String, String>> ELSEWHERE =
      List.of(
          Map.entry("Sec-Fetch-Site", "cross-site"),
          Map.entry("Sec-Fetch-Site", "same-site"),
          Map.entry("Origin", "https://evil.example"));

  private SignedIn in;
  private Browser victim;

  @BeforeEach
  void open() {
    in = new SignedIn(DatabaseKind.H2);
    victim = in.browserOf(in.server.core.addHost("grace").id());
  }

  @AfterEach
  void close() {
    victim.close();
    in.close();
  }

  private void signsNobodyIn(String link, Map<String, String> form) {
    for (Map.Entry<String, String> told : ELSEWHERE) {
      HttpResponse<String> refused = victim.post(link, form, told.getKey(), told.getValue());
      assertThat(refused.statusCode()).as("%s", told).isEqualTo(403);
      assertThat(refused.headers().allValues("Set-Cookie"))
          .as("%s", told)
          .noneMatch(cookie -> cookie.startsWith("meetwright="));
      assertThat(refused.body()).doesNotContain("Mallory");
    }
    assertThat(victim.get("/account/profile").body()).contains("grace@example.org");
  }

  @Test
  void anInvitationIsNotTakenFromAnotherSite() {
    HostInvitation invitation =
        in.core
            .hostInvitations()
            .invite(
                new Invited(
                    new EmailAddress("mallory@example.org"), null, "M", null, Locale.ENGLISH));
    String link = "/login/join/" + in.core.hostInvitations().token(invitation);
    Map<String, String> form =
        new HashMap<>(
            Map.of(
                "name", "Mallory",
                "handle", "mallory",
                "timeZone", "Europe/Rome",
                "password", "correct horse battery"));
    signsNobodyIn(link, form);
    assertThat(in.core.hosts().find("mallory")).isEmpty();

    assertThat(victim.post(link, form, "Origin", "null").statusCode())
        .as("a page that sends no referrer")
        .isEqualTo(303);
    assertThat(in.core.hosts().find("mallory")).isPresent();
  }

  @Test
  void aPasswordIsNotChosenFromAnotherSite() throws Exception {
    try (Browser attacker = new Browser(in.server.server.url())) {
      attacker.submit("/login/forgotten", "/login/forgotten", Map.of("email", "ada@example.org"));
    }
    String link =
        new MailFiles(in.server.core.database.home())
            .awaitLink("ada@example.org", "/login/password/");
    Map<String, String> form =
        Map.of("new", "correct horse battery", "again", "correct horse battery");
    signsNobodyIn(link, form);
    assertThat(victim.post(link, form, "Sec-Fetch-Site", "same-origin").statusCode())
        .isEqualTo(303);
  }
}
