package org.meetwright.server.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.outbox.Message;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import org.meetwright.server.settings.SmsSettings;
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

  private SmsServer sms;
  private Receiver gateway;
  private ServerFixture server;
  private String question;
  private int bookings;

  @AfterEach
  void close() throws IOException {
    sms.close();
  }

  private void start(SmsSettings.Limits limits) throws IOException {
    sms = SmsServer.start(kind, null, "{\"to\": \"${to}\", \"text\": \"${text}\"}", limits);
    server = sms.server();
    gateway = sms.gateway();
    question = sms.addEventType("\"seats\": 100, ");
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

  @Test
  void sendsToTheHostsOwnCountryAloneIfNothingElseIsSaid() throws Exception {
    start(new SmsSettings.Limits(List.of(), 5, 500));
    book("2026-03-03T15:00:00Z", NEW_YORK);
    book("2026-03-03T15:00:00Z", JAMAICA);
    book("2026-03-03T15:00:00Z", BERLIN);
    sms.passTo("2026-03-03T14:00:00Z");

    assertThat(gateway.next().text()).contains("+12125552368");
    SmsServer.until(() -> sms.messages("withheld").size() == 2 && sms.messages("done").size() == 1);
    assertThat(gateway.waiting()).isZero();
    assertThat(sms.messages("withheld"))
        .extracting(Message::lastError)
        .allMatch(reason -> reason.contains("sms.countries"));
    // The mails that became due with the new time are late until they are sent.
    sms.untilSettled();
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
    sms.passTo("2026-03-03T14:00:00Z");

    SmsServer.until(() -> sms.messages("withheld").size() == 1 && sms.messages("done").size() == 2);
    assertThat(List.of(gateway.next().text(), gateway.next().text()))
        .noneMatch(sent -> sent.contains("+12125552368"));
  }

  @Test
  void sendsSoManyADayToOneNumberAndInAll() throws Exception {
    start(new SmsSettings.Limits(List.of("+49"), 2, 4));
    for (int i = 0; i < 3; i++) {
      book("2026-03-03T15:00:00Z", BERLIN);
    }
    sms.passTo("2026-03-03T14:00:00Z");
    SmsServer.until(() -> sms.messages("withheld").size() == 1 && sms.messages("done").size() == 2);
    assertThat(sms.messages("withheld").getFirst().lastError()).contains("sms.mostPerNumber", "2");

    for (int i = 0; i < 3; i++) {
      book("2026-03-03T17:00:00Z", "+49 30 65432" + i);
    }
    sms.passTo("2026-03-03T16:00:00Z");
    SmsServer.until(() -> sms.messages("withheld").size() == 2 && sms.messages("done").size() == 4);
    assertThat(sms.messages("withheld"))
        .extracting(Message::lastError)
        .anyMatch(reason -> reason.contains("sms.mostPerDay") && reason.contains("4"));

    book("2026-03-04T15:00:00Z", BERLIN);
    sms.passTo("2026-03-04T14:00:00Z");
    SmsServer.until(() -> sms.messages("done").size() == 5);
    assertThat(sms.messages("withheld")).hasSize(2);
    for (int i = 0; i < 5; i++) {
      gateway.next();
    }
    assertThat(gateway.waiting()).isZero();
  }
}
