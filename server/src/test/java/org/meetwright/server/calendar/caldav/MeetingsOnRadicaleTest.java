package org.meetwright.server.calendar.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.Core;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.Patience;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.calendar.Calendar;
import org.meetwright.core.calendar.CalendarChoices.Choice;
import org.meetwright.core.calendar.account.CalendarConnections.AddOutcome;
import org.meetwright.core.calendar.account.CalendarConnections.NewConnection;
import org.meetwright.core.calendar.account.CalendarRemoval;
import org.meetwright.core.calendar.account.RemoteProviders;
import org.meetwright.core.calendar.account.RemovalJob;
import org.meetwright.core.calendar.account.WrittenEvents;
import org.meetwright.core.calendar.meeting.CalendarProblems;
import org.meetwright.core.calendar.meeting.CalendarWrite;
import org.meetwright.core.calendar.meeting.CalendarWriter;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.OwnEvent;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.outbox.Handler;
import org.meetwright.core.outbox.OutboxWorker;
import org.meetwright.server.calendar.event.HostEventText;
import org.meetwright.server.outgoing.Targets;

/// Meetings in a calendar of Radicale, seen and changed there by another client.
@Timeout(600)
@ParameterizedClass
@EachDatabase
class MeetingsOnRadicaleTest {
  private static final String TEN = "2026-03-05T15:00:00Z";
  private static final String ELEVEN = "2026-03-05T16:00:00Z";

  @Parameter DatabaseKind kind;
  @TempDir Path directory;
  private Bed bed;
  private Fixture fixture;
  private Core core;
  private OutboxWorker worker;
  private EventType type;
  private UUID connectionId;
  private Calendar calendar;

