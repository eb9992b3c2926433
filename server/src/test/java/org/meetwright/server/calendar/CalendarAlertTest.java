package org.meetwright.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Patience;
import org.meetwright.core.calendar.CalendarAlert;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import org.meetwright.server.api.CalendarFile;
import org.meetwright.server.text.Texts;
import org.meetwright.server.text.Translations;

/// The mails that tell hosts what they have to do about their calendars, from a whole server.
@ParameterizedClass
@EachDatabase
class CalendarAlertTest {
  private static final String ACCOUNTS = "/api/v1/calendar-accounts";
  private static final String TEXTS = "org.meetwright.server.calendar.texts";

  @Parameter DatabaseKind kind;
  private ServerFixture fixture;
  private CalendarFile file;
  private String account;

  @BeforeEach
  void open() {
    fixture = new ServerFixture(kind, true);
    file = new CalendarFile("/s3cret/basic.ics").says(event(1));
    file.asksFor("ada", "p0");
    String body =
        "{\"kind\": \"ics\", \"url\": \"%s\", \"user\": \"ada\", \"password\": \"p0\", \"name\": \"My days\"}"
            .formatted(file.url());
    Answer added = fixture.asHost("POST", ACCOUNTS, body);
    assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
    account = ACCOUNTS + "/" + added.body().path("id").asString();
  }

  @AfterEach
  void close() {
    file.close();
    fixture.close();
  }

  private static String event(int day) {
    return CalendarFile.event("E" + day, "2026031%dT140000Z".formatted(day), "Dentist");
  }

  private String sync() {
    fixture.core.clock.advance(Duration.ofSeconds(1));
    // Refused where the server has read it by itself meanwhile, and asks for the password already.
    var _ = fixture.asHost("POST", account + "/sync", "");
    return fixture.asHost("GET", account, "").body().path("state").asString();
  }

  /// Every alert was delivered, so a mail that is not there will not come.
  private void settle() throws Exception {
    Patience.until(
        () ->
            fixture.core.core.outbox().list(CalendarAlert.KIND, "pending", 10).stream()
                .noneMatch(message -> !message.dueAt().isAfter(fixture.core.clock.instant())));
  }

  private List<MimeMessage> mails() throws Exception {
    settle();
    List<MimeMessage> mails = new ArrayList<>();
    Path directory = fixture.core.database.home().resolve("mail");
    if (!Files.exists(directory)) {
      return mails;
    }
    try (Stream<Path> files = Files.list(directory)) {
      for (Path mail :
          files
              .filter(one -> one.getFileName().toString().matches("calendar-alert-.*\\.eml"))
              .sorted()
              .toList()) {
        try (InputStream in = Files.newInputStream(mail)) {
          mails.add(new MimeMessage(Session.getInstance(new Properties()), in));
        }
      }
    }
    return mails;
  }

  private static String text(MimeMessage mail) throws Exception {
    return new String(mail.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
        .replace("=\r\n", "");
  }

  @Test
  void comesOncePerLapseOfAPasswordInTheHostsLanguage() throws Exception {
    Set<String> expected = new HashSet<>();
    int lapses = 0;
    for (Locale language : Translations.ALL) {
      fixture.core.sql("UPDATE host SET locale = '" + language.toLanguageTag() + "'");
      file.asksFor("ada", "p" + ++lapses);
      assertThat(sync()).isEqualTo("reauth");
      sync();
      sync();
      assertThat(mails()).hasSize(lapses);
      expected.add(Texts.of(TEXTS, language).get("alert.sign_in.subject", "My days"));
      Answer signedIn = fixture.asHost("PATCH", account, "{\"password\": \"p" + lapses + "\"}");
      assertThat(signedIn.body().path("state").asString()).isEqualTo("active");
      assertThat(sync()).isEqualTo("active");
    }
    Set<String> subjects = new HashSet<>();
    for (MimeMessage mail : mails()) {
      subjects.add(mail.getSubject());
      assertThat(mail.getAllRecipients()[0].toString()).contains("ada@example.org");
      assertThat(text(mail))
          .contains("/account/calendars/" + account.substring(ACCOUNTS.length() + 1))
          .doesNotContain("s3cret");
    }
    assertThat(subjects).isEqualTo(expected).hasSize(Translations.ALL.size());
  }

  @Test
  void saysThatMuchHasVanishedAtOnceOnlyWhileItIsSo() throws Exception {
    file.says(event(1), event(2), event(3), event(4), event(5));
    sync();
    file.says();
    sync();
    sync();
    assertThat(mails())
        .singleElement()
        .satisfies(
            mail ->
                assertThat(mail.getSubject()).isEqualTo("Many events have vanished: Ada's days"));
    sync();
    assertThat(mails()).hasSize(1);
  }
}
