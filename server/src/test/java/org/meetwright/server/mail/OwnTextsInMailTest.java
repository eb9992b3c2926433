package org.meetwright.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.Core;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.email.Email;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.text.OwnTexts;
import org.meetwright.core.eventtype.text.TextPlace;
import org.meetwright.server.ServerFixture;

/// What hosts say in their own words in mail to invitees, and the mail after the meeting.
@ParameterizedClass
@EachDatabase
class OwnTextsInMailTest {
  private static final String START = "2026-03-09T14:00:00Z";
  private static final OwnTexts TEXTS =
      new OwnTexts(
          Map.of(
              TextPlace.MAIL,
              Map.of(
                  "en",
                  "Hello {invitee} & all,\nsee https://example.com/way?a=1&b=2. <b>{host}</b>",
                  "de",
                  "Guten Tag"),
              TextPlace.CANCELLATION,
              Map.of("en", "What a pity: {eventType} at {time} on {date}."),
              TextPlace.FOLLOW_UP,
              Map.of("en", "Thanks, {invitee}! It took {duration}.")));

  @Parameter DatabaseKind kind;
  private ServerFixture server;
  private Core core;
  private EventType type;

  @BeforeEach
  void open() {
    server = new ServerFixture(kind);
    core = server.core.core;
    type = server.core.addEventType(each -> each.texts(TEXTS).followUp(90).reminders(60));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Email find(Booking booking, String event, String audience) {
    return core.emails().ofBooking(booking.id()).stream()
        .filter(mail -> mail.event().equals(event) && mail.audience().equals(audience))
        .findFirst()
        .orElse(null);
  }

  private String mail(Booking booking, String event, String audience, String type)
      throws Exception {
    Waiting.until(() -> find(booking, event, audience) != null);
    byte[] mime = find(booking, event, audience).mime();
    return MailText.of(mime, type).replace("\r\n", "\n");
  }

  /// Waits until everything that was due is done.
  private void settle() throws Exception {
    Instant now = core.clock().instant();
    Waiting.until(
        () ->
            core.outbox().list(null, "pending", 1).stream()
                .allMatch(message -> message.dueAt().isAfter(now)));
  }

  private void passTo(String instant) throws Exception {
    settle();
    server.core.clock.set(instant);
    settle();
  }

  @Test
  void standInTheInviteesMailAsPlainTextWithLinks() throws Exception {
    Booking booking = server.core.book(type, START);

    assertThat(mail(booking, "booked", "invitee", "text/plain"))
        .contains(
            "Hello Bob Brown & all,\nsee https://example.com/way?a=1&b=2. <b>ada Example</b>\n");
    assertThat(mail(booking, "booked", "invitee", "text/html"))
        .contains("Hello Bob Brown &amp; all,", "&lt;b&gt;ada Example&lt;/b&gt;")
        .contains("href=\"https://example.com/way?a=1&amp;b=2\"")
        .doesNotContain("<b>ada");
    assertThat(mail(booking, "booked", "host", "text/*")).doesNotContain("Hello", "way?a");
  }

  @Test
  void haveAPlaceOfTheirOwnForCancellations() throws Exception {
    Booking booking = server.core.book(type, START);
    core.bookingDesk().cancel(booking.id(), Change.byInvitee(""));

    assertThat(mail(booking, "cancelled", "invitee", "text/plain"))
        .contains("What a pity: Intro call at 15:00 on Monday, 9 March 2026.")
        .doesNotContain("Hello Bob");
  }

  @Test
  void followTheMeetingOnce() throws Exception {
    Booking booking = server.core.book(type, START);
    passTo("2026-03-09T15:59:59Z");
    assertThat(find(booking, "follow_up", "invitee")).isNull();

    passTo("2026-03-09T16:00:00Z");

    assertThat(mail(booking, "follow_up", "invitee", "text/plain"))
        .contains("Thanks, Bob Brown! It took 30 min.")
        .doesNotContain("Hello", "/h/");
    assertThat(find(booking, "follow_up", "host")).isNull();
    assertThat(find(booking, "follow_up", "invitee").subject()).startsWith("After your meeting:");
  }

  @Test
  void moveWithTheMeeting() throws Exception {
    Booking booking = server.core.book(type, START);
    core.bookingDesk()
        .reschedule(booking.id(), Instant.parse("2026-03-10T14:00:00Z"), Change.byInvitee(""));

    passTo("2026-03-10T15:59:59Z");
    assertThat(find(booking, "follow_up", "invitee")).isNull();
    passTo("2026-03-10T16:00:00Z");
    assertThat(mail(booking, "follow_up", "invitee", "text/plain")).contains("Thanks, Bob");
  }

  @Test
  void followNeitherACancelledMeetingNorANoShowNorAMereRequest() throws Exception {
    Booking cancelled = server.core.book(type, START);
    core.bookingDesk().cancel(cancelled.id(), Change.byInvitee(""));
    Booking missed = server.core.book(type, "2026-03-09T15:00:00Z", "eve@example.com");
    EventType asking = server.core.addEventType(each -> each.slug("asking").approval().followUp(0));
    Booking requested = server.core.book(asking, "2026-03-09T17:00:00Z", "kim@example.com");

    passTo("2026-03-09T15:45:00Z");
    core.bookingDesk().noShow(missed.id(), new Change(Actor.HOST, server.core.ada.id(), null, ""));
    passTo("2026-03-11T12:00:00Z");

    for (Booking booking : List.of(cancelled, missed, requested)) {
      assertThat(find(booking, "follow_up", "invitee")).as(booking.toString()).isNull();
    }
  }

  @Test
  void followARequestThatWasConfirmed() throws Exception {
    EventType asking = server.core.addEventType(each -> each.slug("asking").approval().followUp(0));
    Booking booking = server.core.book(asking, START);
    core.bookingDesk()
        .confirm(booking.id(), new Change(Actor.HOST, server.core.ada.id(), null, ""));

    passTo("2026-03-09T14:30:00Z");

    assertThat(mail(booking, "follow_up", "invitee", "text/plain")).contains("is over");
  }
}
