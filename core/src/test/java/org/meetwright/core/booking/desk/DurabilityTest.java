package org.meetwright.core.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.Core;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.TestClock;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.TestDatabase;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Hosts.NewHost;
import org.meetwright.core.host.Role;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.WeeklyHours;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;

/// An acknowledged booking survives SIGKILL.
class DurabilityTest {
  private static final int ACKNOWLEDGED = 200;

  @ParameterizedTest
  @EachDatabase
  void keepsEveryAcknowledgedBookingWhenTheProcessIsKilled(DatabaseKind kind) throws Exception {
    try (TestDatabase test = TestDatabase.create(kind)) {
      UUID hostId = prepare(test);
      List<UUID> acknowledged = bookUntilKilled(test, hostId);
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED);
      try (Core core = open(test)) {
        for (UUID id : acknowledged) {
          assertThat(core.bookings().find(id)).as("%s", id).isPresent();
          assertThat(core.bookings().history(id)).hasSize(1);
        }
        long kept =
            core.bookings().list(BookingFilter.ofHost(hostId), null, 100_000).bookings().size();
        assertThat(core.outbox().count("pending")).isEqualTo(2 * kept);
      }
    }
  }

  private static Core open(TestDatabase test) {
    return Core.on(test.open(), new TestClock("2026-03-02T12:00:00Z"));
  }

  private static UUID prepare(TestDatabase test) {
    try (Core core = open(test)) {
      UUID hostId =
          core.hosts()
              .add(
                  new NewHost(
                      new Handle("ada"),
                      "Ada",
                      new EmailAddress("ada@example.org"),
                      ZoneId.of("UTC"),
                      Locale.ENGLISH,
                      null,
                      Role.HOST))
              .id();
      Schedule schedule = core.schedules().list(hostId).getFirst();
      List<WeeklyHours> always =
          Stream.of(DayOfWeek.values())
              .map(day -> new WeeklyHours(day, new LocalHours(0, LocalHours.DAY)))
              .toList();
      core.schedules()
          .replace(
              new Schedule(
                  schedule.id(), hostId, "Always", schedule.timeZone(), true, always, List.of()));
      EventType type = new EventTypeBuilder(hostId).duration(1).build();
      core.eventTypes().add(type);
      return hostId;
    }
  }

  private static List<UUID> bookUntilKilled(TestDatabase test, UUID hostId) throws Exception {
    Process booker =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledBooker.class.getName(),
                test.settings().url(),
                hostId.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<UUID> acknowledged = new ArrayList<>();
    try (BufferedReader lines = booker.inputReader()) {
      while (acknowledged.size() < ACKNOWLEDGED) {
        acknowledged.add(UUID.fromString(lines.readLine()));
      }
      // By its handle, which leaves what it printed to be read.
      booker.toHandle().destroyForcibly();
      // What it printed before it was killed was acknowledged as well; the last line may be cut.
      String line;
      while ((line = lines.readLine()) != null) {
        if (line.length() == 36) {
          acknowledged.add(UUID.fromString(line));
        }
      }
    } finally {
      booker.destroyForcibly().waitFor();
    }
    return acknowledged;
  }
}
