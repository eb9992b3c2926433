package org.meetwright.server.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.phone.PhoneNumber;
import org.meetwright.core.sms.SmsReminder;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import org.meetwright.server.settings.SmsSettings;
import org.meetwright.server.webhook.Receiver;
import org.meetwright.server.webhook.Receiver.Got;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// SMS of a running server, with a real gateway. The meeting is tomorrow at 15:00 UTC.
@ParameterizedClass
@EachDatabase
class SmsDeliveryTest {
  private static final String START = "2026-03-03T15:00:00Z";
  private static final String REMINDER = "2026-03-03T14:00:00Z";

  @Parameter DatabaseKind kind;

  private SmsServer sms;
  private Receiver gateway;
  private ServerFixture fixture;
  private String question;

  @BeforeEach
  void open() throws IOException {
    sms =
        SmsServer.start(
            kind,
            new SmsSettings.Header("Authorization", "Bearer s3cret"),
            "{\"to\": \"${to}\", \"text\": \"${text}\", \"id\": \"${id}\"}",
            new SmsSettings.Limits(List.of("+49"), 5, 500));
    fixture = sms.server();
    gateway = sms.gateway();
    question = sms.addEventType("");
    // Quotes and backslashes, to be escaped.
    fixture.core.sql("UPDATE event_type SET name = 'The \"best\" talk \\o/'");
  }

  @AfterEach
  void close() throws IOException {
    sms.close();
  }

  private String book(String locale) {
    Answer booked =
        fixture.post(
            "/api/v1/bookings",
            """
            {"host": "ada", "eventType": "intro", "start": "%s",
             "invitee": {"name": "Bob", "email": "bob@example.com", "timeZone": "Europe/Berlin",
               "locale": "%s"},
             "answers": {"%s": "+49 (0)30 123456"}}
            """
                .formatted(START, locale, question));
    assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
    return booked.body().path("id").asString();
  }

  private void change(String booking, String action, String body) {
    Answer changed = fixture.asHost("POST", "/api/v1/bookings/" + booking + "/" + action, body);
    assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
  }

  @Test
  void remindsTheInviteeInHisLanguageAndZone() throws Exception {
    String booking = book("de");
    assertThat(gateway.waiting()).isZero();
    sms.passTo(REMINDER);

    Got got = gateway.next();
    JsonNode body = JsonMapper.shared().readTree(got.text());
    assertThat(body.path("to").asString()).isEqualTo("+4930123456");
    assertThat(body.path("id").asString())
        .isEqualTo(got.headers().get("idempotency-key"))
        .isEqualTo(booking + "-1-reminder-60-sms");
    assertThat(body.path("text").asString())
        .startsWith(
            "Erinnerung: The \"best\" talk \\o/ mit ada Example, Di., 03.03.2026, 16:00 UTC+1."
                + " Ihr Termin: "
                + fixture.server.url()
                + "/b/");
    String link = body.path("text").asString().replaceAll(".*(/b/\\S+)$", "$1");
    assertThat(fixture.get(link).status()).isEqualTo(200);
    SmsServer.until(() -> sms.messages("done").size() == 1);
    assertThat(gateway.waiting()).isZero();
  }

  @Test
  void triesAgainAfter500WithTheSameIdAndText() throws Exception {
    gateway.answer("HTTP/1.1 500 No\r\nContent-Length: 4\r\n\r\noops");
    book("en");
    sms.passTo(REMINDER);
    Got first = gateway.next();
    SmsServer.until(() -> sms.messages("pending").getFirst().lastError() != null);
    assertThat(sms.messages("pending").getFirst().lastError()).contains("500: oops");
    sms.untilSettled();
    gateway.answer(Receiver.OK);
    fixture.core.clock.advance(Duration.ofSeconds(10));
    sms.wakeWorkers();

    Got second = gateway.next();
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().get("idempotency-key"))
        .isEqualTo(first.headers().get("idempotency-key"));
    SmsServer.until(() -> sms.messages("done").size() == 1);
  }

  @Test
  void parksWhatTheGatewayRefuses() throws Exception {
    gateway.answer("HTTP/1.1 400 No\r\n\r\nNo such number: +4930123456 (key s3cret)");
    book("en");
    sms.passTo(REMINDER);
    gateway.next();
    SmsServer.until(() -> sms.messages("parked").size() == 1);

    assertThat(sms.messages("parked").getFirst().lastError())
        .endsWith("The gateway answered 400: No such number: (number) (key (header))");
  }

  @Test
  void dropsWhatIsCancelledAndFollowsWhatIsMoved() throws Exception {
    change(book("en"), "cancel", "{}");
    String moved = book("en");
    change(moved, "reschedule", "{\"start\": \"2026-03-03T17:00:00Z\"}");
    sms.passTo(REMINDER);
    SmsServer.until(() -> sms.messages("done").size() == 2);
    assertThat(gateway.waiting()).isZero();
    sms.passTo("2026-03-03T16:00:00Z");

    JsonNode body = JsonMapper.shared().readTree(gateway.next().text());
    assertThat(body.path("id").asString()).isEqualTo(moved + "-2-reminder-60-sms");
    assertThat(body.path("text").asString()).contains("18:00");
    SmsServer.until(() -> sms.messages("done").size() == 3);
    assertThat(gateway.waiting()).isZero();
  }

  @Test
  void remindsOfNothingThatHasBegun() throws Exception {
    book("en");
    sms.passTo(START);

    SmsServer.until(() -> sms.messages("done").size() == 1);
    assertThat(gateway.waiting()).isZero();
  }

  @Test
  void isOffByDefaultAndDropsWhatWaitedWhenItWasSwitchedOff() throws Exception {
    fixture.close();
    fixture = new ServerFixture(kind);
    sms = new SmsServer(fixture, gateway);
    question = sms.addEventType("");
    String booking = book("en");
    assertThat(sms.messages(null)).isEmpty();
    SmsReminder waiting =
        new SmsReminder(UUID.fromString(booking), 0, new PhoneNumber("+4930123456"));
    fixture
        .core
        .core
        .outbox()
        .putIfNew(
            SmsReminder.KIND.message("x", waiting.bookingId(), waiting, Instant.parse(REMINDER)));
    sms.passTo(REMINDER);

    SmsServer.until(() -> sms.messages("done").size() == 1);
    assertThat(gateway.waiting()).isZero();
  }
}
