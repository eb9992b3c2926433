package org.meetwright.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.meetwright.core.Patience;
import org.meetwright.core.TestClock;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.TestDatabase;
import org.meetwright.core.outbox.Delivery.PermanentFailure;
import org.meetwright.core.outbox.Delivery.Withheld;
import org.meetwright.core.outbox.Outbox.NewMessage;

@ParameterizedClass
@EnumSource(DatabaseKind.class)
class OutboxWorkerTest {
  @Parameter DatabaseKind kind;
  private final TestClock clock = new TestClock("2026-03-02T12:00:00Z");
  private final BlockingQueue<Message> delivered = new LinkedBlockingQueue<>();
  private TestDatabase testDatabase;
  private Database database;
  private Outbox outbox;

  @BeforeEach
  void open() {
    testDatabase = TestDatabase.create(kind);
    database = testDatabase.open();
    outbox = new Outbox(database, clock);
  }

  @AfterEach
  void close() {
    database.close();
    testDatabase.close();
  }

  private void put(String kind, String key, Instant due) {
    database.inTransaction(
        tx -> {
          outbox.put(tx, List.of(new NewMessage(kind, key, null, "{}", due)));
          return true;
        });
  }

  private Message next() throws InterruptedException {
    Message message = delivered.poll(Patience.SECONDS, TimeUnit.SECONDS);
    assertThat(message).isNotNull();
    return message;
  }

  private static OutboxWorker start(Outbox outbox, Map<String, Delivery> deliveries) {
    return OutboxWorker.start(outbox, deliveries, (kind, result) -> {}, Duration.ofMillis(20));
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 2000 && !condition.getAsBoolean(); i++) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @Test
  void deliversWhatIsDueAndMarksItDone() throws Exception {
    put("mail", "a", clock.instant());
    put("mail", "later", clock.instant().plusSeconds(1));
    try (OutboxWorker _ = start(outbox, Map.of("mail", delivered::add))) {
      assertThat(next().dedupeKey()).isEqualTo("a");
      await(() -> outbox.count("done") == 1);
      assertThat(delivered).isEmpty();
      clock.advance(Duration.ofSeconds(1));
      assertThat(next().dedupeKey()).isEqualTo("later");
    }
  }

  @Test
  void putsNothingInWhenTheTransactionFails() {
    try {
      database.inTransaction(
          tx -> {
            outbox.put(tx, List.of(new NewMessage("mail", "a", null, "{}", clock.instant())));
            throw new IllegalStateException("no");
          });
    } catch (IllegalStateException expected) {
      // Rolled back.
    }
    assertThat(outbox.count("pending")).isZero();
  }

  @Test
  void triesAgainLaterAfterAFailureWithTheSameKey() throws Exception {
    put("mail", "a", clock.instant());
    Delivery failsOnce =
        message -> {
          delivered.add(message);
          if (message.attempts() == 1) {
            throw new IOException("connection refused");
          }
        };
    try (OutboxWorker _ = start(outbox, Map.of("mail", failsOnce))) {
      Message first = next();
      await(() -> outbox.nextDue().orElseThrow().isAfter(clock.instant()));
      clock.advance(Duration.ofSeconds(10));
      Message second = next();
      assertThat(second.dedupeKey()).isEqualTo(first.dedupeKey());
      assertThat(second.attempts()).isEqualTo(2);
      await(() -> outbox.count("done") == 1);
    }
  }

  @Test
  void parksWhatCannotSucceedAndLeavesToOthersWhatItHasNoDeliveryFor() throws Exception {
    put("mail", "a", clock.instant());
    put("telegraph", "b", clock.instant());
    Delivery refused =
        message -> {
          throw new PermanentFailure("550 no such user", null);
        };
    try (OutboxWorker _ = start(outbox, Map.of("mail", refused))) {
      await(() -> outbox.count("parked") == 1);
    }
    assertThat(outbox.list("telegraph", "pending", 10)).hasSize(1);
    Message parked = outbox.list("mail", "parked", 10).getFirst();
    assertThat(parked.lastError()).isEqualTo("PermanentFailure: 550 no such user");
  }

