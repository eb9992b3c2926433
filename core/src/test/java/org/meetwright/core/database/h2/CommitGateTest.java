package org.meetwright.core.database.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meetwright.core.Concurrently;
import org.meetwright.core.Fixture;
import org.meetwright.core.Patience;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.GateHolder;
import org.meetwright.core.eventtype.EventType;

/// What H2 writes out while a commit is under way would be half of it.
class CommitGateTest {
  private Fixture fixture;
  private EventType type;

  @BeforeEach
  void open() {
    fixture = new Fixture(DatabaseKind.H2);
    type = fixture.addEventType(t -> t);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void letsOneThroughAtATime() throws Exception {
    try (HikariDataSource dataSource = GateHolder.openForSync(fixture.database.settings());
        CommitGate one = CommitGate.open(dataSource);
        CommitGate other = CommitGate.open(dataSource)) {
      AtomicInteger inside = new AtomicInteger();
      List<Integer> seen =
          Concurrently.run(
              50,
              i -> {
                int[] most = new int[1];
                try {
                  (i % 2 == 0 ? one : other)
                      .pass(
                          () -> {
                            most[0] = inside.incrementAndGet();
                            LockSupport.parkNanos(100_000);
                            inside.decrementAndGet();
                          });
                } catch (SQLException failed) {
                  throw new IllegalStateException(failed);
                }
                return most[0];
              });
      assertThat(seen).containsOnly(1);
    }
  }

  @Test
  void keepsATransactionFromCommittingWhileAnotherIsInTheGate() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    try (HikariDataSource dataSource = GateHolder.openForSync(fixture.database.settings());
        CommitGate gate = CommitGate.open(dataSource);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> holder =
          threads.submit(
              () -> {
                gate.pass(
                    () -> {
                      entered.countDown();
                      awaitQuietly(leave);
                    });
                return null;
              });
      assertThat(entered.await(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
      Future<?> booking = threads.submit(() -> fixture.book(type, "2026-03-03T15:00:00Z"));
      assertThatThrownBy(() -> booking.get(300, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      leave.countDown();
      booking.get(Patience.SECONDS, TimeUnit.SECONDS);
      holder.get(Patience.SECONDS, TimeUnit.SECONDS);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await(Patience.SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void keepsATransactionFromCommittingWhileAnotherProgramIsInTheGate() throws Exception {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                GateHolder.class.getName(),
                fixture.database.settings().url())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var lines = holder.inputReader();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(lines.readLine()).isEqualTo("inside");
      Future<?> booking = threads.submit(() -> fixture.book(type, "2026-03-03T15:00:00Z"));
      assertThatThrownBy(() -> booking.get(300, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      holder.destroyForcibly().waitFor();
      booking.get(Patience.SECONDS, TimeUnit.SECONDS);
    } finally {
      holder.destroyForcibly();
    }
  }
}
