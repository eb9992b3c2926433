package org.meetwright.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.Concurrently;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.archive.ArchiveJob.Lifetimes;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.ChangeOutcome;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.value.InvalidValueException;

@ParameterizedClass
@EachDatabase
class ArchiveTest {
  private static final Duration NINETY_DAYS = Duration.ofDays(90);
  private static final Instant FIRST = Instant.parse("2026-03-03T15:00:00Z");
  private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

  @Parameter DatabaseKind kind;

  private Fixture fixture;
  private Archive archive;
  private ArchiveCheck check;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    archive = fixture.core.archive();
    check = new ArchiveCheck(fixture.core.database());
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  /// Books a group of two, a single meeting that is moved and then cancelled, and one with a key.
  private Booking bookThree() {
    EventType group = fixture.addEventType(t -> t.slug("group").seats(3));
    EventType single = fixture.addEventType(t -> t.slug("single").reminders(60));
    fixture.book(group, "2026-03-03T15:00:00Z", "bob@example.com");
    fixture.book(group, "2026-03-03T15:00:00Z", "eve@example.com");
    Booking moved = fixture.book(single, "2026-03-03T16:00:00Z", "dan@example.com");
    fixture
        .core
        .bookingDesk()
        .reschedule(moved.id(), Instant.parse("2026-03-04T16:00:00Z"), Change.byInvitee("Train"));
    fixture.core.bookingDesk().cancel(moved.id(), Change.byInvitee("No train"));
    return Fixture.booked(
        fixture
            .core
            .bookingDesk()
            .book(
                Fixture.request(single, "2026-03-05T15:00:00Z", "zoe@example.com", "key-1"),
                Actor.INVITEE));
  }

  private void passDays(int days) {
    fixture.clock.set(FIRST.plus(Duration.ofDays(days)).toString());
  }

  @Test
  void movesWhatEndedLongerAgoThanTheAgeAndNothingElse() {
    bookThree();

    passDays(90);
    assertThat(archive.archiveBatch(NINETY_DAYS).meetings()).isZero();
    fixture.clock.set("2026-06-01T15:30:00.000001Z");
    assertThat(archive.archiveBatch(NINETY_DAYS))
        .extracting(Tally::meetings, Tally::bookings)
        .containsExactly(1L, 2L);
    passDays(95);
    assertThat(archive.archiveBatch(NINETY_DAYS).meetings()).isEqualTo(2);
    assertThat(archive.archiveBatch(NINETY_DAYS)).isEqualTo(Tally.NONE);

    assertThat(fixture.dump("booking_archive", "booking_archive_host", "archive_tally"))
        .doesNotContain("example.com");
    ArchiveCheck.Report report = check.run();
    assertThat(report.faults()).isEmpty();
    assertThat(report.live()).isEqualTo(Tally.NONE);
    assertThat(report.archived().bookings()).isEqualTo(4);
  }

  @Test
  void bringsBackExactlyWhatItTook() {
    Booking keyed = bookThree();
    fixture.sql("DELETE FROM outbox");
    String[] moving = {"meeting", "host"};
    String before = fixture.dump(moving);
    Tally live = check.run().live();
    passDays(100);
    while (archive.archiveBatch(NINETY_DAYS).meetings() > 0) {
      assertThat(check.run().faults()).isEmpty();
    }

    Tally back = archive.restoreBatch(fixture.ada.id(), FIRST, FAR);

    assertThat(back).isEqualTo(live);
    assertThat(fixture.dump(moving)).isEqualTo(before);
    assertThat(check.run()).isEqualTo(new ArchiveCheck.Report(live, Tally.NONE, List.of()));
    assertThat(fixture.core.bookings().find(keyed.id())).contains(keyed);
    assertThat(archive.archiveBatch(NINETY_DAYS))
        .as("what came back stays for a while")
        .isEqualTo(Tally.NONE);
    passDays(191);
    assertThat(archive.archiveBatch(NINETY_DAYS)).isEqualTo(live);
  }

  @Test
  void bringsBackFromADayOnAndOnlyTheHostsOwn() {
    bookThree();
    passDays(100);
    archive.archiveBatch(NINETY_DAYS);

    assertThat(archive.restoreBatch(fixture.addHost("bea").id(), FIRST, FAR)).isEqualTo(Tally.NONE);
    assertThat(archive.restoreBatch(fixture.ada.id(), FIRST.plusSeconds(1), FAR).meetings())
        .isEqualTo(2);
    assertThat(archive.restoreBatch(fixture.ada.id(), FIRST, FAR).meetings()).isEqualTo(1);
  }

