package org.meetwright.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.email.Email;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;

/// A stranger wants to have us write to strangers, in his words.
@ParameterizedClass
@EachDatabase
@Tag("attack")
class RelayAttackTest {
  private static final String HEADLINE = "Security notice: sign in at https://evil.example";
  private static final String REASON =
      "Your account is locked. Sign in at https://evil.example/now";
  private static final Pattern LINK = Pattern.compile("http://\\S+/c/([\\w-]+)");

  @Parameter DatabaseKind kind;
  private ServerFixture server;

  @BeforeEach
  void start() {
    server = new ServerFixture(kind);
    server.addEventType("intro", "\"reminderMinutes\": []");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Answer book(String name, int guests) {
    String addresses =
        IntStream.range(0, guests)
            .mapToObj(i -> "\"guest" + i + "@example.com\"")
            .collect(Collectors.joining(", ", ", \"guests\": [", "]}"));
    String body =
        ServerFixture.booking("2026-03-09T14:00:00Z", "victim@example.com")
            .replace("Bob Brown", name)
            .stripTrailing();
    return server.post("/api/v1/bookings", body.substring(0, body.length() - 1) + addresses);
  }

  private List<Email> mails(UUID booking, String audience) {
    return server.core.core.emails().ofBooking(booking).stream()
        .filter(email -> email.audience().equals(audience) && email.state().equals("sent"))
        .toList();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 3000 && !condition.getAsBoolean(); i++) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private void awaitAllMail() throws InterruptedException {
    await(() -> server.core.core.outbox().list(BookingNotice.KIND, "pending", 1).isEmpty());
  }

  private static String text(Email email) throws Exception {
    return text(
        new MimeMessage(
            Session.getInstance(new Properties()), new ByteArrayInputStream(email.mime())));
  }

  /// Returns all that a mail says, headline and calendar included.
  private static String text(Part part) throws Exception {
    StringBuilder text = new StringBuilder();
    if (part instanceof MimeMessage message) {
      text.append(message.getSubject()).append('\n');
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        text.append(text(parts.getBodyPart(i)));
      }
    } else {
      try (InputStream in = part.getInputStream()) {
        text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return text.toString();
  }

  @Test
  void isNotUsedAsARelay() throws Exception {
    Answer crowd = book("Bob Brown", 20);
    assertThat(crowd.status()).isEqualTo(400);
    assertThat(crowd.field()).isEqualTo("guests");
    Answer headline = book(HEADLINE, 10);
    assertThat(headline.status()).isEqualTo(400);
    assertThat(headline.field()).isEqualTo("invitee.name");

    Answer booked = book("Bob Brown", 10);
    assertThat(booked.status()).isEqualTo(201);
    assertThat(booked.body().path("guestsWait").asBoolean()).isTrue();
    UUID id = UUID.fromString(booked.body().path("id").asString());
    String url = booked.body().path("manageUrl").asString();
    String move = "/api/v1/manage/" + url.substring(url.lastIndexOf('/') + 1) + "/reschedule";
    int moved = 0;
    for (int i = 1; i <= 62; i++) {
      // Never where the booking is: after five moves at 15:00.
      String start = "2026-03-09T1%d:00:00Z".formatted(i <= 5 ? 4 + i % 2 : 6 + i % 3);
      String body = "{\"start\": \"%s\", \"reason\": \"%s\"}".formatted(start, REASON);
      Answer answer = server.post(move, body);
      if (answer.status() == 200) {
        moved++;
      } else {
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.body().path("detail").asString()).contains("2026-03-03T12:00:00Z");
        assertThat(answer.response().headers().firstValue("Retry-After")).contains("86400");
      }
    }
    assertThat(moved).isEqualTo(5);
    awaitAllMail();

    assertThat(mails(id, "guest")).as("strangers whom a stranger named").isEmpty();
    assertThat(mails(id, "invitee")).as("booked and moved").hasSize(6);
    for (Email mail : mails(id, "invitee")) {
      assertThat(text(mail)).doesNotContain("evil.example", "locked");
    }
    assertThat(mails(id, "host")).hasSize(6);
    assertThat(text(mails(id, "host").getLast())).contains("Your account is locked");
  }

  @Test
  void invitesTheGuestsOnceTheInviteeHasShownThatTheAddressIsHis() throws Exception {
    Answer booked = book("Bob Brown", 4);
    UUID id = UUID.fromString(booked.body().path("id").asString());
    awaitAllMail();
    assertThat(mails(id, "guest")).isEmpty();
    String mail = text(mails(id, "invitee").getFirst());
    assertThat(mail).contains("To have your guests invited, confirm your address");
    Matcher link = LINK.matcher(mail);
    assertThat(link.find()).isTrue();
    assertThat(booked.response().body()).doesNotContain(link.group(1));
    assertThat(text(mails(id, "host").getFirst()))
        .contains("Guests, not invited yet")
        .doesNotContain(link.group(1));

    String path = "/api/v1/confirmations/" + link.group(1);
    for (int i = 0; i < 2; i++) {
      Answer confirmed = server.post(path, "{}");
      assertThat(confirmed.status()).isEqualTo(200);
      assertThat(confirmed.body().path("guestsWait").asBoolean(true)).isFalse();
    }
    awaitAllMail();
    assertThat(mails(id, "guest")).hasSize(4).extracting(Email::event).containsOnly("booked");
    assertThat(text(mails(id, "guest").getFirst())).contains("METHOD:REQUEST");
    String manage = booked.body().path("manageUrl").asString();
    String token = manage.substring(manage.lastIndexOf('/') + 1);
    assertThat(server.post("/api/v1/confirmations/" + token, "{}").status())
        .as("the manage link, which whoever booked has, confirms nothing")
        .isEqualTo(404);
  }
}
