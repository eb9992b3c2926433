package org.meetwright.core.database.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.meetwright.core.Patience;
import org.meetwright.core.value.BusyException;

@Timeout(600)
@Tag("attack")
final class QueuesTest {
  private final Queues queues = new Queues();
  private final AtomicInteger working = new AtomicInteger();
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  private CompletableFuture<Integer> work(String... things) {
    CompletableFuture<Integer> done = new CompletableFuture<>();
    Thread.startVirtualThread(
        () -> {
          try {
            done.complete(queues.inTurn(List.of(things), this::atOnce));
          } catch (BusyException full) {
            done.completeExceptionally(full);
          }
        });
    return done;
  }

  /// Returns how many work at once.
  private int atOnce() {
    int now = working.incrementAndGet();
    try {
      mayEnd.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    working.decrementAndGet();
    return now;
  }

  @Test
  void letsOneWorkOnAThingAndRefusesThoseWhoAreTooMany() throws Exception {
    List<CompletableFuture<Integer>> all = new ArrayList<>();
    for (int i = 0; i < Queues.MOST + 10; i++) {
      all.add(work("account", "address " + i));
    }
    Patience.until(
        () -> all.stream().filter(CompletableFuture::isCompletedExceptionally).count() == 10);
    assertThat(working).hasValue(1);
    assertThatThrownBy(() -> queues.inTurn(List.of("account"), () -> 0))
        .isInstanceOf(BusyException.class);
    assertThat(queues.inTurn(List.of("another account"), () -> 7)).isEqualTo(7);

    mayEnd.countDown();
    Patience.until(() -> all.stream().allMatch(CompletableFuture::isDone));
    assertThat(all)
        .filteredOn(one -> !one.isCompletedExceptionally())
        .hasSize(Queues.MOST)
        .allMatch(one -> one.join() == 1);
    assertThat(queues.inTurn(List.of("account"), () -> 7)).isEqualTo(7);
  }
}
