package org.meetwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.Patience;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.DatabaseSettings;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.question.Answer;
import org.meetwright.core.question.Question;
import org.meetwright.core.sms.SmsConsequence;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.core.value.Ids;
import org.meetwright.core.webhook.WebhookEvent;
import org.meetwright.server.mail.ScriptedSmtp;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.settings.source.SettingsSources;
import org.meetwright.server.webhook.Receiver;
import org.meetwright.server.webhook.Receiver.Got;

/// A server is killed (SIGKILL) when receivers have taken all of a message and have not answered
/// yet. The next server sends it once more, with the same id and the same bytes.
class KilledBeforeMarkingTest {
  private static final String REMINDER = "2026-03-03T14:00:00Z";

  /// When the leases of the killed server have ended.
  private static final String LATER = "2026-03-03T14:05:01Z";

  @ParameterizedTest
  @EachDatabase
  void repeatsAtMostOnceWithTheSameIdAndBytes(DatabaseKind kind) throws Exception {
    try (Fixture fixture = new Fixture(kind, List.of(new SmsConsequence()));
        ScriptedSmtp smtp = new ScriptedSmtp("250 OK", null, false);
        Receiver webhook = new Receiver();
        Receiver gateway = new Receiver()) {
      book(fixture, webhook);
      smtp.answer(".", "");
      webhook.answer(Receiver.HANGS);
      gateway.answer(Receiver.HANGS);
      Map<String, String> variables = variables(fixture.database.settings(), smtp, gateway);
      List<Got> events = new ArrayList<>();
      List<Got> sms = new ArrayList<>();

      Process server = start(fixture.database.home(), variables);
      try {
        until(() -> smtp.count(".") == 1);
        events.add(webhook.next());
        events.add(webhook.next());
        sms.add(gateway.next());
      } finally {
        server.destroyForcibly().waitFor();
      }
      assertThat(fixture.core.outbox().count("done")).isEqualTo(3);

      smtp.answer(".", "250 OK");
      webhook.answer(Receiver.OK);
      gateway.answer(Receiver.OK);
      fixture.clock.set(LATER);
      Settings settings =
          new SettingsSources(fixture.database.home(), null, variables, Map.of()).read();
      try (MeetwrightServer _ = MeetwrightServer.start(fixture.core, settings)) {
        until(() -> fixture.core.outbox().count("done") == 7);
      }

      events.addAll(rest(webhook));
      sms.addAll(rest(gateway));
      assertThat(timesEach(mails(smtp)).values()).containsExactly(2);
      assertThat(timesEach(byId(events, "webhook-id")).values()).containsExactly(2, 2);
      assertThat(timesEach(byId(sms, "idempotency-key")).values()).containsExactly(2);
    }
  }

  /// Books a meeting of which one mail, two events and an SMS are left to be sent.
  private static void book(Fixture fixture, Receiver webhook) {
    Question mobile =
        new Question(Ids.next(), "Mobile?", Question.AnswerKind.PHONE, true, List.of());
    EventType type = fixture.addEventType(t -> t.questions(mobile).reminders(60));
    fixture
        .core
        .webhooks()
        .add(
            fixture.ada.id(),
            HttpUrl.of(webhook.url()),
            Set.of(WebhookEvent.CREATED, WebhookEvent.REMINDER));
    BookRequest request =
        new BookRequest(
            type.id(),
            Instant.parse("2026-03-03T15:00:00Z"),
            new Invitee(
                "Bob", new EmailAddress("bob@example.com"), ZoneId.of("UTC"), Locale.ENGLISH),
            List.of(),
            Map.of(mobile.id(), new Answer.Text("+49 30 123456")),
            "",
            Map.of(),
            null,
            null);
    Fixture.booked(fixture.core.bookingDesk().book(request, Actor.INVITEE));
    fixture.sql(
        "UPDATE outbox SET state = 'done' WHERE kind = 'mail'"
            + " AND dedupe_key NOT LIKE '%-1-booked-invitee'");
  }

  private static Map<String, String> variables(
      DatabaseSettings database, ScriptedSmtp smtp, Receiver gateway) {
    return Map.of(
        "MEETWRIGHT_DATABASE_URL", database.url(),
        "MEETWRIGHT_DATABASE_USER", database.user(),
        "MEETWRIGHT_SERVER_PORT", "0",
        "MEETWRIGHT_SERVER_PUBLICURL", "https://meet.example.org",
        "MEETWRIGHT_MAIL_SMTP_HOST", "127.0.0.1",
        "MEETWRIGHT_MAIL_SMTP_PORT", String.valueOf(smtp.port()),
        "MEETWRIGHT_MAIL_SMTP_TLS", "none",
        "MEETWRIGHT_WEBHOOKS_ALLOWPRIVATETARGETS", "true",
        "MEETWRIGHT_SMS_GATEWAY_URL", gateway.url(),
        "MEETWRIGHT_SMS_COUNTRIES", "+49");
  }

  private static Process start(Path home, Map<String, String> variables) throws IOException {
    ProcessBuilder server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledServer.class.getName(),
                home.toString(),
                REMINDER)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    server.environment().putAll(variables);
    return server.start();
  }

  private static List<Got> rest(Receiver receiver) throws InterruptedException {
    List<Got> rest = new ArrayList<>();
    while (receiver.waiting() > 0) {
      rest.add(receiver.next());
    }
    return rest;
  }

  /// Returns the bodies by the ids they came with.
  private static Map<String, List<String>> byId(List<Got> requests, String header) {
    return requests.stream()
        .collect(
            Collectors.groupingBy(
                got -> got.headers().get(header),
                Collectors.mapping(Got::body, Collectors.toList())));
  }

  /// Returns the mails that were taken whole, by their ids.
  private static Map<String, List<String>> mails(ScriptedSmtp smtp) {
    Map<String, List<String>> mails = new HashMap<>();
    StringBuilder mail = new StringBuilder();
    String id = "";
    for (String line : smtp.heard()) {
      if (line.equals("DATA")) {
        mail.setLength(0);
      } else if (line.equals(".")) {
        mails.computeIfAbsent(id, _ -> new ArrayList<>()).add(mail.toString());
      }
      if (line.startsWith("Message-ID: ")) {
        id = line;
      }
      mail.append(line).append('\n');
    }
    return mails;
  }

  /// Returns how often each came, every time the same.
  private static Map<String, Integer> timesEach(Map<String, List<String>> byId) {
    Map<String, Integer> times = new HashMap<>();
    byId.forEach(
        (id, bodies) -> {
          assertThat(bodies).as(id).containsOnly(bodies.getFirst());
          times.put(id, bodies.size());
        });
    return times;
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + Patience.LONG.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Waited in vain");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }
}