  @Test
  void keepsWhatALimitHoldsBackUntilSomeoneWantsItDelivered() throws Exception {
    put("mail", "a", clock.instant());
    Delivery limited =
        message -> {
          delivered.add(message);
          if (delivered.size() == 1) {
            throw new Withheld("enough for today", null);
          }
        };
    List<OutboxWorker.Result> results = new CopyOnWriteArrayList<>();
    try (OutboxWorker _ =
        OutboxWorker.start(
            outbox,
            Map.of("mail", limited),
            (kind, result) -> results.add(result),
            Duration.ofMillis(20))) {
      await(() -> outbox.count("withheld") == 1);
      Message withheld = outbox.list("mail", "withheld", 1).getFirst();
      assertThat(withheld.lastError()).isEqualTo("enough for today");
      assertThat(outbox.retryParked(null)).isZero();
      assertThat(outbox.retry(withheld.id())).isTrue();
      await(() -> outbox.count("done") == 1 && results.size() == 2);
    }
    assertThat(results)
        .containsExactly(OutboxWorker.Result.WITHHELD, OutboxWorker.Result.DELIVERED);
  }

  @Test
  void deliversWhatALimitHoldsBackForAWhileWhenThatIsOver() throws Exception {
    put("mail", "a", clock.instant());
    Delivery limited =
        message -> {
          delivered.add(message);
          if (message.attempts() == 1) {
            throw new Withheld("enough for today", Duration.ofHours(12));
          }
        };
    try (OutboxWorker _ = start(outbox, Map.of("mail", limited))) {
      next();
      await(() -> "enough for today".equals(outbox.list("mail", null, 1).getFirst().lastError()));
      Message waiting = outbox.list("mail", "pending", 1).getFirst();
      assertThat(waiting.dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(12)));
      clock.advance(Duration.ofHours(12));
      await(() -> outbox.count("done") == 1);
    }
  }

  @Test
  void deliversAParkedMessageAgainWhenAskedTo() throws Exception {
    put("mail", "a", clock.instant());
    Delivery failsOnce =
        message -> {
          delivered.add(message);
          if (delivered.size() == 1) {
            throw new PermanentFailure("550 full", null);
          }
        };
    try (OutboxWorker _ = start(outbox, Map.of("mail", failsOnce))) {
      await(() -> outbox.count("parked") == 1);
      assertThat(outbox.retry(outbox.list("mail", "parked", 1).getFirst().id())).isTrue();
      await(() -> outbox.count("done") == 1);
    }
    assertThat(delivered).extracting(Message::attempts).containsExactly(1, 1);
    assertThat(outbox.retryParked(null)).isZero();
  }

  @Test
  void deliversNothingOfAPausedKindUntilItIsResumed() throws Exception {
    outbox.pause("mail");
    outbox.pause("mail");
    put("mail", "a", clock.instant());
    put("webhook", "b", clock.instant());
    try (OutboxWorker _ =
        start(outbox, Map.of("mail", delivered::add, "webhook", delivered::add))) {
      assertThat(next().dedupeKey()).isEqualTo("b");
      assertThat(outbox.paused()).containsExactly("mail");
      assertThat(outbox.resume("mail")).isTrue();
      assertThat(next().dedupeKey()).isEqualTo("a");
      assertThat(outbox.resume("mail")).isFalse();
    }
  }

  @Test
  void isNotHeldUpByAnotherKindThatHangs() throws Exception {
    for (int i = 0; i < 20; i++) {
      put("webhook", "w" + i, clock.instant());
    }
    put("mail", "m", clock.instant());
    CountDownLatch goOn = new CountDownLatch(1);
    try (OutboxWorker _ =
        start(outbox, Map.of("mail", delivered::add, "webhook", message -> goOn.await()))) {
      assertThat(next().dedupeKey()).isEqualTo("m");
      goOn.countDown();
      await(() -> outbox.count("done") == 21);
    }
  }

  @Test
  void isNotHeldUpByAReceiverThatHangs() throws Exception {
    List<NewMessage> messages = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      messages.add(new NewMessage("webhook", "s" + i, "slow", null, "{}", clock.instant()));
    }
    Instant last = clock.instant();
    messages.add(new NewMessage("webhook", "q", "quick", null, "{}", last));
    database.inTransaction(
        tx -> {
          outbox.put(tx, messages);
          return true;
        });
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicInteger most = new AtomicInteger();
    AtomicInteger now = new AtomicInteger();
    Delivery delivery =
        message -> {
          if (message.lane().equals("slow")) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            goOn.await();
            now.decrementAndGet();
          } else {
            delivered.add(message);
          }
        };
    try (OutboxWorker _ = start(outbox, Map.of("webhook", delivery))) {
      assertThat(next().dedupeKey()).isEqualTo("q");
      goOn.countDown();
      await(() -> outbox.count("done") == 41);
    }
    assertThat(most.get()).isLessThanOrEqualTo(Outbox.MOST_PER_LANE);
  }

  @Test
  void handsBackAtShutdownWhatItCannotFinish() throws Exception {
    put("mail", "a", clock.instant());
    CountDownLatch begun = new CountDownLatch(1);
    OutboxWorker worker =
        start(
            outbox,
            Map.of(
                "mail",
                message -> {
                  begun.countDown();
                  new CountDownLatch(1).await();
                }));
    assertThat(begun.await(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
    worker.close(Duration.ofMillis(50));
    List<Message> again = outbox.claim("mail", 10, Duration.ofMinutes(5), Map.of());
    assertThat(again).extracting(Message::attempts).containsExactly(1);
  }

  @Test
  void handsBackAtShutdownWhatWaitsForItsTurn() throws Exception {
    for (int i = 0; i < 40; i++) {
      put("mail", "m" + i, clock.instant());
    }
    CountDownLatch begun = new CountDownLatch(8);
    AtomicInteger deliveries = new AtomicInteger();
    OutboxWorker worker =
        start(
            outbox,
            Map.of(
                "mail",
                message -> {
                  deliveries.incrementAndGet();
                  begun.countDown();
                  new CountDownLatch(1).await();
                }));
    assertThat(begun.await(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
    worker.close(Duration.ofMillis(50));
    assertThat(deliveries).hasValue(8);
    List<Message> again = outbox.claim("mail", 40, Duration.ofMinutes(5), Map.of());
    assertThat(again).extracting(Message::attempts).hasSize(40).containsOnly(1);
  }

  @Test
  void tellsHowDeepItIs() {
    put("mail", "a", clock.instant());
    put("mail", "b", clock.instant().plusSeconds(60));
    assertThat(outbox.depths())
        .containsExactly(new Outbox.Depth("mail", "pending", 2, clock.instant()));
    assertThat(outbox.putIfNew(new NewMessage("mail", "a", null, "{}", clock.instant()))).isFalse();
  }

  @Test
  void parksAfterTwelveAttempts() throws Exception {
    put("mail", "a", clock.instant());
    Delivery fails =
        message -> {
          delivered.add(message);
          throw new IOException("down");
        };
    try (OutboxWorker _ = start(outbox, Map.of("mail", fails))) {
      for (int attempt = 1; attempt <= 12; attempt++) {
        assertThat(next().attempts()).isEqualTo(attempt);
        int now = attempt;
        await(
            () ->
                now == 12
                    ? outbox.count("parked") == 1
                    : outbox.nextDue().orElseThrow().isAfter(clock.instant()));
        clock.advance(Duration.ofHours(6));
      }
    }
    assertThat(outbox.count("pending")).isZero();
  }

  @Test
  void doublesTheWaitUpToSixHours() {
    assertThat(OutboxWorker.waitAfter(1))
        .isBetween(Duration.ofMillis(7500), Duration.ofSeconds(10));
    assertThat(OutboxWorker.waitAfter(4)).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(80));
    assertThat(OutboxWorker.waitAfter(40)).isBetween(Duration.ofMinutes(270), Duration.ofHours(6));
  }

  @Test
  void sharesTheWorkOfTwoWorkersWithoutRepeating() throws Exception {
    for (int i = 0; i < 60; i++) {
      put("mail", "m" + i, clock.instant());
    }
    ConcurrentLinkedQueue<String> keys = new ConcurrentLinkedQueue<>();
    Delivery delivery = message -> keys.add(message.dedupeKey());
    try (OutboxWorker _ = start(outbox, Map.of("mail", delivery));
        OutboxWorker _ = start(new Outbox(database, clock), Map.of("mail", delivery))) {
      await(() -> outbox.count("done") == 60);
    }
    assertThat(keys).hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  void givesALeasedMessageToAnotherWorkerOnlyWhenTheLeaseHasEnded() {
    put("mail", "a", clock.instant());
    assertThat(outbox.claim("mail", 10, Duration.ofMinutes(5), Map.of())).hasSize(1);
    assertThat(outbox.claim("mail", 10, Duration.ofMinutes(5), Map.of())).isEmpty();
    clock.advance(Duration.ofMinutes(5));
    List<Message> again = outbox.claim("mail", 10, Duration.ofMinutes(5), Map.of());
    assertThat(again).extracting(Message::attempts).containsExactly(2);
  }

  @Test
  void waitsAtShutdownForWhatIsBeingDelivered() throws Exception {
    put("mail", "a", clock.instant());
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    OutboxWorker worker =
        start(
            outbox,
            Map.of(
                "mail",
                message -> {
                  begun.countDown();
                  goOn.await();
                }));
    assertThat(begun.await(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
    Thread closing = Thread.ofVirtual().start(worker::close);
    goOn.countDown();
    closing.join();
    assertThat(outbox.count("done")).isEqualTo(1);
  }
}
