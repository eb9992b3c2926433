package org.meetwright.core.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.imports.ImportReport.Item;
import org.meetwright.core.imports.ImportReport.ItemKind;
import org.meetwright.core.imports.ImportReport.Outcome;
import org.meetwright.core.imports.ImportedEventType.Origin;
import org.meetwright.core.imports.ImportedMeeting.EventIdentity;
import org.meetwright.core.imports.ImportedMeeting.Invited;
import org.meetwright.core.imports.ImportedMeeting.State;
import org.meetwright.core.outbox.Message;
import org.meetwright.core.time.Interval;
import org.meetwright.core.value.EmailAddress;

@ParameterizedClass
@EachDatabase
class ImportsTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  @Parameter DatabaseKind kind;
  private Fixture fixture;
  private EventType intro;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    intro = fixture.addEventType(type -> type.buffers(10, 10).reminders(1440, 60));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private static Invited invited(String key, String email, BookingStatus status) {
    return new Invited(
        key,
        new Invitee("Bob", new EmailAddress(email), ZONE, Locale.ENGLISH),
        List.of(),
        List.of(),
        "",
        new State(status, false, ""),
        new EventIdentity(key + "@old.example", 3),
        Instant.parse("2026-01-02T03:04:05Z"));
  }

  private static Invited invited(String key) {
    return invited(key, key + "@example.com", BookingStatus.CONFIRMED);
  }

  private static ImportedMeeting meeting(String start, String end, Invited... invited) {
    return new ImportedMeeting(
        "intro",
        "Intro",
        List.of("ada"),
        new Interval(Instant.parse(start), Instant.parse(end)),
        null,
        Arrays.asList(invited));
  }

  private ImportedData data(ImportedMeeting... meetings) {
    ImportedHost ada =
        new ImportedHost("ada", "Ada", fixture.ada.email(), ZONE, Locale.ENGLISH, null, "Ada.Old");
    ImportedEventType type =
        new ImportedEventType(
            new Origin("intro", "ada", null, "ada.old/Intro"),
            intro.listing(),
            intro.timing(),
            intro.bounds(),
            intro.attendance(),
            intro.correspondence(),
            intro.policies());
    return new ImportedData(
        "test", List.of(ada), List.of(), List.of(type), List.of(meetings), List.of());
  }

  private ImportReport run(ImportedMeeting... meetings) {
    return fixture.core.imports().run(data(meetings), null);
  }

  private List<Booking> bookings() {
    return fixture
        .core
        .bookings()
        .list(new BookingFilter(null, null, null, null, null, null), null, 100)
        .bookings();
  }

  @Test
  void writesNothingWhenItIsTriedOut() {
    String before = fixture.dump();

    ImportReport report =
        fixture
            .core
            .imports()
            .tryOut(
                data(meeting("2026-03-03T15:00:00Z", "2026-03-03T15:30:00Z", invited("b"))), null);

    assertThat(report.count(ItemKind.BOOKING, Outcome.CREATED)).isOne();
    assertThat(fixture.dump()).isEqualTo(before);
  }

  @Test
  void changesNothingTheSecondTime() {
    ImportedMeeting meeting = meeting("2026-03-03T15:00:00Z", "2026-03-03T15:30:00Z", invited("b"));
    run(meeting);
    String before = fixture.dump();

    ImportReport again = run(meeting);

    assertThat(again.all(Outcome.CREATED)).isEmpty();
    assertThat(again.count(ItemKind.BOOKING, Outcome.THERE)).isOne();
    assertThat(fixture.dump()).isEqualTo(before);
  }

  @Test
  void keepsUidSequenceAndTimeOfBookingAndOnlyReminds() {
    run(meeting("2026-03-05T15:00:00Z", "2026-03-05T15:30:00Z", invited("b")));

    Booking booking = bookings().getFirst();
    assertThat(booking.calendarUid()).isEqualTo("b@old.example");
    assertThat(booking.calendarSequence()).isEqualTo(3);
    assertThat(booking.createdAt()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(booking.eventTypeId()).isEqualTo(intro.id());
    assertThat(fixture.core.bookings().history(booking.id()))
        .singleElement()
        .satisfies(entry -> assertThat(entry.action()).isEqualTo("imported"));
    assertThat(fixture.core.outbox().list(null, null, 100))
        .hasSize(4)
        .extracting(Message::dueAt)
        .containsOnly(Instant.parse("2026-03-04T15:00:00Z"), Instant.parse("2026-03-05T14:00:00Z"));
  }

  @Test
  void bringsWhatIsOverWithoutAWord() {
    run(
        meeting("2026-01-05T15:00:00Z", "2026-01-05T15:30:00Z", invited("past")),
        meeting(
            "2026-01-06T15:00:00Z",
            "2026-01-06T15:30:00Z",
            invited("asked", "asked@example.com", BookingStatus.PENDING)),
        meeting(
            "2026-03-06T15:00:00Z",
            "2026-03-06T15:30:00Z",
            invited("gone", "gone@example.com", BookingStatus.CANCELLED)));

    assertThat(bookings())
        .extracting(Booking::status)
        .containsExactly(BookingStatus.CONFIRMED, BookingStatus.DECLINED, BookingStatus.CANCELLED);
    assertThat(fixture.core.outbox().list(null, null, 100)).isEmpty();
    assertThat(fixture.tryBook(intro, "2026-03-06T15:00:00Z", "cy@example.com"))
        .isInstanceOf(BookOutcome.Booked.class);
  }

  @Test
  void booksNobodyTwice() {
    fixture.book(intro, "2026-03-03T15:00:00Z", "cy@example.com");

    ImportReport report =
        run(
            meeting("2026-03-03T15:20:00Z", "2026-03-03T15:50:00Z", invited("over")),
            meeting("2026-03-03T15:40:00Z", "2026-03-03T16:10:00Z", invited("beside")),
            meeting("2026-03-03T16:00:00Z", "2026-03-03T16:30:00Z", invited("each-other")));

    assertThat(report.all(Outcome.LEFT_OUT))
        .extracting(Item::why)
        .containsExactly(
            "overlaps the meeting Intro call at 2026-03-03T15:00:00Z here",
            "overlaps the meeting Intro call at 2026-03-03T15:40:00Z here");
    assertThat(bookings()).hasSize(2);
    // Its buffers did not fit, and it takes its time all the same.
    assertThat(fixture.tryBook(intro, "2026-03-03T15:30:00Z", "di@example.com"))
        .isNotInstanceOf(BookOutcome.Booked.class);
  }

  @Test
  void lateInviteesJoinTheirMeeting() {
    run(meeting("2026-03-03T15:00:00Z", "2026-03-03T15:30:00Z", invited("b")));

    ImportReport later =
        run(meeting("2026-03-03T15:00:00Z", "2026-03-03T15:30:00Z", invited("b"), invited("c")));

    assertThat(later.count(ItemKind.BOOKING, Outcome.CREATED)).isOne();
    assertThat(bookings())
        .extracting(Booking::meetingId)
        .hasSize(2)
        .containsOnly(bookings().getFirst().meetingId());
  }

  @Test
  void anErasedInviteeDoesNotComeBack() {
    ImportedMeeting past = meeting("2026-01-05T15:00:00Z", "2026-01-05T15:30:00Z", invited("past"));
    run(past);
    fixture.core.erasure().eraseInvitee(new EmailAddress("past@example.com"));

    run(past);

    assertThat(fixture.dump()).doesNotContain("past@example.com");
  }

  @Test
  void keepsOldAddressesThatHideNoPage() {
    run();

    assertThat(fixture.core.pageAliases().find("/ADA.old/intro").orElseThrow().target())
        .isEqualTo("ada/" + intro.slug());
    assertThat(fixture.core.pageAliases().find("ada.old").orElseThrow().target()).isEqualTo("ada");
    assertThat(fixture.core.pageAliases().find("ada/intro")).isEmpty();
    fixture.core.erasure().eraseHost(fixture.ada.id());
    assertThat(fixture.core.pageAliases().find("ada.old")).isEmpty();
  }

  @Test
  void leavesOutWhoseHostIsNotHere() {
    UUID nobody = null;
    ImportedHost other =
        new ImportedHost(
            "x", "X", new EmailAddress("x@example.org"), ZONE, Locale.ENGLISH, null, null);

    ImportReport report =
        fixture
            .core
            .imports()
            .run(
                new ImportedData(
                    "test",
                    List.of(other),
                    List.of(),
                    List.of(),
                    List.of(
                        new ImportedMeeting(
                            null,
                            "Intro",
                            List.of("x"),
                            new Interval(
                                Instant.parse("2026-03-03T15:00:00Z"),
                                Instant.parse("2026-03-03T15:30:00Z")),
                            null,
                            List.of(invited("b")))),
                    List.of()),
                nobody);

    assertThat(report.all(Outcome.LEFT_OUT))
        .extracting(Item::why)
        .containsExactly(
            "is no host here; add the host first: meetwright host add",
            "none of its hosts is here");
    assertThat(bookings()).isEmpty();
  }
}
