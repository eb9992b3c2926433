package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture.Answer;
import org.meetwright.server.mail.MailFiles;
import org.meetwright.server.mail.MailFiles.Mail;

@Tag("attack")
@ParameterizedClass
@EachDatabase
class AddressPagesTest {
  private static final String OLD = "ada@example.org";
  private static final String NEW = "ada@example.net";

  @Parameter DatabaseKind kind;
  private SignedIn in;
  private MailFiles mails;

  @BeforeEach
  void open() {
    in = new SignedIn(kind);
    mails = new MailFiles(in.server.core.database.home());
  }

  @AfterEach
  void close() {
    in.close();
  }

  private HttpResponse<String> ask(String email) {
    return in.submit("/account/profile", "/account/email", Map.of("email", email));
  }

  private Answer me() {
    return in.server.asHost("GET", "/api/v1/me", "");
  }

  @Test
  void changesTheAddressOnceTheLinkIsOpenedAndConfirmed() throws Exception {
    HttpResponse<String> asked = ask(" " + NEW + " ");
    assertThat(asked.body()).contains("Nothing is changed yet", NEW + " waits until");
    assertThat(me().body().path("email").stringValue()).isEqualTo(OLD);
    assertThat(me().body().path("pendingEmail").stringValue()).isEqualTo(NEW);
    Mail warning = mails.await(OLD, 1).getFirst();
    assertThat(warning.subject()).isEqualTo("Your e-mail address is to be changed");
    assertThat(warning.text()).contains("change your password now", NEW, "/account/security");
    Mail question = mails.await(NEW, 1).getFirst();
    assertThat(question.subject()).isEqualTo("Confirm your new e-mail address");
    assertThat(question.text()).contains("If it was not you, do nothing", "ada\n");
    assertThat(question.html()).contains("/login/email/");
    String link = question.link("/login/email/");

    // Whoever reads the mail need not be signed in; programs that follow links change nothing.
    try (Browser anywhere = new Browser(in.server.server.url())) {
      HttpResponse<String> page = anywhere.get(link);
      assertThat(page.body()).contains("Confirm your new e-mail address", NEW, ">ada<");
      assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
      assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(me().body().path("email").stringValue()).isEqualTo(OLD);

      HttpResponse<String> done = anywhere.post(link, Map.of());
      assertThat(done.statusCode()).isEqualTo(200);
      assertThat(done.body()).contains("Your e-mail address is changed");
      assertThat(anywhere.get("/account").statusCode()).as("nobody is let in").isEqualTo(303);
      assertThat(anywhere.post(link, Map.of()).statusCode()).isEqualTo(410);
      assertThat(anywhere.get(link).statusCode()).isEqualTo(410);
    }
    assertThat(me().body().path("email").stringValue()).isEqualTo(NEW);
    assertThat(me().body().path("pendingEmail").isNull()).isTrue();
    assertThat(mails.await(OLD, 2).getLast().subject())
        .isEqualTo("Your e-mail address was changed");
    assertThat(in.server.core.dump()).doesNotContain("account_mail | ").doesNotContain(link);
  }

  @Test
  void isReplacedAndGivenUpWithTheLinksThatWereMailed() throws Exception {
    ask("first@example.net");
    String first = mails.await("first@example.net", 1).getFirst().link("/login/email/");
    ask("second@example.net");
    String second = mails.await("second@example.net", 1).getFirst().link("/login/email/");
    assertThat(in.browser.post(first, Map.of()).statusCode()).isEqualTo(410);
    HttpResponse<String> given = in.submit("/account/profile", "/account/email/end", Map.of());
    assertThat(given.body()).contains("Your address stays as it was").doesNotContain("second@");
    assertThat(in.browser.post(second, Map.of()).statusCode()).isEqualTo(410);
    assertThat(me().body().path("email").stringValue()).isEqualTo(OLD);
  }

  @Test
  void saysBesideTheFieldWhatIsWrong() {
    in.server.core.addHost("eve");
    for (String wrong : List.of("not an address", "eve@example.org")) {
      HttpResponse<String> refused = ask(wrong);
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains("id=\"email-error\"", "value=\"" + wrong + "\"");
    }
    for (int i = 0; i < 5; i++) {
      ask("a" + i + "@example.net");
    }
    HttpResponse<String> refused = ask("a6@example.net");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("Try again in 300 minutes");
    assertThat(me().body().path("pendingEmail").stringValue()).isEqualTo("a4@example.net");
  }

  @Test
  void asksWhoSignedInLongAgoToSignInAgainAndKeepsWhatHeTyped() {
    in.server.core.clock.advance(Duration.ofMinutes(15));
    HttpResponse<String> again = ask(NEW);
    assertThat(again.uri().getPath()).isEqualTo("/login");
    assertThat(again.body())
        .contains("within the last 15 minutes", "value=\"" + OLD + "\"")
        .doesNotContain(NEW);
    assertThat(me().body().path("pendingEmail").isNull()).isTrue();
    HttpResponse<String> back =
        in.submit("/login", "/login", Map.of("email", OLD, "password", SignedIn.PASSWORD));
    assertThat(back.uri().getPath()).isEqualTo("/account/profile");
    assertThat(back.body()).contains("You are signed in again", "value=\"" + NEW + "\"");
    assertThat(me().body().path("pendingEmail").isNull()).isTrue();
    // The session before is over.
    assertThat(in.access.sessions().list(in.ada)).hasSize(1);
    assertThat(ask(NEW).body()).contains("Nothing is changed yet");
  }

  @Test
  void isAskedForOverTheApi() throws Exception {
    String session = in.server.signIn(SignedIn.PASSWORD);
    Answer asked =
        in.server.as(
            session, "PATCH", "/api/v1/me", "{\"email\": \"" + NEW + "\", \"name\": \"A\"}");
    assertThat(asked.status()).isEqualTo(200);
    assertThat(asked.body().path("email").stringValue()).isEqualTo(OLD);
    assertThat(asked.body().path("pendingEmail").stringValue()).isEqualTo(NEW);
    assertThat(asked.body().path("name").stringValue()).isEqualTo("A");
    assertThat(
            in.server
                .asHost("GET", "/api/v1/export", "")
                .body()
                .at("/host/pendingEmail")
                .stringValue())
        .isEqualTo(NEW);
    String link = mails.await(NEW, 1).getFirst().link("/login/email/");
    assertThat(in.server.asHost("DELETE", "/api/v1/me/pending-email", "").code())
        .isEqualTo("forbidden");
    assertThat(in.server.as(session, "DELETE", "/api/v1/me/pending-email", "").status())
        .isEqualTo(204);
    assertThat(me().body().path("pendingEmail").isNull()).isTrue();
    assertThat(in.browser.post(link, Map.of()).statusCode()).isEqualTo(410);
    // Another change of the profile leaves what waits alone.
    in.server.as(session, "PATCH", "/api/v1/me", "{\"email\": \"" + NEW + "\"}");
    in.server.asHost("PATCH", "/api/v1/me", "{\"name\": \"B\", \"email\": \"" + OLD + "\"}");
    assertThat(me().body().path("pendingEmail").stringValue()).isEqualTo(NEW);
  }

  @Test
  void isToldInTheHostsLanguage() throws Exception {
    in.server.asHost("PATCH", "/api/v1/me", "{\"locale\": \"de-AT\"}");
    ask(NEW);
    assertThat(mails.await(NEW, 1).getFirst().subject())
        .isEqualTo("Bestätigen Sie Ihre neue E-Mail-Adresse");
  }
}
