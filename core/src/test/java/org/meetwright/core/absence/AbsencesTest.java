package org.meetwright.core.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.Fixture;
import org.meetwright.core.absence.Absences.Outcome;
import org.meetwright.core.availability.Availability.Slots;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.slot.AbsenceTime;
import org.meetwright.core.slot.Reason;
import org.meetwright.core.slot.Reason.Code;
import org.meetwright.core.team.Team;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;

/// Absences of Ada, who is open 09:00 to 17:00 in New York; the third of March 2026 is a Tuesday.
@ParameterizedClass
@EachDatabase
class AbsencesTest {
  @Parameter DatabaseKind kind;
  private Fixture fixture;
  private Absences absences;
  private EventType type;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    absences = fixture.core.absences();
    type = fixture.addEventType(t -> t.duration(60));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Absence dates(String from, String to) {
    return of(new Span.Dates(LocalDate.parse(from), LocalDate.parse(to)));
  }

  private Absence instants(String from, String to) {
    return of(new Span.Instants(Instant.parse(from), Instant.parse(to)));
  }

  private Absence of(Span span) {
    return new Absence(Ids.next(), fixture.ada.id(), span, "Back soon", null);
  }

  private static Absence with(Absence absence, UUID id, String destination) {
    return new Absence(
        id,
        absence.hostId(),
        absence.span(),
        absence.note(),
        destination == null ? null : Destination.parse(destination));
  }

  @Test
  void areReadAsTheyWereStored() {
    Host bea = fixture.addHost("bea");
    fixture.core.eventTypes().add(new EventTypeBuilder(bea.id()).build());
    Absence later = with(dates("2026-05-01", "2026-05-02"), Ids.next(), "bea/intro");
    Absence sooner = instants("2026-04-01T09:00:00.123456Z", "2026-04-01T10:00:00Z");
    absences.add(later);
    absences.add(sooner);
    assertThat(absences.list(fixture.ada.id())).containsExactly(sooner, later);
    assertThat(absences.find(fixture.ada.id(), later.id())).hasValue(later);
    assertThat(absences.find(bea.id(), later.id())).isEmpty();
    Absence other = with(dates("2026-06-01", "2026-06-01"), later.id(), null);
    assertThat(absences.replace(other)).isEqualTo(new Outcome.Saved(other, List.of()));
    assertThat(absences.find(fixture.ada.id(), later.id())).hasValue(other);
    assertThat(absences.replace(of(other.span()))).isEqualTo(new Outcome.NotFound());
    assertThat(absences.delete(bea.id(), other.id())).isFalse();
    assertThat(absences.delete(fixture.ada.id(), other.id())).isTrue();
    assertThat(absences.delete(fixture.ada.id(), other.id())).isFalse();
    assertThat(absences.list(fixture.ada.id())).containsExactly(sooner);
  }

  @Test
  void closeWholeDatesOfTheDefaultSchedule() {
    absences.add(dates("2026-03-03", "2026-03-04"));
    assertThat(fixture.starts(type, "2026-03-02", "2026-03-05", "America/New_York"))
        .allMatch(start -> start.startsWith("2026-03-02") || start.startsWith("2026-03-05"))
        .hasSize(16);
    assertThat(against("2026-03-04T15:00:00Z")).containsExactly(Code.ABSENCE);
    BookOutcome refused = fixture.tryBook(type, "2026-03-03T15:00:00Z", "b@example.com");
    assertThat(refused)
        .isInstanceOfSatisfying(
            BookOutcome.NotOffered.class,
            not ->
                assertThat(not.reasons()).extracting(Reason::code).containsExactly(Code.ABSENCE));
  }

  @Test
  void closeInstants() {
    absences.add(instants("2026-03-03T15:30:00Z", "2026-03-03T17:00:00Z"));
    assertThat(fixture.startsOn(type, "2026-03-03"))
        .containsExactly(
            "2026-03-03T14:00:00Z",
            "2026-03-03T17:00:00Z",
            "2026-03-03T18:00:00Z",
            "2026-03-03T19:00:00Z",
            "2026-03-03T20:00:00Z",
            "2026-03-03T21:00:00Z");
  }

  @Test
  void neverOverlap() {
    absences.add(dates("2026-03-03", "2026-03-04"));
    assertRefused("from", () -> absences.add(dates("2026-03-04", "2026-03-09")));
    // The fourth ends at 05:00Z in New York.
    assertRefused(
        "from", () -> absences.add(instants("2026-03-05T04:59:59Z", "2026-03-06T00:00:00Z")));
    Absence touching = instants("2026-03-05T05:00:00Z", "2026-03-06T00:00:00Z");
    absences.add(touching);
    Absence longer = with(dates("2026-03-04", "2026-03-05"), touching.id(), null);
    assertRefused("from", () -> absences.replace(longer));
    assertRefused("from", () -> absences.check(longer));
    assertThat(absences.list(fixture.ada.id())).hasSize(2).contains(touching);
    absences.replace(with(dates("2026-03-05", "2026-03-06"), touching.id(), null));
    Host bea = fixture.addHost("bea");
    absences.add(new Absence(Ids.next(), bea.id(), touching.span(), "Somebody else's may", null));
  }