  @Test
  void bringsBackAMeetingWhoseEventTypeIsGone() {
    EventType type = fixture.addEventType(t -> t);
    Booking booking = fixture.book(type, "2026-03-03T15:00:00Z");
    passDays(100);
    archive.archiveBatch(NINETY_DAYS);
    fixture.core.eventTypes().delete(fixture.ada.id(), type.id());

    archive.restoreBatch(fixture.ada.id(), FIRST, FAR);

    assertThat(fixture.core.bookings().find(booking.id()).orElseThrow().eventTypeId()).isNull();
  }

  @Test
  void deletesForGoodWhatIsOlderThanItsRetention() {
    bookThree();
    passDays(100);
    archive.archiveBatch(NINETY_DAYS);

    passDays(366);
    assertThat(archive.deleteBatch(Duration.ofDays(365)).meetings()).isEqualTo(1);
    assertThat(archive.deleteBatch(Duration.ofDays(365))).isEqualTo(Tally.NONE);

    ArchiveCheck.Report report = check.run();
    assertThat(report.faults()).isEmpty();
    assertThat(report.archived().meetings()).isEqualTo(2);
    assertThat(fixture.dump()).doesNotContain("bob@example.com").contains("dan@example.com");
  }

  @Test
  void findsWhatWasTamperedWith() {
    bookThree();
    passDays(100);
    archive.archiveBatch(NINETY_DAYS);

    fixture.sql("UPDATE booking_archive SET document = REPLACE(document, 'Train', 'Plane')");
    assertThat(check.run().faults()).singleElement().asString().contains("its checksum differs");
    fixture.sql("UPDATE booking_archive SET document = REPLACE(document, 'Plane', 'Train')");
    assertThat(check.run().faults()).isEmpty();
    fixture.sql("DELETE FROM booking_archive_host");
    assertThat(check.run().faults())
        .hasSize(3)
        .allMatch(fault -> fault.contains("not found under"));
    fixture.sql("DELETE FROM booking_archive");
    assertThat(check.run().faults())
        .singleElement()
        .asString()
        .startsWith("The archive should hold 3 meetings with 4 bookings");
  }

  @Test
  void losesNoChangeThatIsMadeWhileItRuns() throws Exception {
    EventType type = fixture.addEventType(t -> t.duration(10));
    List<Booking> bookings =
        IntStream.range(0, 12)
            .mapToObj(i -> fixture.book(type, FIRST.plusSeconds(i * 600L).toString()))
            .toList();
    passDays(100);
    Change byHost = new Change(Actor.HOST, fixture.ada.id(), null, "");
    AtomicInteger noted = new AtomicInteger();

    Concurrently.run(
        bookings.size() + 1,
        i -> {
          if (i == 6) {
            return archive.archiveBatch(NINETY_DAYS);
          }
          try {
            var outcome =
                fixture.core.bookingDesk().noShow(bookings.get(i < 6 ? i : i - 1).id(), byHost);
            if (outcome instanceof ChangeOutcome.Changed) {
              noted.incrementAndGet();
            }
          } catch (RuntimeException refused) {
            // The booking went to the archive meanwhile.
          }
          return null;
        });
    archive.restoreBatch(fixture.ada.id(), FIRST, FAR);

    long kept =
        bookings.stream()
            .filter(b -> fixture.core.bookings().find(b.id()).orElseThrow().noShow())
            .count();
    assertThat(kept).isEqualTo(noted.get());
    assertThat(check.run().faults()).isEmpty();
  }

  @Test
  void runsEveryDayAndPutsItsSuccessorIn() throws Exception {
    bookThree();
    fixture.sql("DELETE FROM outbox");
    ArchiveJob job =
        new ArchiveJob(
            archive,
            fixture.core.outbox(),
            new Lifetimes(Duration.ofDays(93), Duration.ofDays(365)),
            fixture.clock,
            List.of());
    job.schedule();
    job.schedule();
    assertThat(fixture.dump()).containsOnlyOnce("archive-2026-03-03");

    passDays(100);
    job.deliver(new ArchiveJob.Run(), null);

    assertThat(check.run().archived().meetings()).isEqualTo(3);
    assertThat(fixture.dump()).containsOnlyOnce("archive-2026-06-12");
    passDays(500);
    job.deliver(new ArchiveJob.Run(), null);
    assertThat(check.run().archived()).isEqualTo(Tally.NONE);
  }

  @Test
  void keepsWhatLimitsAndTurnsLookBackAt() {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new Lifetimes(Duration.ofDays(92), Duration.ZERO))
        .satisfies(refused -> assertThat(refused.field()).isEqualTo("archive.afterDays"))
        .withMessageContaining("at least 93, not 92");
  }
}
