package org.meetwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Patience;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.outbox.Message;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.outbox.Outbox.NewMessage;
import org.meetwright.core.outbox.OutboxKind;
import org.meetwright.core.webhook.delivery.WebhookMessage;
import org.meetwright.server.ServerFixture.Answer;
import org.meetwright.server.settings.MailSettings;
import org.meetwright.server.webhook.Receiver;
import org.meetwright.server.webhook.Receiver.Got;

/// A receiver is down for eleven minutes of the server's clock, in which meetings are booked; then
/// it comes back. Each booking is two mails and one event of a webhook.
@ParameterizedClass
@EachDatabase
class DownReceiversTest {
  private static final Instant BEGIN = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant END = BEGIN.plus(Duration.ofMinutes(11));

  private static final Instant NEVER = Instant.parse("2099-01-01T00:00:00Z");

  /// When the meetings are booked, in seconds since the receiver went down.
  private static final List<Integer> BOOKED = List.of(0, 100, 333);

  @Parameter DatabaseKind kind;

  private ServerFixture fixture;
  private Outbox outbox;
  private GreenMail post;
  private @Nullable Receiver receiver;
  private int receiverPort;

  @BeforeEach
  void open() throws IOException {
    int smtp = freePort();
    post = new GreenMail(new ServerSetup(smtp, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    MailSettings mail =
        new MailSettings(
            "127.0.0.1", smtp, "", "", MailSettings.Tls.NONE, ServerFixture.FILES.from());
    fixture = new ServerFixture(kind, true, mail, ServerFixture.NO_SMS);
    outbox = fixture.core.core.outbox();
    fixture.addEventType("intro", "\"reminderMinutes\": []");
    receiverPort = freePort();
    Answer added =
        fixture.asHost(
            "POST",
            "/api/v1/webhooks",
            "{\"url\": \"http://127.0.0.1:" + receiverPort + "/hook\"}");
    assertThat(added.status()).isEqualTo(201);
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
    post.stop();
    if (receiver != null) {
      receiver.close();
    }
  }

  /// Not one of those that systems give to whoever asks for any, as other tests do meanwhile.
  private static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(10_000, 30_000);
      try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return port;
      } catch (IOException taken) {
        // The next one.
      }
    }
  }

  private void startReceiver() throws IOException {
    receiver = new Receiver(ServerSocketFactory.getDefault(), receiverPort);
  }

  @Test
  void mailArrivesOnceWhenItsServerIsBack() throws Exception {
    startReceiver();
    bookWhileDown(
        BookingNotice.KIND, booked -> assertThat(receiver.next().text()).contains("created"));
    post.start();
    deliverTheRest(BookingNotice.KIND);

    List<String> ids = new ArrayList<>();
    for (MimeMessage mail : post.getReceivedMessages()) {
      ids.add(mail.getMessageID());
    }
    assertThat(ids).hasSize(2 * BOOKED.size()).doesNotHaveDuplicates();
    assertThat(receiver.waiting()).isZero();
  }

  @Test
  void eventsArriveOnceWhenTheirWebhookIsBack() throws Exception {
    post.start();
    bookWhileDown(
        WebhookMessage.KIND,
        booked -> assertThat(post.waitForIncomingEmail(Patience.MILLIS, 2 * booked)).isTrue());
    startReceiver();
    deliverTheRest(WebhookMessage.KIND);

    List<String> ids = new ArrayList<>();
    List<String> bodies = new ArrayList<>();
    while (receiver.waiting() > 0) {
      Got got = receiver.next();
      ids.add(got.headers().get("webhook-id"));
      bodies.add(got.body());
    }
    assertThat(ids).hasSize(BOOKED.size()).doesNotHaveDuplicates();
    assertThat(bodies).doesNotHaveDuplicates();
    assertThat(post.getReceivedMessages()).hasSize(2 * BOOKED.size());
  }

  /// What the other kinds have done when a number of meetings has been booked.
  private interface Meanwhile {
    void check(int booked) throws Exception;
  }

  /// Books during eleven minutes in which nothing of a kind can be delivered.
  private void bookWhileDown(OutboxKind<?> down, Meanwhile meanwhile) throws Exception {
    Map<UUID, Integer> seen = new HashMap<>();
    int booked = 0;
    for (Instant now = BEGIN; now.isBefore(END); now = next(down, booked)) {
      fixture.core.clock.set(now.toString());
      if (booked < BOOKED.size() && now.equals(BEGIN.plusSeconds(BOOKED.get(booked)))) {
        book(booked);
        booked++;
        meanwhile.check(booked);
      }
      wakeWorkers();
      untilSettled();
      checkWaits(down, seen, now);
      assertThat(outbox.count("parked")).isZero();
    }
    assertThat(booked).isEqualTo(BOOKED.size());
    // 10, 20, 40, 80, 160 and 320 s at most, 630 s in all: the first is tried a seventh time.
    assertThat(seen.values())
        .allMatch(attempts -> attempts >= 5)
        .anyMatch(attempts -> attempts > 6);
    fixture.core.clock.set(END.toString());
  }

  private void book(int number) {
    String start = BEGIN.plus(Duration.ofHours(27 + number)).toString();
    Answer answer =
        fixture.post("/api/v1/bookings", ServerFixture.booking(start, "bob@example.com"));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
  }

  /// Returns when the next attempt of a kind is due, or the next meeting is booked.
  private Instant next(OutboxKind<?> down, int booked) {
    Instant attempt = outbox.list(down, "pending", 1).getFirst().dueAt();
    Instant booking = booked < BOOKED.size() ? BEGIN.plusSeconds(BOOKED.get(booked)) : END;
    return attempt.isBefore(booking) ? attempt : booking;
  }

  /// Each wait doubles from 10 s, less up to a quarter.
  private void checkWaits(OutboxKind<?> down, Map<UUID, Integer> seen, Instant now) {
    for (Message message : outbox.list(down, "pending", 100)) {
      Integer before = seen.put(message.id(), message.attempts());
      if (before == null || before < message.attempts()) {
        assertThat(message.attempts()).isEqualTo(before == null ? 1 : before + 1);
        Duration longest = Duration.ofSeconds(10L << (message.attempts() - 1));
        assertThat(Duration.between(now, message.dueAt()))
            .isBetween(longest.multipliedBy(3).dividedBy(4), longest);
      }
    }
  }

  private void deliverTheRest(OutboxKind<?> kindThatWasDown) throws Exception {
    while (!outbox.list(kindThatWasDown, "pending", 1).isEmpty()) {
      Instant due = outbox.list(kindThatWasDown, "pending", 1).getFirst().dueAt();
      fixture.core.clock.set(due.toString());
      wakeWorkers();
      untilSettled();
    }
    assertThat(outbox.count("parked")).isZero();
  }

  /// Workers look at the clock every second, and when something is put in.
  private void wakeWorkers() {
    outbox.putIfNew(new NewMessage("nothing", UUID.randomUUID().toString(), "", null, "{}", NEVER));
  }

  /// Waits until nothing is in a worker's hands: what is there when time passes counts as lost.
  private void untilSettled() throws Exception {
    Instant now = fixture.core.clock.instant();
    until(
        () ->
            outbox.list(null, "pending", 1).stream()
                .allMatch(message -> message.dueAt().isAfter(now)));
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
