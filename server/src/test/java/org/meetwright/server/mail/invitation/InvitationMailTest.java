package org.meetwright.server.mail.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.mail.Waiting;
import org.meetwright.server.settings.MailSettings;

class InvitationMailTest {
  @RegisterExtension
  static final GreenMailExtension POST =
      new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort()).withPerMethodLifecycle(true);

  private ServerFixture server;
  private String mallory;

  @BeforeEach
  void open() {
    server =
        new ServerFixture(
            DatabaseKind.H2,
            false,
            new MailSettings(
                "127.0.0.1",
                POST.getSmtp().getPort(),
                "",
                "",
                MailSettings.Tls.NONE,
                new EmailAddress("meetwright@example.org")),
            ServerFixture.NO_SMS);
    mallory = server.addHost("mallory");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private void invite(String team) {
    String body =
        "{\"handle\": \"%s\", \"name\": \"The %s\", \"members\": [{\"handle\": \"ada\"}]}"
            .formatted(team, team);
    assertThat(server.as(mallory, "POST", "/api/v1/teams", body).status()).isEqualTo(201);
  }

  @Test
  void tellsTheInvitedInHisLanguageWhereToAnswer() throws Exception {
    server.asHost("PATCH", "/api/v1/me", "{\"locale\": \"de-AT\"}");

    invite("crew");

    assertThat(POST.waitForIncomingEmail(30_000, 1)).isTrue();
    MimeMessage mail = POST.getReceivedMessages()[0];
    assertThat(mail.getAllRecipients()[0].toString()).contains("ada@example.org");
    assertThat(mail.getSubject()).isEqualTo("mallory Example lädt Sie in das Team The crew ein");
    assertThat(((Multipart) mail.getContent()).getBodyPart(0).getContent().toString())
        .contains("Solange Sie nicht annehmen", server.server.url() + "/account/teams");
  }

  private boolean nothingIsPending() {
    return server
        .core
        .dump()
        .lines()
        .noneMatch(line -> line.contains("team-invitation |") && line.contains("| pending |"));
  }

  @Test
  void fillsNobodysMailbox() throws Exception {
    for (int i = 0; i < 12; i++) {
      invite("crew" + i);
    }
    // The thirteenth goes to somebody else, after all others.
    server.addHost("last");
    server.as(
        mallory,
        "POST",
        "/api/v1/teams",
        "{\"handle\": \"other\", \"name\": \"Other\", \"members\": [{\"handle\": \"last\"}]}");

    assertThat(POST.waitForIncomingEmail(30_000, 6)).isTrue();
    Waiting.until(this::nothingIsPending);
    assertThat(POST.getReceivedMessages()).hasSize(6);
    assertThat(server.asHost("GET", "/api/v1/me/memberships", "").body().path("memberships"))
        .hasSize(12);
  }
}
