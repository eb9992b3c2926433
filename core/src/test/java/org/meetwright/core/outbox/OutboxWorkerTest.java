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
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Patience;
import org.meetwright.core.TestClock;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.TestDatabase;
import org.meetwright.core.outbox.Delivery.PermanentFailure;
import org.meetwright.core.outbox.Delivery.Withheld;
import org.meetwright.core.outbox.Outbox.NewMessage;

@ParameterizedClass
@EachDatabase
class OutboxWorkerTest {
  private static final OutboxKind<Empty> MAIL = kind("mail");
  private static final OutboxKind<Empty> WEBHOOK = kind("webhook");
  private static final OutboxKind<Empty> TELEGRAPH = kind("telegraph");

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

  record Empty() {}

  /// Delivers a message whatever it carries.
  private interface Courier {
    void deliver(Message message) throws Exception;
  }

  private static OutboxKind<Empty> kind(String name) {
    return new OutboxKind<>(name, Empty.class, org.meetwright.core.outbox.Patience.OUTSIDE);
  }

  private static NewMessage message(OutboxKind<Empty> kind, String key, Instant due) {
    return kind.message(key, null, new Empty(), due);
  }

  private static List<Handler<?>> handlers(Map<OutboxKind<Empty>, Courier> couriers) {
    List<Handler<?>> handlers = new ArrayList<>();
    couriers.forEach(
        (kind, courier) ->
            handlers.add(new Handler<>(kind, (empty, message) -> courier.deliver(message))));
    return handlers;
  }

  private void put(OutboxKind<Empty> kind, String key, Instant due) {
    database.inTransaction(
        tx -> {
          outbox.put(tx, List.of(message(kind, key, due)));
          return true;
        });
  }

  private Message next() throws InterruptedException {
    Message message = delivered.poll(Patience.SECONDS, TimeUnit.SECONDS);
    assertThat(message).isNotNull();
    return message;
  }

  /// Returns whether what is next to be delivered is due later.
  private boolean isWaiting() {
    return outbox.depths().stream()
        .filter(depth -> depth.state().equals("pending"))
        .allMatch(depth -> depth.oldest().isAfter(clock.instant()));
  }