  @Test
  void leadOnlyWhereSomebodyElseCanBeBooked() {
    Host bea = fixture.addHost("bea");
    EventType hers = fixture.core.eventTypes().add(new EventTypeBuilder(bea.id()).build());
    Absence away = dates("2026-03-03", "2026-03-04");
    for (String nowhere : List.of("bea/other", "nobody/intro", "ada/intro")) {
      assertRefused("redirectTo", () -> absences.add(with(away, away.id(), nowhere)));
    }
    assertRefused("redirectTo", () -> with(away, away.id(), "bea"));
    assertThat(absences.list(fixture.ada.id())).isEmpty();
    absences.add(with(away, away.id(), "bea/intro"));
    assertThat(absences.leadsSomewhere(new Destination("bea", "intro"))).isTrue();
    fixture.core.eventTypes().delete(bea.id(), hers.id());
    assertThat(absences.leadsSomewhere(new Destination("bea", "intro"))).isFalse();
  }

  @Test
  void refuseWhatIsTooLong() {
    assertRefused("to", () -> dates("2026-03-04", "2026-03-03"));
    assertRefused("to", () -> instants("2026-03-04T09:00:00Z", "2026-03-04T09:00:00Z"));
    Span day = new Span.Dates(LocalDate.parse("2026-03-04"), LocalDate.parse("2026-03-04"));
    new Absence(Ids.next(), fixture.ada.id(), day, "x".repeat(500), null);
    assertRefused(
        "note", () -> new Absence(Ids.next(), fixture.ada.id(), day, "x".repeat(501), null));
    LocalDate first = LocalDate.parse("2030-01-01");
    for (int i = 0; i < 500; i++) {
      absences.add(of(new Span.Dates(first.plusDays(i), first.plusDays(i))));
    }
    assertRefused("from", () -> absences.add(dates("2026-03-03", "2026-03-03")));
  }

  private static void assertRefused(String field, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidValueException.class, wrong -> assertThat(wrong.field()).isEqualTo(field));
  }

  @Test
  void leaveBookingsAndTellWhichStandInThem() {
    Booking before = fixture.book(type, "2026-03-03T14:00:00Z", "a@example.com");
    Booking in = fixture.book(type, "2026-03-03T15:00:00Z", "b@example.com");
    Booking later = fixture.book(type, "2026-03-03T16:00:00Z", "c@example.com");
    Absence absence = instants("2026-03-03T15:30:00Z", "2026-03-03T16:00:00Z");
    assertThat(absences.add(absence).standing()).containsExactly(in);
    Absence day = with(dates("2026-03-03", "2026-03-03"), absence.id(), null);
    assertThat(absences.replace(day)).isEqualTo(new Outcome.Saved(day, List.of(before, in, later)));
    assertThat(fixture.core.bookings().find(in.id())).hasValue(in);
  }

  @Test
  void leaveTheOthersOfARoundRobinAndNothingOfACollective() {
    Host bea = fixture.addHost("bea");
    Team team = fixture.addTeam("crew", fixture.ada, bea);
    EventType inTurn =
        fixture.addEventType(
            t -> t.slug("turn").duration(60).assignment(new Assignment.RoundRobin(team.id())));
    EventType together =
        fixture.addEventType(
            t -> t.slug("all").duration(60).assignment(new Assignment.Collective(team.id())));
    absences.add(dates("2026-03-03", "2026-03-03"));
    assertThat(fixture.startsOn(inTurn, "2026-03-03")).hasSize(8);
    assertThat(fixture.startsOn(together, "2026-03-03")).isEmpty();
    assertThat(told(inTurn)).isEmpty();
    assertThat(told(together)).extracting(AbsenceTime::note).containsExactly("Back soon");
    Booking booking = fixture.book(inTurn, "2026-03-03T15:00:00Z", "b@example.com");
    assertThat(booking.hosts()).extracting(host -> host.id()).containsExactly(bea.id());
  }

  @Test
  void closeAGroupMeetingToThoseWhoWouldJoin() {
    EventType group = fixture.addEventType(t -> t.slug("group").duration(60).seats(3));
    fixture.book(group, "2026-03-03T15:00:00Z", "a@example.com");
    assertThat(fixture.startsOn(group, "2026-03-03")).contains("2026-03-03T15:00:00Z");
    absences.add(instants("2026-03-03T15:59:00Z", "2026-03-03T16:00:00Z"));
    assertThat(fixture.startsOn(group, "2026-03-03")).doesNotContain("2026-03-03T15:00:00Z");
    assertThat(fixture.tryBook(group, "2026-03-03T15:00:00Z", "b@example.com"))
        .isInstanceOf(BookOutcome.NotOffered.class);
  }

  @Test
  void areToldWithTheSlotsTheyTake() {
    Absence away = dates("2026-03-03", "2026-03-04");
    absences.add(away);
    assertThat(told(type)).extracting(AbsenceTime::absenceId).containsExactly(away.id());
    LocalDate later = LocalDate.parse("2026-03-05");
    assertThat(
            fixture
                .core
                .availability()
                .slots(type, later, later, fixture.ada.timeZone())
                .absences())
        .isEmpty();
  }

  private List<AbsenceTime> told(EventType asked) {
    LocalDate day = LocalDate.parse("2026-03-03");
    Slots slots = fixture.core.availability().slots(asked, day, day, fixture.ada.timeZone());
    return slots.absences();
  }

  private List<Code> against(String start) {
    return fixture.core.availability().reasonsAgainst(type, Instant.parse(start)).stream()
        .map(Reason::code)
        .toList();
  }
}
