package org.meetwright.server.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Patience;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.outbox.Message;
import org.meetwright.core.outbox.Outbox.NewMessage;
import org.meetwright.core.sms.SmsReminder;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import org.meetwright.server.settings.SmsSettings;
import org.meetwright.server.text.JsonTemplate;
import org.meetwright.server.webhook.Receiver;

/// A stranger wants SMS sent to numbers that are dear, or to one that is not his. The host is in
/// New York.
@ParameterizedClass
@EachDatabase
@Tag("attack")
class SmsAttackTest {
  private static final String NEW_YORK = "+1 212 555 2368";
  private static final String JAMAICA = "+1 876 555 2368";
  private static final String BERLIN = "+49 30 123456";

  @Parameter DatabaseKind kind;

  private Receiver gateway;
  private ServerFixture server;
  private String question;
  private int bookings;

  @BeforeEach
  void open() throws IOException {
    gateway = new Receiver();
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    gateway.close();
  }

  private void start(SmsSettings.Limits limits) {
    server =
        new ServerFixture(
            kind,
            false,
            ServerFixture.FILES,
            new SmsSettings(
                HttpUrl.of(gateway.url()),
                null,
                JsonTemplate.of("{\"to\": \"${to}\", \"text\": \"${text}\"}"),
                limits));
    question =
        server
            .addEventType(
                "intro",
                """
                "seats": 100, "reminderMinutes": [60],
                "questions": [{"label": "Mobile?", "kind": "phone", "required": true}]
                """)
            .at("/questions/0/id")
            .asString();
  }

  private void book(String start, String number) {
    Answer booked =
        server.post(
            "/api/v1/bookings",
            """
            {"host": "ada", "eventType": "intro", "start": "%s",
             "invitee": {"name": "Bob", "email": "bob%d@example.com", "timeZone": "Europe/Berlin"},
             "answers": {"%s": "%s"}}
            """
                .formatted(start, bookings++, question, number));
    assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
  }

  private List<Message> messages(String state) {
    return server.core.core.outbox().list(SmsReminder.KIND, state, 100);
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + Patience.LONG.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited in vain").isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private void untilNothingIsDue() throws InterruptedException {
    Instant now = server.core.clock.instant();
    until(
        () ->
            server.core.core.outbox().list(null, "pending", 1).stream()
                .allMatch(message -> message.dueAt().isAfter(now)));
  }

  /// Moves the clock once nothing is in a worker's hands, and wakes the workers.
  private void passTo(String later) throws InterruptedException {
    untilNothingIsDue();
    server.core.clock.set(later);
    server
        .core
        .core
        .outbox()
        .putIfNew(
            new NewMessage(
                "nothing",
                UUID.randomUUID().toString(),
                "",
                null,
                "{}",
                Instant.parse("2099-01-01T00:00:00Z")));
  }

  @Test
  void sendsToTheHostsOwnCountryAloneIfNothingElseIsSaid() throws Exception {
    start(new SmsSettings.Limits(List.of(), 5, 500));
    book("2026-03-03T15:00:00Z", NEW_YORK);
    book("2026-03-03T15:00:00Z", JAMAICA);
    book("2026-03-03T15:00:00Z", BERLIN);
    passTo("2026-03-03T14:00:00Z");

    assertThat(gateway.next().text()).contains("+12125552368");
    until(() -> messages("withheld").size() == 2 && messages("done").size() == 1);
    assertThat(gateway.waiting()).isZero();
    assertThat(messages("withheld"))
        .extracting(Message::lastError)
        .allMatch(reason -> reason.contains("sms.countries"));
    // The mails that became due with the new time are late until they are sent.
    untilNothingIsDue();
    assertThat(server.get("/health").response().body())
        .as("nothing is wrong with the gateway")
        .doesNotContain("DEGRADED", "degraded");
  }

  @Test
  void sendsWhereTheSettingSays() throws Exception {
    start(new SmsSettings.Limits(List.of("+49", "+1876"), 5, 500));
    book("2026-03-03T15:00:00Z", NEW_YORK);
    book("2026-03-03T15:00:00Z", JAMAICA);
    book("2026-03-03T15:00:00Z", BERLIN);
    passTo("2026-03-03T14:00:00Z");

    until(() -> messages("withheld").size() == 1 && messages("done").size() == 2);
    assertThat(List.of(gateway.next().text(), gateway.next().text()))
        .noneMatch(sent -> sent.contains("+12125552368"));
  }

  @Test
  void sendsSoManyADayToOneNumberAndInAll() throws Exception {
    start(new SmsSettings.Limits(List.of("+49"), 2, 4));
    for (int i = 0; i < 3; i++) {
      book("2026-03-03T15:00:00Z", BERLIN);
    }
    passTo("2026-03-03T14:00:00Z");
    until(() -> messages("withheld").size() == 1 && messages("done").size() == 2);
    assertThat(messages("withheld").getFirst().lastError()).contains("sms.mostPerNumber", "2");

    for (int i = 0; i < 3; i++) {
      book("2026-03-03T17:00:00Z", "+49 30 65432" + i);
    }
    passTo("2026-03-03T16:00:00Z");
    until(() -> messages("withheld").size() == 2 && messages("done").size() == 4);
    assertThat(messages("withheld"))
        .extracting(Message::lastError)
        .anyMatch(reason -> reason.contains("sms.mostPerDay") && reason.contains("4"));

    book("2026-03-04T15:00:00Z", BERLIN);
    passTo("2026-03-04T14:00:00Z");
    until(() -> messages("done").size() == 5);
    assertThat(messages("withheld")).hasSize(2);
    for (int i = 0; i < 5; i++) {
      gateway.next();
    }
    assertThat(gateway.waiting()).isZero();
  }
}