  @BeforeEach
  void open() throws Exception {
    RadicaleTest radicale = new RadicaleTest();
    for (Path need : radicale.needs()) {
      Assumptions.assumeTrue(Files.exists(need), () -> "Skipped: there is no " + need);
    }
    bed = radicale.start(directory);
    fixture = new Fixture(kind, new RemoteProviders(List.of(provider())));
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
                        new AccountAccess(bed.root(), bed.user(), bed.password())));
    connectionId = added.connection().id();
    calendar = added.calendars().getFirst();
    core.calendarChoices().choose(fixture.ada.id(), calendar.id(), new Choice(null, null, true));
    worker =
        OutboxWorker.start(
            core.outbox(),
            List.of(
                new Handler<>(
                    CalendarWrite.KIND,
                    new CalendarWriter(
                        core.database(),
                        fixture.clock,
                        core.connectedAccounts(),
                        core.calendarProblems(),
                        new HostEventText(core.eventTypes()::find))),
                new Handler<>(
                    CalendarRemoval.KIND,
                    new RemovalJob(
                        core.database(),
                        core.writtenMeetings(),
                        core.calendarConnections(),
                        fixture.clock))));
  }

  @AfterEach
  void close() throws Exception {
    if (bed != null) {
      worker.close();
      fixture.close();
      bed.close();
    }
  }

  private CalDavProvider provider() {
    return new CalDavProvider(
        Targets.ofCalendars(true),
        Patience.LONG,
        (_, _) -> List.of(),
        () -> Instant.parse("2026-03-02T12:00:00Z"));
  }

  private void settle() throws Exception {
    Patience.until(() -> core.outbox().list(CalendarWrite.KIND, "pending", 10).isEmpty());
    assertThat(core.outbox().list(CalendarWrite.KIND, "parked", 10)).isEmpty();
  }

  private void sync() throws Exception {
    core.calendarSync().sync(fixture.ada.id(), connectionId);
    settle();
  }

  /// Returns all that stands in the calendar, as the other client sees it.
  private String seen() throws Exception {
    return bed.curl("GET", bed.calendar(), "").body().replaceAll("\\r?\\n[ \\t]", "");
  }

  private static long events(String seen) {
    return seen.lines().filter(line -> line.startsWith("BEGIN:VEVENT")).count();
  }

  private void assertOneAt(String start) throws Exception {
    String seen = seen();
    assertThat(events(seen)).as(seen).isEqualTo(1);
    assertThat(seen).contains("DTSTART:" + basic(start));
  }

  private static String basic(String start) {
    return start.replaceAll("[-:]", "");
  }

  private String name() throws Exception {
    String list = bed.curl("PROPFIND", bed.calendar(), "", "Depth: 1").body();
    return list.replaceFirst("(?s).*/ada/work/([^<]+\\.ics).*", "$1");
  }

  @Test
  void followWhatIsBookedMovedAndCancelled() throws Exception {
    Booking booking = fixture.book(type, TEN);
    settle();
    assertOneAt(TEN);
    assertThat(seen())
        .contains("UID:" + booking.calendarUid(), "bob@example.com")
        .doesNotContain("ATTENDEE", "ORGANIZER");

    move(booking, ELEVEN);
    settle();
    assertOneAt(ELEVEN);

    sync();
    assertThat(fixture.startsOn(type, "2026-03-05")).contains(TEN);

    core.bookingDesk().cancel(booking.id(), Change.byInvitee(""));
    settle();
    assertThat(events(seen())).isZero();
  }

  private void move(Booking booking, String start) {
    core.bookingDesk().reschedule(booking.id(), Instant.parse(start), Change.byInvitee(""));
  }

  @Test
  void areLookedAtWhenTheHostMovesThem() throws Exception {
    Booking booking = fixture.book(type, TEN);
    settle();
    sync();
    String moved =
        seen()
            .replace(basic(TEN), basic(ELEVEN))
            .replace("DTEND:20260305T153000Z", "DTEND:20260305T163000Z");
    bed.put(name(), moved);
    sync();

    var problem = core.calendarProblems().of(fixture.ada.id()).getFirst();
    assertThat(problem.kind()).isEqualTo(CalendarProblems.ProblemKind.MOVED);
    assertThat(problem.there().startInclusive()).isEqualTo(ELEVEN);
    core.calendarProblems().choose(fixture.ada.id(), problem.id(), CalendarProblems.Choice.FOLLOW);
    settle();
    assertOneAt(ELEVEN);
    assertThat(core.bookings().find(booking.id()).orElseThrow().start()).isEqualTo(ELEVEN);
  }

  @Test
  void areLookedAtWhenTheHostDeletesThem() throws Exception {
    fixture.book(type, TEN);
    settle();
    sync();
    bed.curl("DELETE", bed.calendar() + name(), "");
    // It was all that there was, so it is asked once more.
    sync();
    sync();

    var problem = core.calendarProblems().of(fixture.ada.id()).getFirst();
    assertThat(problem.kind()).isEqualTo(CalendarProblems.ProblemKind.DELETED);
    core.calendarProblems()
        .choose(fixture.ada.id(), problem.id(), CalendarProblems.Choice.PUT_BACK);
    settle();
    assertOneAt(TEN);
  }

  @Test
  void areDeletedThereBeforeTheirAccountIsForgotten() throws Exception {
    fixture.book(type, TEN);
    settle();
    bed.put("dentist.ics", Bed.event("dentist", basic(ELEVEN)));
    assertThat(events(seen())).isEqualTo(2);

    core.calendarConnections().remove(fixture.ada.id(), connectionId, WrittenEvents.DELETE);
    Patience.until(
        () -> {
          fixture.clock.advance(Duration.ofSeconds(15));
          return core.calendarConnections().list(fixture.ada.id()).isEmpty();
        });

    assertOneAt(ELEVEN);
    assertThat(core.problems().of(fixture.ada.id())).isEmpty();
  }

  /// What was written before is of a meeting that was moved, and so replaced, meanwhile.
  @Test
  void standThereOnceAfterAnAnswerThatWasLost() throws Exception {
    worker.close();
    Booking booking = fixture.book(type, TEN);
    core.connectedAccounts()
        .open(connectionId)
        .orElseThrow()
        .put(
            calendar.remote().id(),
            new OwnEvent(
                booking.meetingId(),
                booking.calendarUid(),
                1,
                booking.start(),
                booking.end(),
                ZoneId.of("America/New_York"),
                "x",
                "",
                "",
                false,
                fixture.clock.instant()),
            null);
    move(booking, ELEVEN);
    for (var message : core.outbox().list(CalendarWrite.KIND, "pending", 10)) {
      new CalendarWriter(
              core.database(),
              fixture.clock,
              core.connectedAccounts(),
              core.calendarProblems(),
              new HostEventText(core.eventTypes()::find))
          .deliver(CalendarWrite.KIND.read(message), message);
    }

    assertOneAt(ELEVEN);
    assertThat(seen()).contains("bob@example.com");
  }

  @Test
  void areNotBookedOverWhatAnotherClientHasJustPutIn() throws Exception {
    sync();
    fixture.clock.advance(Duration.ofSeconds(31));
    bed.put("dentist.ics", Bed.event("dentist", basic(TEN)));

    assertThat(fixture.tryBook(type, TEN, "bob@example.com"))
        .isInstanceOf(BookOutcome.SlotTaken.class);
    assertThat(fixture.tryBook(type, "2026-03-05T17:00:00Z", "bob@example.com"))
        .isInstanceOf(BookOutcome.Booked.class);
  }
}
