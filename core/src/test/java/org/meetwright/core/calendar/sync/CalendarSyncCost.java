package org.meetwright.core.calendar.sync;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.meetwright.core.calendar.CalendarWorld;
import org.meetwright.core.calendar.account.WrittenEvents;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.EventType;

/// Measures how long reading a large calendar takes: 10,600 events, 300 of them daily for ten years
/// with exceptions. Run with `-Xmx` of 150 MiB more than it says is used before, to see that this
/// is enough.
public final class CalendarSyncCost {
  private static final int SINGLE = 10_300;
  private static final int DAILY = 300;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private CalendarSyncCost() {}

  /// Prints the figures of the databases that are named, or of both.
  public static void main(String[] arguments) {
    List<DatabaseKind> kinds =
        arguments.length == 0
            ? List.of(DatabaseKind.values())
            : Stream.of(arguments).map(DatabaseKind::valueOf).toList();
    for (DatabaseKind kind : kinds) {
      try (CalendarWorld world = new CalendarWorld(kind)) {
        measure(kind, world);
      }
    }
  }

  private static void measure(DatabaseKind kind, CalendarWorld world) {
    world.provider.addCalendar("warm");
    world.put("warm", "x", "20260303T090000Z");
    world.sync(world.connect().connection().id());
    world.provider.dropCalendar("warm");
    world.provider.addCalendar("a");
    fill(world);
    UUID id = world.connect().connection().id();
    System.gc();
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    System.out.printf(
        "%s: %d of %d MiB of heap used before%n", kind, heap.getUsed() >> 20, heap.getMax() >> 20);
    print(kind, "first", () -> world.sync(id));
    UUID again = world.connect().connection().id();
    print(kind, "first, once more", () -> world.sync(again));
    world.fixture.core.calendarConnections().remove(world.host, again, WrittenEvents.DELETE);
    for (int i = 0; i < 3; i++) {
      print(kind, "unchanged", () -> world.sync(id));
    }
    world.put("a", "s5", "20260310T210000Z");
    print(kind, "one changed", () -> world.sync(id));
    EventType type = world.fixture.addEventType(t -> t);
    LocalDate first = LocalDate.of(2026, 3, 3);
    for (int i = 0; i < 5; i++) {
      LocalDate from = first.plusDays(i);
      print(
          kind,
          "slots of 30 days, not kept",
          () ->
              world
                  .fixture
                  .core
                  .availability()
                  .slots(type, from, from.plusDays(29), ZoneOffset.UTC));
    }
  }

  private static void fill(CalendarWorld world) {
    LocalDate begin = LocalDate.of(2024, 1, 1);
    for (int i = 0; i < SINGLE; i++) {
      String day = begin.plusDays(i % 1200).toString().replace("-", "");
      world.put("a", "s" + i, day + "T%02d0000Z".formatted(6 + i / 1200));
    }
    for (int i = 0; i < DAILY; i++) {
      String start = "20200101T%02d%02d00Z".formatted(i % 24, i % 60);
      String except = "EXDATE:20260401T%02d%02d00Z".formatted(i % 24, i % 60);
      world.put("a", "d" + i, start, "RRULE:FREQ=DAILY;UNTIL=20300101T000000Z", except);
    }
  }

  private static void print(DatabaseKind kind, String what, Runnable work) {
    long cpu = SYSTEM.getProcessCpuTime();
    long own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long begun = System.nanoTime();
    work.run();
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    long used = TimeUnit.NANOSECONDS.toMillis(SYSTEM.getProcessCpuTime() - cpu);
    long mine =
        TimeUnit.NANOSECONDS.toMillis(
            ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - own);
    System.out.printf(
        "%s: %s %d ms, of processors %d ms, %d ms of them in its thread%n",
        kind, what, millis, used, mine);
  }
}
