package org.meetwright.server.mail.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.email.Email;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.ServerFixture;
import tools.jackson.databind.JsonNode;

/// An address that has got all the mail of a day, on a whole server.
@ParameterizedClass
@EachDatabase
@Tag("attack")
class PermissionTest {
  private static final EmailAddress BOB = new EmailAddress("bob@example.com");

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

  private JsonNode book() {
    var booked =
        server.post("/api/v1/bookings", ServerFixture.booking("2026-03-09T14:00:00Z", BOB.value()));
    assertThat(booked.status()).isEqualTo(201);
    return booked.body();
  }

  private void use(int mails) {
    for (int i = 0; i < mails; i++) {
      assertThat(server.core.core.mailAllowance().takeFirst(BOB)).isZero();
    }
  }

  private List<String> states(JsonNode booking, String event, String audience) {
    return server
        .core
        .core
        .emails()
        .ofBooking(UUID.fromString(booking.path("id").asString()))
        .stream()
        .filter(email -> email.event().equals(event) && email.audience().equals(audience))
        .map(Email::state)
        .toList();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 18_000 && !condition.getAsBoolean(); i++) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  /// Waits until the outbox knows when it tries again: reckoned after the clock has moved on, it
  /// would be a day later.
  private void awaitTheNextTry() throws InterruptedException {
    await(
        () ->
            server.core.core.outbox().list(BookingNotice.KIND, "pending", 10).stream()
                .anyMatch(
                    message ->
                        message.attempts() > 0
                            && message.leaseUntil() == null
                            && message.dueAt().isAfter(server.core.clock.instant())));
  }

  private static String manage(JsonNode booking) {
    String url = booking.path("manageUrl").asString();
    return "/api/v1/manage/" + url.substring(url.lastIndexOf('/') + 1);
  }

  @Test
  void getsTheFirstWordAboutABookingThoughOtherMailIsHeldBack() throws Exception {
    use(15);
    JsonNode booking = book();
    await(() -> states(booking, "booked", "invitee").equals(List.of("sent")));

    server.post(manage(booking) + "/reschedule", "{\"start\": \"2026-03-09T15:00:00Z\"}");
    await(() -> states(booking, "rescheduled", "invitee").equals(List.of("held")));
    await(() -> states(booking, "rescheduled", "host").equals(List.of("sent")));
    await(() -> server.core.core.outbox().count("withheld") == 1);
    assertThat(server.get("/health").body().path("parts").path("mail").asString("UP"))
        .as("nothing is wrong with the mail server")
        .isEqualToIgnoringCase("up");

    List<Email> held =
        server.core.core.emails().ofBooking(UUID.fromString(booking.path("id").asString())).stream()
            .filter(email -> email.state().equals("held"))
            .toList();
    assertThat(held.getFirst().lastError()).contains("20 mails today");
    server.core.core.emails().resend(held);
    await(() -> states(booking, "rescheduled", "invitee").equals(List.of("sent")));
  }

  @Test
  void getsTheFirstWordTheNextDayWhenNothingIsLeft() throws Exception {
    use(20);
    JsonNode booking = book();
    await(() -> states(booking, "booked", "invitee").equals(List.of("held")));
    await(() -> states(booking, "booked", "host").equals(List.of("sent")));
    awaitTheNextTry();

    server.core.clock.advance(Duration.ofHours(12));
    await(() -> states(booking, "booked", "invitee").equals(List.of("sent")));
  }

  @Test
  void isNotWrittenToLateAboutABookingThatIsCalledOff() throws Exception {
    use(20);
    JsonNode booking = book();
    await(() -> states(booking, "booked", "invitee").equals(List.of("held")));
    awaitTheNextTry();
    server.post(manage(booking) + "/cancel", "{}");
    await(() -> states(booking, "cancelled", "invitee").equals(List.of("held")));
    await(() -> states(booking, "cancelled", "host").equals(List.of("sent")));

    server.core.clock.advance(Duration.ofHours(12));
    await(() -> server.core.core.outbox().list(BookingNotice.KIND, "pending", 1).isEmpty());
    assertThat(states(booking, "booked", "invitee")).containsExactly("held");
  }

  @Test
  void getsWhateverAHostCauses() throws Exception {
    use(20);
    JsonNode booking = book();
    String path = "/api/v1/bookings/" + booking.path("id").asString();
    server.asHost("POST", path + "/reschedule", "{\"start\": \"2026-03-09T15:00:00Z\"}");
    server.asHost("POST", path + "/cancel", "{\"reason\": \"Ill\"}");
    await(() -> states(booking, "rescheduled", "invitee").equals(List.of("sent")));
    await(() -> states(booking, "cancelled", "invitee").equals(List.of("sent")));
  }
}
