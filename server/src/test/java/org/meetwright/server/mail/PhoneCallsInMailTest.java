package org.meetwright.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.email.Email;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;

/// Of a meeting by telephone, mail and invitations say who calls whom.
@ParameterizedClass
@EachDatabase
class PhoneCallsInMailTest {
  private static final String BERLIN = "+49 30 1234567";
  private static final String NEW_YORK = "+1 212 555 0100";

  @Parameter DatabaseKind kind;
  private ServerFixture server;

  @BeforeEach
  void open() {
    server = new ServerFixture(kind);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private UUID book(String numberOfHost, String numberOfInvitee, String language) {
    server.addEventType(
        "call",
        "\"guests\": \"atOnce\", \"locations\": [{\"kind\": \"phone\", \"value\": \"%s\"}]"
            .formatted(numberOfHost));
    Answer booked =
        server.post(
            "/api/v1/bookings",
            """
            {"host": "ada", "eventType": "call", "start": "2026-03-09T14:00:00Z",
             "guests": ["eve@example.com"], "location": {"kind": "phone", "value": "%s"},
             "invitee": {"name": "Bob Brown", "email": "bob@example.com",
              "timeZone": "Europe/Berlin", "locale": "%s"}}
            """
                .formatted(numberOfInvitee, language));
    assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
    return UUID.fromString(booked.body().path("id").asString());
  }

  private Email find(UUID booking, String audience) {
    return server.core.core.emails().ofBooking(booking).stream()
        .filter(mail -> mail.event().equals("booked") && mail.audience().equals(audience))
        .findFirst()
        .orElse(null);
  }

  /// Returns the text, the page and the invitation of a mail, each unfolded.
  private String mail(UUID booking, String audience, String type) throws Exception {
    Waiting.until(() -> find(booking, audience) != null);
    byte[] mime = find(booking, audience).mime();
    return MailText.of(mime, type).replace("\r\n ", "").replace("\u2066", "").replace("\u2069", "");
  }

  private void says(UUID booking, String audience, String call) throws Exception {
    assertThat(mail(booking, audience, "text/plain")).as(audience).contains(call);
    assertThat(mail(booking, audience, "text/html")).as(audience).contains(call, "tel:+");
    assertThat(mail(booking, audience, "text/calendar"))
        .as(audience)
        .contains("LOCATION:" + call.replace(",", "\\,"));
  }

  @Test
  void theHostCallsTheNumberThatTheInviteeGives() throws Exception {
    UUID booking = book("", BERLIN, "en");
    says(booking, "invitee", "The host calls you: " + BERLIN);
    says(booking, "host", "You call Bob Brown: " + BERLIN);
    says(booking, "guest", "The host calls Bob Brown: " + BERLIN);
  }

  @Test
  void theInviteeCallsTheNumberOfTheHost() throws Exception {
    UUID booking = book(NEW_YORK, NEW_YORK, "en");
    says(booking, "invitee", "You call the host: " + NEW_YORK);
    says(booking, "host", "Bob Brown calls you: " + NEW_YORK);
    says(booking, "guest", "Bob Brown calls the host: " + NEW_YORK);
    assertThat(server.get("/ada/call?start=2026-03-10T14:00:00Z").response().body())
        .contains("Phone call; you call " + NEW_YORK);
  }

  @Test
  void saysItInTheLanguageOfTheReader() throws Exception {
    UUID booking = book("", BERLIN, "ar");
    says(booking, "invitee", "سيتصل بك المضيف: " + BERLIN);
    says(booking, "host", "You call Bob Brown: " + BERLIN);
  }
}
