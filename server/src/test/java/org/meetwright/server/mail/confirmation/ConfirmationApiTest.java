package org.meetwright.server.mail.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Patience;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import org.meetwright.server.settings.MailSettings;
import tools.jackson.databind.JsonNode;

/// Wishes that invitees confirm by the link in a mail, over HTTP and SMTP, on both databases.
@ParameterizedClass
@EachDatabase
class ConfirmationApiTest {
  private static final String START = "2026-03-03T15:00:00Z";
  private static final Pattern LINK = Pattern.compile("http://\\S+/c/([\\w-]+)");

  @RegisterExtension
  static final GreenMailExtension POST =
      new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort()).withPerMethodLifecycle(true);

  @Parameter DatabaseKind kind;

  private ServerFixture server;

  @BeforeEach
  void open() {
    server =
        new ServerFixture(
            kind,
            false,
            new MailSettings(
                "127.0.0.1",
                POST.getSmtp().getPort(),
                "",
                "",
                MailSettings.Tls.NONE,
                new EmailAddress("meetwright@example.org")),
            ServerFixture.NO_SMS);
    server.addEventType("intro", "\"confirmEmail\": true");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Answer wish(String start, String email, String locale, String key) {
    String body =
        ServerFixture.booking(start, email)
            .replace("\"Europe/Berlin\"", "\"Europe/Berlin\", \"locale\": \"" + locale + "\"");
    var request = server.request("/api/v1/bookings").POST(BodyPublishers.ofString(body));
    return server.send(key.isEmpty() ? request : request.header("Idempotency-Key", key));
  }

  private Answer wish(String start, String email) {
    return wish(start, email, "en", "");
  }

  /// Returns the text of the only mail to an address, once there are so many mails in all.
  private static String mail(String to, int all) throws Exception {
    assertThat(POST.waitForIncomingEmail(Patience.MILLIS, all)).isTrue();
    MimeMessage[] messages = POST.getReceivedMessages();
    assertThat(messages).hasSize(all);
    List<MimeMessage> found = new ArrayList<>();
    for (MimeMessage message : messages) {
      if (Arrays.toString(message.getAllRecipients()).contains(to)) {
        found.add(message);
      }
    }
    assertThat(found).hasSize(1);
    Multipart parts = (Multipart) found.getFirst().getContent();
    return found.getFirst().getSubject() + "\n" + parts.getBodyPart(0).getContent();
  }

  private static String path(String mail) {
    Matcher link = LINK.matcher(mail);
    assertThat(link.find()).as(mail).isTrue();
    return "/api/v1/confirmations/" + link.group(1);
  }

  @Test
  void booksOnceTheLinkInTheMailIsConfirmed() throws Exception {
    Answer asked = wish(START, "bob@example.com");

    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.body().toString())
        .isEqualTo(
            "{\"confirmation\":{\"email\":\"bob@example.com\","
                + "\"expiresAt\":\"2026-03-02T13:00:00Z\"}}");
    String mail = mail("bob@example.com", 1);
    assertThat(mail)
        .contains("Please confirm", "Talk", "ada Example", "not held", "14:00 UTC+1", "16:00")
        .doesNotContain("Bob Brown");
    assertThat(server.asHost("GET", "/api/v1/bookings", "").body().path("bookings")).isEmpty();
    JsonNode export = server.asHost("GET", "/api/v1/export", "").body();
    assertThat(export.at("/confirmations/0/start").asString()).isEqualTo(START);

    Answer booked = server.post(path(mail), "");

    assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
    assertThat(booked.body().path("start").asString()).isEqualTo(START);
    assertThat(booked.body().path("manageUrl").asString()).contains("/b/");
    assertThat(booked.response().headers().firstValue("Location"))
        .hasValue("/api/v1/bookings/" + booked.body().path("id").asString());
    Answer again = server.post(path(mail), "{}");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(booked.body());
    Answer repeated = wish(START, "bob@example.com");
    assertThat(repeated.status()).isEqualTo(409);
    assertThat(repeated.code()).isEqualTo("slot_taken");
    // The confirmation, what every booking sets in motion, and the link once more.
    assertThat(POST.waitForIncomingEmail(Patience.MILLIS, 4)).isTrue();
    assertThat(server.asHost("GET", "/api/v1/export", "").body().path("confirmations")).isEmpty();
  }

  @Test
  void offersAnotherTimeAndRefusesWhatIsLate() throws Exception {
    assertThat(wish(START, "bob@example.com").status()).isEqualTo(202);
    String path = path(mail("bob@example.com", 1));
    server.core.busy(server.core.ada, START, "2026-03-03T15:30:00Z");

    Answer taken = server.post(path, "{}");
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.code()).isEqualTo("slot_taken");
    assertThat(server.post(path, "{\"begin\": 1}").code()).isEqualTo("invalid_request");
    assertThat(server.post(path + "x", "{}").code()).isEqualTo("not_found");
    assertThat(server.post("/api/v1/confirmations/AAAA", "{}").code()).isEqualTo("not_found");
    server.core.clock.set("2026-03-02T13:00:00Z");
    Answer late = server.post(path, "{\"start\": \"2026-03-03T16:00:00Z\"}");
    assertThat(late.status()).isEqualTo(410);
    assertThat(late.code()).isEqualTo("expired");
    server.core.clock.set("2026-03-02T12:59:59Z");
    assertThat(server.post(path, "{\"start\": \"2026-03-03T16:00:00Z\"}").status()).isEqualTo(201);
  }

  @Test
  void sendsNoSecondMailForARepeatAndFewToOneAddress() throws Exception {
    assertThat(wish(START, "bob@example.com", "de", "one").status()).isEqualTo(202);
    assertThat(wish(START, "bob@example.com", "de", "one").status()).isEqualTo(202);
    assertThat(wish(START, "bob@example.com", "de", "").status()).isEqualTo(202);
    Answer reused = wish("2026-03-03T17:00:00Z", "bob@example.com", "de", "one");
    assertThat(reused.code()).isEqualTo("idempotency_key_reused");
    assertThat(wish("2026-03-03T17:00:00Z", "eve@example.com", "ar", "").status()).isEqualTo(202);

    assertThat(mail("bob@example.com", 2)).contains("Bitte bestätigen", "nicht reserviert");
    assertThat(mail("eve@example.com", 2)).contains("يرجى التأكيد");
    wish("2026-03-03T18:00:00Z", "bob@example.com");
    wish("2026-03-03T19:00:00Z", "bob@example.com");
    Answer many = wish("2026-03-03T20:00:00Z", "bob@example.com");
    assertThat(many.code()).isEqualTo("too_many_requests");
    assertThat(many.response().headers().firstValue("Retry-After")).hasValue("3601");
  }

  @Test
  void tellsAndKeepsThePolicy() {
    assertThat(
            server
                .get("/api/v1/hosts/ada/event-types/intro")
                .body()
                .path("confirmEmail")
                .asBoolean())
        .isTrue();
    JsonNode free = server.addEventType("free", "\"hidden\": false");
    assertThat(free.path("confirmEmail").booleanValue()).isFalse();
    String path = "/api/v1/event-types/" + free.path("id").asString();
    String changed = free.toString().replace("\"confirmEmail\":false", "\"confirmEmail\":true");
    assertThat(server.asHost("PUT", path, changed).status()).isEqualTo(200);
    assertThat(server.asHost("GET", path, "").body().path("confirmEmail").asBoolean()).isTrue();
    String wrong = changed.replace("\"confirmEmail\":true", "\"confirmEmail\":1");
    assertThat(server.asHost("PUT", path, wrong).field()).isEqualTo("confirmEmail");
  }
}
