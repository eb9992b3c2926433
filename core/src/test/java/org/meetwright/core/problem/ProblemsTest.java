package org.meetwright.core.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.Patience;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.booking.notice.StoredNotice;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.email.Email;
import org.meetwright.core.email.Emails.NewEmail;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.news.NewsItem;
import org.meetwright.core.news.NewsKind;
import org.meetwright.core.outbox.Delivery.PermanentFailure;
import org.meetwright.core.outbox.Handler;
import org.meetwright.core.outbox.OutboxWorker;
import org.meetwright.core.problem.Problem.Code;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.core.webhook.Webhook;
import org.meetwright.core.webhook.Webhook.Change;
import org.meetwright.core.webhook.WebhookEvent;
import org.meetwright.core.webhook.delivery.WebhookAttempt;
import org.meetwright.core.webhook.delivery.WebhookDispatch;

/// What does not work for a host, on both databases.
@ParameterizedClass
@EachDatabase
class ProblemsTest {
  @Parameter DatabaseKind kind;
  private Fixture fixture;
  private EventType type;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    fixture.open(fixture.ada, "UTC", "00:00-24:00");
    type = fixture.addEventType(change -> change);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private List<Problem> problems() {
    return fixture.core.problems().of(fixture.ada.id());
  }

  private Booking book() {
    return fixture.book(type, "2026-03-09T14:00:00Z", "bob@example.com");
  }

  private void fail(Webhook webhook, Integer status) {
    UUID delivery =
        fixture.core.webhookDeliveries().list(webhook.id(), null, 10).stream()
            .max(Comparator.comparing(one -> one.id().toString()))
            .orElseThrow()
            .id();
    Instant now = fixture.clock.instant();
    fixture
        .core
        .webhookDispatch()
        .note(delivery, webhook.id(), new WebhookAttempt(now, status, "The receiver", 5, ""));
  }

  private List<NewsKind> news() {
    return fixture.core.news().notices(fixture.ada.id(), null, 50).items().stream()
        .map(NewsItem::kind)
        .filter(one -> one.subject() == NewsKind.Subject.WEBHOOK)
        .toList();
  }

  @Test
  void tellsTheHostOfTheMessagesThatAreGivenUp() throws Exception {
    Booking booking = book();
    Handler<StoredNotice> refused =
        new Handler<>(
            BookingNotice.KIND,
            (notice, message) -> {
              throw new PermanentFailure("550 no such user", null);
            });
    try (OutboxWorker _ = OutboxWorker.start(fixture.core.outbox(), List.of(refused))) {
      Patience.until(() -> fixture.core.outbox().count("parked") == 2);
    }
    assertThat(fixture.core.news().notices(fixture.ada.id(), null, 50).items())
        .filteredOn(item -> item.kind() == NewsKind.MESSAGE_GIVEN_UP)
        .hasSize(2)
        .allSatisfy(item -> assertThat(item.subjectId()).isEqualTo(booking.id()));
    assertThat(problems()).extracting(Problem::code).contains(Code.MESSAGE_GIVEN_UP);
  }

  @Test
  void tellsOfAWebhookThatFailsUntilItWorks() {
    Webhook webhook =
        fixture
            .core
            .webhooks()
            .add(
                fixture.ada.id(),
                HttpUrl.of("https://example.org/hook"),
                WebhookEvent.ofBookings());
    book();
    assertThat(problems()).isEmpty();
    Instant begun = fixture.clock.instant();
    fail(webhook, 500);
    assertThat(problems())
        .containsExactly(
            new Problem(Code.WEBHOOK_FAILING, begun, webhook.id(), "https://example.org/hook"));
    fixture.clock.advance(WebhookDispatch.PATIENCE);
    fail(webhook, 500);
    assertThat(problems()).extracting(Problem::code).containsExactly(Code.WEBHOOK_OFF);
    assertThat(problems()).extracting(Problem::since).containsExactly(begun);
    assertThat(news()).containsExactly(NewsKind.WEBHOOK_OFF, NewsKind.WEBHOOK_FAILING);
    fixture.core.webhooks().change(webhook.id(), new Change(null, null, true, false));
    assertThat(problems()).isEmpty();
  }

  @Test
  void tellsOfMessagesThatAreNotDelivered() {
    Booking booking = book();
    Host grace = fixture.addHost("grace");
    assertThat(problems()).isEmpty();
    fixture.sql("UPDATE outbox SET attempts = 3 WHERE kind = 'mail'");
    assertThat(problems()).extracting(Problem::code).containsOnly(Code.MESSAGE_DELAYED);
    fixture.sql("UPDATE outbox SET state = 'parked' WHERE kind = 'mail'");
    assertThat(problems())
        .isNotEmpty()
        .allSatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo(Code.MESSAGE_GIVEN_UP);
              assertThat(problem.subjectId()).isEqualTo(booking.id());
              assertThat(problem.detail()).isEqualTo("mail");
              assertThat(problem.since()).isEqualTo(fixture.clock.instant());
            });
    assertThat(fixture.core.problems().of(grace.id())).isEmpty();
    fixture.core.outbox().retryParked(null);
    assertThat(problems()).isEmpty();
  }

  @Test
  void tellsOfRefusedMailUntilTheMeetingIsLongOver() {
    Booking booking = book();
    Email email =
        fixture
            .core
            .emails()
            .keep(
                new NewEmail(
                    "key",
                    booking.id(),
                    "booked",
                    "invitee",
                    new EmailAddress("bob@example.com"),
                    "Booked",
                    "<1@example.org>"),
                new byte[] {1});
    fixture.core.emails().markFailed(email, "550 no such user", true);
    assertThat(problems())
        .containsExactly(
            new Problem(Code.MAIL_REFUSED, fixture.clock.instant(), booking.id(), "invitee"));
    fixture.clock.set("2026-03-17T14:00:00Z");
    assertThat(problems()).isEmpty();
  }
}