  private static OutboxWorker start(Outbox outbox, Map<OutboxKind<Empty>, Courier> couriers) {
    return OutboxWorker.start(
        outbox, handlers(couriers), (kind, result) -> {}, Duration.ofMillis(20));
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 2000 && !condition.getAsBoolean(); i++) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @Test
  void deliversWhatIsDueAndMarksItDone() throws Exception {
    put(MAIL, "a", clock.instant());
    put(MAIL, "later", clock.instant().plusSeconds(1));
    try (OutboxWorker _ = start(outbox, Map.of(MAIL, delivered::add))) {
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
            outbox.put(tx, List.of(message(MAIL, "a", clock.instant())));
            throw new IllegalStateException("no");
          });
    } catch (IllegalStateException expected) {
      // Rolled back.
    }
    assertThat(outbox.count("pending")).isZero();
  }

  @Test
  void triesAgainLaterAfterAFailureWithTheSameKey() throws Exception {
    put(MAIL, "a", clock.instant());
    Courier failsOnce =
        message -> {
          delivered.add(message);
          if (message.attempts() == 1) {
            throw new IOException("connection refused");
          }
        };
    try (OutboxWorker _ = start(outbox, Map.of(MAIL, failsOnce))) {
      Message first = next();
      await(() -> isWaiting());
      clock.advance(Duration.ofSeconds(10));
      Message second = next();
      assertThat(second.dedupeKey()).isEqualTo(first.dedupeKey());
      assertThat(second.attempts()).isEqualTo(2);
      await(() -> outbox.count("done") == 1);
    }
  }

  @Test
  void parksWhatCannotSucceedAndLeavesToOthersWhatItHasNoDeliveryFor() throws Exception {
    put(MAIL, "a", clock.instant());
    put(TELEGRAPH, "b", clock.instant());
    Courier refused =
        message -> {
          throw new PermanentFailure("550 no such user", null);
        };
    try (OutboxWorker _ = start(outbox, Map.of(MAIL, refused))) {
      await(() -> outbox.count("parked") == 1);
    }
    assertThat(outbox.list(TELEGRAPH, "pending", 10)).hasSize(1);
    Message parked = outbox.list(MAIL, "parked", 10).getFirst();
    assertThat(parked.lastError()).isEqualTo("PermanentFailure: 550 no such user");
  }

  @Test
  void keepsWhatALimitHoldsBackUntilSomeoneWantsItDelivered() throws Exception {
    put(MAIL, "a", clock.instant());
    Courier limited =
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
            handlers(Map.of(MAIL, limited)),
            (kind, result) -> results.add(result),
            Duration.ofMillis(20))) {
      await(() -> outbox.count("withheld") == 1);
      Message withheld = outbox.list(MAIL, "withheld", 1).getFirst();
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
    put(MAIL, "a", clock.instant());
    Courier limited =
        message -> {
          delivered.add(message);
          if (message.attempts() == 1) {
            throw new Withheld("enough for today", Duration.ofHours(12));
          }
        };
    try (OutboxWorker _ = start(outbox, Map.of(MAIL, limited))) {
      next();
      await(() -> "enough for today".equals(outbox.list(MAIL, null, 1).getFirst().lastError()));
      Message waiting = outbox.list(MAIL, "pending", 1).getFirst();
      assertThat(waiting.dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(12)));
      clock.advance(Duration.ofHours(12));
      await(() -> outbox.count("done") == 1);
    }
  }

  @Test
  void deliversAParkedMessageAgainWhenAskedTo() throws Exception {
    put(MAIL, "a", clock.instant());
    Courier failsOnce =
        message -> {
          delivered.add(message);
          if (delivered.size() == 1) {
            throw new PermanentFailure("550 full", null);
          }
        };
    try (OutboxWorker _ = start(outbox, Map.of(MAIL, failsOnce))) {
      await(() -> outbox.count("parked") == 1);
      assertThat(outbox.retry(outbox.list(MAIL, "parked", 1).getFirst().id())).isTrue();
      await(() -> outbox.count("done") == 1);
    }
    assertThat(delivered).extracting(Message::attempts).containsExactly(1, 1);
    assertThat(outbox.retryParked(null)).isZero();
  }

  @Test
  void deliversNothingOfAPausedKindUntilItIsResumed() throws Exception {
    outbox.pause(MAIL);
    outbox.pause(MAIL);
    put(MAIL, "a", clock.instant());
    put(WEBHOOK, "b", clock.instant());
    try (OutboxWorker _ = start(outbox, Map.of(MAIL, delivered::add, WEBHOOK, delivered::add))) {
      assertThat(next().dedupeKey()).isEqualTo("b");
      assertThat(outbox.paused()).containsExactly("mail");
      assertThat(outbox.resume(MAIL)).isTrue();
      assertThat(next().dedupeKey()).isEqualTo("a");
      assertThat(outbox.resume(MAIL)).isFalse();
    }
  }

  @Test
  void pausesWithAKindThoseThatBelongToIt() throws Exception {
    OutboxKind<Empty> again =
        new OutboxKind<>(
            "mail-again", Empty.class, org.meetwright.core.outbox.Patience.OUTSIDE, "mail");
    outbox.pause(MAIL);
    put(again, "a", clock.instant());
    put(WEBHOOK, "b", clock.instant());
    try (OutboxWorker _ = start(outbox, Map.of(again, delivered::add, WEBHOOK, delivered::add))) {
      assertThat(next().dedupeKey()).isEqualTo("b");
      await(() -> outbox.count("done") == 1);
      assertThat(outbox.resume(MAIL)).isTrue();
      assertThat(next().dedupeKey()).isEqualTo("a");
    }
  }

  @Test
  void givesEachKindItsOwnAttemptsPlacesAndLanes() throws Exception {
    OutboxKind<Empty> strict =
        new OutboxKind<>(
            "strict", Empty.class, new org.meetwright.core.outbox.Patience(2, 3, 0, 1));
    for (int i = 0; i < 6; i++) {
      put(strict, "s" + i, clock.instant());
    }
    CountDownLatch begun = new CountDownLatch(3);
    AtomicInteger most = new AtomicInteger();
    AtomicInteger now = new AtomicInteger();
    CountDownLatch goOn = new CountDownLatch(1);
    Courier fails =
        message -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          begun.countDown();
          goOn.await();
          now.decrementAndGet();
          throw new IOException("down");
        };
    try (OutboxWorker _ = start(outbox, Map.of(strict, fails))) {
      assertThat(begun.await(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(outbox.claim(strict, 10, Duration.ofMinutes(5), Map.of())).hasSize(3);
      goOn.countDown();
      await(
          () ->
              outbox.list(strict, "pending", 10).stream()
                      .filter(message -> "IOException: down".equals(message.lastError()))
                      .count()
                  == 3);
      clock.advance(Duration.ofHours(6));
      await(() -> outbox.count("parked") == 6);
    }
    assertThat(most).hasValue(3);
    assertThat(outbox.list(strict, "parked", 10)).extracting(Message::attempts).containsOnly(2);
    database.inTransaction(
        tx -> {
          outbox.put(
              tx,
              List.of(
                  strict.message("l1", "lane", null, new Empty(), clock.instant()),
                  strict.message("l2", "lane", null, new Empty(), clock.instant())));
          return true;
        });
    assertThat(outbox.claim(strict, 10, Duration.ofMinutes(5), Map.of())).hasSize(1);
  }

  @Test
  void isNotHeldUpByAnotherKindThatHangs() throws Exception {
    for (int i = 0; i < 20; i++) {
      put(WEBHOOK, "w" + i, clock.instant());
    }
    put(MAIL, "m", clock.instant());
    CountDownLatch goOn = new CountDownLatch(1);
    try (OutboxWorker _ =
        start(outbox, Map.of(MAIL, delivered::add, WEBHOOK, message -> goOn.await()))) {
      assertThat(next().dedupeKey()).isEqualTo("m");
      goOn.countDown();
      await(() -> outbox.count("done") == 21);
    }
  }

  @Test
  void isNotHeldUpByAReceiverThatHangs() throws Exception {
    List<NewMessage> messages = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      messages.add(WEBHOOK.message("s" + i, "slow", null, new Empty(), clock.instant()));
    }
    Instant last = clock.instant();
    messages.add(WEBHOOK.message("q", "quick", null, new Empty(), last));
    database.inTransaction(
        tx -> {
          outbox.put(tx, messages);
          return true;
        });
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicInteger most = new AtomicInteger();
    AtomicInteger now = new AtomicInteger();
    Courier delivery =
        message -> {
          if (message.lane().equals("slow")) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            goOn.await();
            now.decrementAndGet();
          } else {
            delivered.add(message);
          }
        };
    try (OutboxWorker _ = start(outbox, Map.of(WEBHOOK, delivery))) {
      assertThat(next().dedupeKey()).isEqualTo("q");
      goOn.countDown();
      await(() -> outbox.count("done") == 41);
    }
    assertThat(most.get()).isLessThanOrEqualTo(WEBHOOK.patience().perLane());
  }

  @Test
  void handsBackAtShutdownWhatItCannotFinish() throws Exception {
    put(MAIL, "a", clock.instant());
    CountDownLatch begun = new CountDownLatch(1);
    OutboxWorker worker =
        start(
            outbox,
            Map.of(
                MAIL,
                message -> {
                  begun.countDown();
                  new CountDownLatch(1).await();
                }));
    assertThat(begun.await(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
    worker.close(Duration.ofMillis(50));
    List<Message> again = outbox.claim(MAIL, 10, Duration.ofMinutes(5), Map.of());
    assertThat(again).extracting(Message::attempts).containsExactly(1);
  }

  @Test
  void handsBackAtShutdownWhatWaitsForItsTurn() throws Exception {
    for (int i = 0; i < 40; i++) {
      put(MAIL, "m" + i, clock.instant());
    }
    CountDownLatch begun = new CountDownLatch(8);
    AtomicInteger deliveries = new AtomicInteger();
    OutboxWorker worker =
        start(
            outbox,
            Map.of(
                MAIL,
                message -> {
                  deliveries.incrementAndGet();
                  begun.countDown();
                  new CountDownLatch(1).await();
                }));
    assertThat(begun.await(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
    worker.close(Duration.ofMillis(50));
    assertThat(deliveries).hasValue(8);
    List<Message> again = outbox.claim(MAIL, 40, Duration.ofMinutes(5), Map.of());
    assertThat(again).extracting(Message::attempts).hasSize(40).containsOnly(1);
  }

  @Test
  void tellsHowDeepItIs() {
    put(MAIL, "a", clock.instant());
    put(MAIL, "b", clock.instant().plusSeconds(60));
    assertThat(outbox.depths())
        .containsExactly(new Outbox.Depth("mail", "pending", 2, clock.instant()));
    assertThat(outbox.putIfNew(message(MAIL, "a", clock.instant()))).isFalse();
  }

  @Test
  void parksAfterTwelveAttempts() throws Exception {
    put(MAIL, "a", clock.instant());
    Courier fails =
        message -> {
          delivered.add(message);
          throw new IOException("down");
        };
    try (OutboxWorker _ = start(outbox, Map.of(MAIL, fails))) {
      for (int attempt = 1; attempt <= 12; attempt++) {
        assertThat(next().attempts()).isEqualTo(attempt);
        int now = attempt;
        await(() -> now == 12 ? outbox.count("parked") == 1 : isWaiting());
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
      put(MAIL, "m" + i, clock.instant());
    }
    ConcurrentLinkedQueue<String> keys = new ConcurrentLinkedQueue<>();
    Courier delivery = message -> keys.add(message.dedupeKey());
    try (OutboxWorker _ = start(outbox, Map.of(MAIL, delivery));
        OutboxWorker _ = start(new Outbox(database, clock), Map.of(MAIL, delivery))) {
      await(() -> outbox.count("done") == 60);
    }
    assertThat(keys).hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  void givesALeasedMessageToAnotherWorkerOnlyWhenTheLeaseHasEnded() {
    put(MAIL, "a", clock.instant());
    assertThat(outbox.claim(MAIL, 10, Duration.ofMinutes(5), Map.of())).hasSize(1);
    assertThat(outbox.claim(MAIL, 10, Duration.ofMinutes(5), Map.of())).isEmpty();
    clock.advance(Duration.ofMinutes(5));
    List<Message> again = outbox.claim(MAIL, 10, Duration.ofMinutes(5), Map.of());
    assertThat(again).extracting(Message::attempts).containsExactly(2);
  }

  @Test
  void waitsAtShutdownForWhatIsBeingDelivered() throws Exception {
    put(MAIL, "a", clock.instant());
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    OutboxWorker worker =
        start(
            outbox,
            Map.of(
                MAIL,
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
