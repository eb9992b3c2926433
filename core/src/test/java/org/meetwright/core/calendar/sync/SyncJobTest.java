package org.meetwright.core.calendar.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.calendar.CalendarWorld;
import org.meetwright.core.calendar.SyncDue;
import org.meetwright.core.calendar.account.WrittenEvents;
import org.meetwright.core.calendar.push.CalendarChannels;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.outbox.Handler;
import org.meetwright.core.outbox.Message;
import org.meetwright.core.outbox.OutboxWorker;

/// That calendars are read again and again, by one node at a time.
@ParameterizedClass
@EachDatabase
class SyncJobTest {
  @Parameter DatabaseKind kind;
  private CalendarWorld world;
  private UUID id;

  @BeforeEach
  void open() {
    world = new CalendarWorld(kind);
    world.provider.addCalendar("a");
    world.put("a", "Dentist", "20260303T090000Z");
    id = world.connect().connection().id();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private OutboxWorker node() {
    return OutboxWorker.start(
        world.fixture.core.outbox(),
        List.of(
            new Handler<>(
                SyncDue.KIND,
                new SyncJob(
                    world.fixture.core.calendarSync(),
                    new CalendarChannels(
                        world.fixture.core.database(),
                        world.fixture.core.connectedAccounts(),
                        world.fixture.core.outbox(),
                        world.fixture.clock,
                        Optional::empty),
                    world.fixture.clock))));
  }

  private Message message() {
    return world.fixture.core.outbox().list(SyncDue.KIND, null, 10).getFirst();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 3000 && !condition.getAsBoolean(); i++) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private boolean waits() {
    return message().leaseUntil() == null
        && message().dueAt().isAfter(world.fixture.clock.instant());
  }

  @Test
  void readsAnAccountOnTwoNodesOnceInTenMinutes() throws Exception {
    try (OutboxWorker _ = node();
        OutboxWorker _ = node()) {
      await(this::waits);
      assertThat(world.busy()).hasSize(1);
      for (int round = 1; round <= 5; round++) {
        assertThat(world.provider.asked()).hasSize(round);
        assertThat(Duration.between(world.fixture.clock.instant(), message().dueAt()))
            .isBetween(Duration.ofMinutes(8), Duration.ofMinutes(10));
        int asked = round + 1;
        world.advance(Duration.ofMinutes(10));
        await(() -> world.provider.asked().size() == asked && waits());
      }
    }
    assertThat(world.fixture.core.outbox().list(SyncDue.KIND, null, 10)).hasSize(1);
    assertThat(message().attempts()).isZero();
  }

  @Test
  void endsWithItsAccount() throws Exception {
    try (OutboxWorker _ = node()) {
      await(this::waits);
      world.fixture.core.calendarConnections().remove(world.host, id, WrittenEvents.DELETE);
      world.advance(Duration.ofMinutes(10));
      await(() -> message().state().equals("done"));
    }
  }

  @Test
  void readsOutOfTurnIfSomeoneLooksAtTheHostsTimesAndTheyAreNotFresh() throws Exception {
    world.fixture.open(world.fixture.ada, "UTC", "09:00-11:00");
    EventType type = world.fixture.addEventType(t -> t);
    world.sync(id);
    try (OutboxWorker _ = node()) {
      await(this::waits);
      int asked = world.provider.asked().size();
      look(type);
      world.advance(Duration.ofMinutes(1));
      look(type);
      assertThat(world.provider.asked()).hasSize(asked);
      world.put("a", "New", "20260303T100000Z");
      world.advance(Duration.ofMinutes(1));
      look(type);
      await(() -> world.busy().size() == 2 && waits());
      assertThat(world.provider.asked()).hasSize(asked + 1);
    }
  }

  private void look(EventType type) {
    LocalDate tuesday = LocalDate.of(2026, 3, 3);
    world.fixture.core.availability().slots(type, tuesday, tuesday, ZoneOffset.UTC);
  }
}
