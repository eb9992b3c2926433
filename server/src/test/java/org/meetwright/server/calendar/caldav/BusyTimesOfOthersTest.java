package org.meetwright.server.calendar.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.Core;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.Patience;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.calendar.Calendar;
import org.meetwright.core.calendar.CalendarChoices.Choice;
import org.meetwright.core.calendar.account.CalendarConnections.AddOutcome;
import org.meetwright.core.calendar.account.CalendarConnections.NewConnection;
import org.meetwright.core.calendar.account.RemoteProviders;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.sync.CalendarSync.SyncOutcome;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.server.outgoing.Targets;

/// A calendar of someone else, of which the host may only know when it is busy.
@Timeout(600)
@ParameterizedClass
@EachDatabase
class BusyTimesOfOthersTest {
  private static final String TEN = "2026-03-05T15:00:00Z";
  private static final String ELEVEN = "2026-03-05T16:00:00Z";
  private static final String NOON = "2026-03-05T17:00:00Z";

  @Parameter DatabaseKind kind;
  @TempDir Path directory;
  private Bed bed;
  private Fixture fixture;
  private Core core;
  private EventType type;
  private UUID connectionId;

  @AfterEach
  void close() throws Exception {
    if (fixture != null) {
      fixture.close();
    }
    if (bed != null) {
      bed.close();
    }
  }

  private static void assumeThere(CalDavSuite server) {
    for (Path need : server.needs()) {
      Assumptions.assumeTrue(Files.exists(need), () -> "Skipped: there is no " + need);
    }
  }

  @Test
  void countOnDavical() throws Exception {
    DavicalTest server = new DavicalTest();
    assumeThere(server);
    bed = server.start(directory);
    server.shareBusyTimes("bob");
    count();
  }

  @Test
  void countOnCyrus() throws Exception {
    CyrusTest server = new CyrusTest();
    assumeThere(server);
    bed = server.start(directory);
    server.shareBusyTimes("bob");
    count();
  }

  private SyncOutcome.Synced sync() {
    return (SyncOutcome.Synced) core.calendarSync().sync(fixture.ada.id(), connectionId);
  }

  /// Connects as Bob, who shares nothing but knows when the other is busy.
  private Calendar connect() {
    CalDavProvider provider =
        new CalDavProvider(
            Targets.ofCalendars(true),
            Patience.LONG,
            (_, _) -> List.of(),
            () -> Instant.parse("2026-03-02T12:00:00Z"));
    fixture = new Fixture(kind, new RemoteProviders(List.of(provider)));
    core = fixture.core;
    type = fixture.addEventType(one -> one);
    AddOutcome.Added added =
        (AddOutcome.Added)
            core.calendarConnections()
                .add(
                    fixture.ada.id(),
                    new NewConnection(
                        ProviderKind.CALDAV,
                        "",
                        new AccountAccess(bed.calendar(), "bob", "secret")));
    connectionId = added.connection().id();
    return added.calendars().stream()
        .filter(one -> one.remote().id().startsWith(bed.calendar()))
        .findFirst()
        .orElseThrow();
  }

  private List<String> starts() {
    return fixture.startsOn(type, "2026-03-05");
  }

  private void count() throws Exception {
    bed.put("dentist.ics", Bed.event("dentist", "20260305T150000Z"));
    bed.put("weekly.ics", Bed.event("weekly", "20260224T160000Z", "RRULE:FREQ=DAILY;COUNT=30"));
    bed.put("free.ics", Bed.event("free", "20260305T180000Z", "TRANSP:TRANSPARENT"));
    Calendar calendar = connect();
    assertThat(calendar.remote().mayWrite()).isFalse();
    assertThat(calendar.use().busy()).isTrue();
    var receiving =
        core.calendarChoices()
            .choose(fixture.ada.id(), calendar.id(), new Choice(null, null, true));
    assertThat(receiving.toString()).contains("ReadOnly");

    assertThat(sync().moved()).isTrue();
    assertThat(starts()).doesNotContain(TEN, ELEVEN).contains(NOON, "2026-03-05T18:00:00Z");
    assertThat(fixture.startsOn(type, "2026-03-06"))
        .contains("2026-03-06T15:00:00Z")
        .doesNotContain("2026-03-06T16:00:00Z");
    assertThat(fixture.dump()).contains("DTEND:20260305T170000Z").doesNotContain("Dentist");

    String before = fixture.dump("calendar", "calendar_connection");
    assertThat(sync().moved()).isFalse();
    assertThat(fixture.dump("calendar", "calendar_connection")).isEqualTo(before);

    fixture.clock.advance(Duration.ofSeconds(31));
    bed.put("late.ics", Bed.event("late", "20260305T170000Z"));
    assertThat(fixture.tryBook(type, NOON, "bob@example.com"))
        .isInstanceOf(BookOutcome.SlotTaken.class);
    assertThat(starts()).doesNotContain(TEN, ELEVEN, NOON);
    assertThat(fixture.tryBook(type, "2026-03-05T18:00:00Z", "bob@example.com"))
        .isInstanceOf(BookOutcome.Booked.class);

    bed.curl("DELETE", bed.calendar() + "late.ics", "");
    assertThat(sync().moved()).isTrue();
    assertThat(starts()).contains(NOON).doesNotContain(TEN, ELEVEN);
    assertThat(fixture.dump()).doesNotContain("Dentist");
  }
}
