package org.meetwright.core.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.email.Emails.NewEmail;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Ids;

@ParameterizedClass
@EachDatabase
class EmailsTest {
  private static final EmailAddress BOB = new EmailAddress("Bob@example.com");
  private static final String MIME = "Subject: =?UTF-8?B?w6k=?=\r\n\r\nGrüße\r\n";

  @Parameter DatabaseKind kind;
  private Fixture fixture;
  private Emails emails;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    emails = fixture.core.emails();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Email keep(UUID bookingId, String key, EmailAddress to) {
    NewEmail written =
        new NewEmail(key, bookingId, "booked", "invitee", to, "é".repeat(600), "<" + key + "@x>");
    return emails.keep(written, MIME.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void keepsAMailToTheOctet() {
    Email kept = keep(Ids.next(), "a", BOB);

    Email found = emails.find("a").orElseThrow();
    assertThat(found).isEqualTo(kept);
    assertThat(emails.find(kept.id())).contains(kept);
    assertThat(found.mime()).isEqualTo(MIME.getBytes(StandardCharsets.UTF_8));
    assertThat(found.state()).isEqualTo("pending");
    assertThat(found.subject()).hasSize(500);
    assertThat(emails.find("b")).isEmpty();
  }

  @Test
  void notesWhatBecameOfIt() {
    Email kept = keep(Ids.next(), "a", BOB);
    emails.markFailed(kept, "x".repeat(2000), false);
    assertThat(emails.find("a").orElseThrow().lastError()).hasSize(1000);
    emails.markFailed(kept, "550 No", true);
    assertThat(emails.find("a").orElseThrow())
        .extracting(Email::state, Email::attempts, Email::lastError, Email::sentAt)
        .containsExactly("failed", 2, "550 No", null);

    fixture.clock.advance(Duration.ofMinutes(1));
    emails.markSent(kept);

    assertThat(emails.find("a").orElseThrow())
        .extracting(Email::state, Email::attempts, Email::lastError, Email::sentAt)
        .containsExactly("sent", 3, null, fixture.clock.instant());
    emails.markFailed(kept, "451 Later", false);
    assertThat(emails.find("a").orElseThrow().state()).isEqualTo("sent");
  }

  @Test
  void hasMailsSentAgainThroughTheOutbox() {
    UUID booking = Ids.next();
    keep(booking, "a", BOB);
    keep(booking, "b", BOB);
    keep(Ids.next(), "c", BOB);

    List<Email> found = emails.ofBooking(booking);
    emails.resend(found);
    emails.resend(found);

    assertThat(found).extracting(Email::dedupeKey).containsExactly("a", "b");
    assertThat(fixture.core.outbox().list(Resend.KIND, "pending", 10))
        .extracting(message -> Resend.KIND.read(message).emailId())
        .hasSize(4)
        .containsOnly(found.getFirst().id(), found.getLast().id());
  }

  @Test
  void losesTheMailsOfAnErasedInvitee() {
    Booking bobs =
        fixture.book(fixture.addEventType(t -> t), "2026-03-03T15:00:00Z", "bob@example.com");
    keep(bobs.id(), "to host", new EmailAddress("ada@example.com"));
    keep(Ids.next(), "elsewhere", BOB);
    keep(Ids.next(), "another's", new EmailAddress("eve@example.com"));
    fixture.sql("UPDATE outbox SET state = 'done'");
    fixture.clock.set("2026-03-04T12:00:00Z");

    fixture.core.erasure().eraseInvitee(BOB);

    assertThat(emails.find("to host")).isEmpty();
    assertThat(emails.find("elsewhere")).isEmpty();
    assertThat(emails.find("another's")).isPresent();
  }

  @Test
  void losesTheMailsOfAnErasedHost() {
    Booking bobs =
        fixture.book(fixture.addEventType(t -> t), "2026-03-03T15:00:00Z", "bob@example.com");
    keep(bobs.id(), "to bob", BOB);
    keep(Ids.next(), "test", fixture.ada.email());
    fixture.sql("UPDATE outbox SET state = 'done'");
    fixture.clock.set("2026-03-04T12:00:00Z");

    fixture.core.erasure().eraseHost(fixture.ada.id());

    assertThat(emails.find("to bob")).isEmpty();
    assertThat(emails.find("test")).isEmpty();
  }

  @Test
  void losesTheMailsOfAnArchivedBooking() {
    Booking bobs =
        fixture.book(fixture.addEventType(t -> t), "2026-03-03T15:00:00Z", "bob@example.com");
    keep(bobs.id(), "a", BOB);
    fixture.clock.set("2026-09-04T12:00:00Z");

    assertThat(fixture.core.archive().archiveBatch(Duration.ofDays(90)).meetings()).isEqualTo(1);

    assertThat(emails.find("a")).isEmpty();
  }
}
