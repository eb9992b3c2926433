package org.meetwright.core.calendar.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.Core;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.TestClock;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.calendar.CalendarChoices;
import org.meetwright.core.calendar.account.CalendarConnections.AddOutcome;
import org.meetwright.core.calendar.account.CalendarConnections.NewConnection;
import org.meetwright.core.calendar.account.RemoteProviders;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.DatabaseSettings;
import org.meetwright.core.database.TestDatabase;

/// A program that is killed (SIGKILL) after the service has done what it asked for, and before it
/// has written that down, leaves one event of a meeting, or none if the meeting was cancelled.
class KilledWriterTest {
  private static final String TEN = "2026-03-05T15:00:00Z";
  private static final String ELEVEN = "2026-03-05T16:00:00Z";

  @TempDir Path folder;
  private FolderProvider service;
  private final TestClock clock = new TestClock("2026-03-02T12:00:00Z");

  @ParameterizedTest
  @EachDatabase
  void leavesOneEvent(DatabaseKind kind) throws Exception {
    Path calendar = Files.createDirectories(folder.resolve(kind.name()));
    service = new FolderProvider(calendar, () -> {});
    Fixture fixture = new Fixture(kind, new RemoteProviders(List.of(service)));
    try (TestDatabase database = fixture.database) {
      connect(fixture);
      UUID booking = fixture.book(fixture.addEventType(one -> one), TEN).id();
      fixture.core.close();
      killAndGoOn(database, calendar);
      assertThat(service.events()).singleElement().asString().contains("DTSTART:20260305T150000Z");

      change(
          database,
          core ->
              core.bookingDesk().reschedule(booking, Instant.parse(ELEVEN), Change.byInvitee("")));
      killAndGoOn(database, calendar);
      assertThat(service.events()).singleElement().asString().contains("DTSTART:20260305T160000Z");

      change(database, core -> core.bookingDesk().cancel(booking, Change.byInvitee("")));
      killAndGoOn(database, calendar);
      assertThat(service.events()).isEmpty();
      try (Core core = open(database)) {
        assertThat(core.calendarProblems().of(fixture.ada.id())).isEmpty();
      }
    }
  }

  private static void connect(Fixture fixture) {
    AccountAccess access = new AccountAccess("https://dav.example", "ada", "pw");
    AddOutcome.Added added =
        (AddOutcome.Added)
            fixture
                .core
                .calendarConnections()
                .add(fixture.ada.id(), new NewConnection(ProviderKind.CALDAV, "", access));
    fixture
        .core
        .calendarChoices()
        .choose(
            fixture.ada.id(),
            added.calendars().getFirst().id(),
            new CalendarChoices.Choice(null, null, true));
  }

  private Core open(TestDatabase database) {
    return KilledWriter.open(database.open(), clock, service);
  }

  private interface Work {
    void on(Core core);
  }

  private void change(TestDatabase database, Work work) {
    try (Core core = open(database)) {
      work.on(core);
    }
  }

  /// Has a program killed in the middle, and what it left done by another.
  private void killAndGoOn(TestDatabase database, Path calendar) throws Exception {
    DatabaseSettings settings = database.settings();
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                settings.url(),
                settings.keys().toString(),
                calendar.toString(),
                clock.instant().toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines = program.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("done there");
    } finally {
      program.destroyForcibly().waitFor();
    }
    // Until nobody holds the event any more.
    clock.advance(Duration.ofMinutes(5));
    try (Core core = open(database)) {
      KilledWriter.deliver(core, clock);
    }
  }
}
