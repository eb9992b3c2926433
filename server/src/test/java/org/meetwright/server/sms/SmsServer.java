package org.meetwright.server.sms;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.Patience;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.outbox.Message;
import org.meetwright.core.outbox.Outbox.NewMessage;
import org.meetwright.core.sms.SmsReminder;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.settings.SmsSettings;
import org.meetwright.server.text.JsonTemplate;
import org.meetwright.server.webhook.Receiver;

/// A running server that sends SMS through a gateway on loopback.
record SmsServer(ServerFixture server, Receiver gateway) implements AutoCloseable {
  static SmsServer start(
      DatabaseKind kind,
      SmsSettings.@Nullable Header header,
      String template,
      SmsSettings.Limits limits)
      throws IOException {
    Receiver gateway = new Receiver();
    SmsSettings settings =
        new SmsSettings(HttpUrl.of(gateway.url()), header, JsonTemplate.of(template), limits);
    return new SmsServer(new ServerFixture(kind, false, ServerFixture.FILES, settings), gateway);
  }

  /// Adds the event type `intro`, which asks for a telephone number and reminds an hour before.
  ///
  /// @return the id of the question
  String addEventType(String more) {
    return server
        .addEventType(
            "intro",
            more
                + """
                "reminderMinutes": [60],
                "questions": [{"label": "Mobile?", "kind": "phone", "required": true}]
                """)
        .at("/questions/0/id")
        .asString();
  }

  List<Message> messages(String state) {
    return server.core.core.outbox().list(SmsReminder.KIND, state, 100);
  }

  static void until(Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + Patience.LONG.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Waited in vain");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /// Moves the clock once nothing is in a worker's hands: what is there when hours pass counts as
  /// lost.
  void passTo(String later) throws Exception {
    untilSettled();
    server.core.clock.set(later);
    wakeWorkers();
  }

  /// Workers look at the clock every second, and when something is put in.
  void wakeWorkers() {
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

  void untilSettled() throws Exception {
    Instant now = server.core.clock.instant();
    until(
        () ->
            server.core.core.outbox().list(null, "pending", 1).stream()
                .allMatch(message -> message.dueAt().isAfter(now)));
  }

  @Override
  public void close() throws IOException {
    server.close();
    gateway.close();
  }
}
