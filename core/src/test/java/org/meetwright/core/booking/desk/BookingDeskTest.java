package org.meetwright.core.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.HistoryEntry;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.question.Answer;
import org.meetwright.core.question.Question;
import org.meetwright.core.slot.Reason;
import org.meetwright.core.slot.Reason.Code;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;

@ParameterizedClass
@EachDatabase
class BookingDeskTest extends DeskTest {
  private static final String TEN = "2026-03-03T15:00:00Z";
  private static final String ELEVEN = "2026-03-03T16:00:00Z";
  private static final Change BY_INVITEE = Change.byInvitee("");

  @Test
  void booksAnOfferedTimeAndTakesItAway() {
    EventType type = fixture.addEventType(t -> t);
    Booking booking = fixture.book(type, TEN);
    assertThat(booking.status()).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(booking.end()).isEqualTo("2026-03-03T15:30:00Z");
    assertThat(booking.version()).isEqualTo(1);
    assertThat(booking.calendarSequence()).isZero();
    assertThat(startsOn(type, "2026-03-03")).doesNotContain(Instant.parse(TEN)).hasSize(15);
    assertThat(fixture.core.bookings().find(booking.id())).contains(booking);
  }

  @Test
  void answersSlotTakenToAnotherInvitee() {
    EventType type = fixture.addEventType(t -> t);
    fixture.book(type, TEN);
    assertThat(desk.book(Fixture.request(type, TEN, "eve@example.com", null), Actor.INVITEE))
        .isEqualTo(new BookOutcome.SlotTaken());
    assertThat(historyAndMessages()).isEqualTo(List.of(1L, 2L));
  }

  @Test
  void answersSlotTakenWhenTheLimitIsReachedByThatVeryMeeting() {
    EventType type = fixture.addEventType(t -> t.limits(1, null));
    fixture.book(type, TEN);
    assertThat(desk.book(Fixture.request(type, TEN, "eve@example.com", null), Actor.INVITEE))
        .isEqualTo(new BookOutcome.SlotTaken());
    assertThat(reasons(desk.book(Fixture.request(type, ELEVEN), Actor.INVITEE)))
        .containsExactly(Code.LIMIT);
  }

  @Test
  void refusesWhatIsNotOfferedWithReasonsAndWritesNothing() {
    EventType type = fixture.addEventType(t -> t);
    assertThat(reasons(desk.book(Fixture.request(type, "2026-03-03T15:07:00Z"), Actor.INVITEE)))
        .containsExactly(Code.OFF_GRID);
    assertThat(reasons(desk.book(Fixture.request(type, "2026-03-01T15:00:00Z"), Actor.INVITEE)))
        .containsExactly(Code.PAST, Code.OUTSIDE_SCHEDULE);
    assertThat(historyAndMessages()).isEqualTo(List.of(0L, 0L));
  }

  @Test
  void answersARepeatedKeyWithTheFirstAnswerAndRefusesItForOtherContent() {
    EventType type = fixture.addEventType(t -> t);
    BookRequest request = Fixture.request(type, TEN, "bob@example.com", "k1");
    Booking first = Fixture.booked(desk.book(request, Actor.INVITEE));
    assertThat(desk.book(request, Actor.INVITEE)).isEqualTo(new BookOutcome.Repeated(first));
    assertThat(desk.book(Fixture.request(type, ELEVEN, "bob@example.com", "k1"), Actor.INVITEE))
        .isEqualTo(new BookOutcome.KeyReused());
  }

  @Test
  void lets32RequestsForOneTimeHaveItOnce() throws Exception {
    EventType type = fixture.addEventType(t -> t);
    List<BookOutcome> outcomes =
        concurrently(
            32,
            i ->
                desk.book(
                    Fixture.request(type, TEN, "invitee" + i + "@example.com", null),
                    Actor.INVITEE));
    assertThat(outcomes).filteredOn(BookOutcome.Booked.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(BookOutcome.SlotTaken.class::isInstance).hasSize(31);
    assertThat(historyAndMessages()).isEqualTo(List.of(1L, 2L));
  }

  @Test
  void lets32OverlappingRequestsHaveTheTimeOnce() throws Exception {
    EventType type = fixture.addEventType(t -> t.duration(60).step(5));
    List<BookOutcome> outcomes =
        concurrently(
            12,
            i ->
                desk.book(
                    Fixture.request(
                        type,
                        Instant.parse(TEN).plusSeconds(300L * i).toString(),
                        "invitee" + i + "@example.com",
                        null),
                    Actor.INVITEE));
    assertThat(outcomes).filteredOn(BookOutcome.Booked.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(BookOutcome.SlotTaken.class::isInstance).hasSize(11);
  }

  @Test
  void lets32RepetitionsOfOneKeyMakeOneBooking() throws Exception {
    EventType type = fixture.addEventType(t -> t);
    List<BookOutcome> outcomes =
        concurrently(
            32,
            i -> desk.book(Fixture.request(type, TEN, "bob@example.com", "same"), Actor.INVITEE));
    assertThat(outcomes).filteredOn(BookOutcome.Booked.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(BookOutcome.Repeated.class::isInstance).hasSize(31);
  }

  @Test
  void keepsBuffersOfBothMeetingsBetweenThem() {
    EventType type = fixture.addEventType(t -> t.buffers(10, 10).step(10));
    fixture.book(type, TEN);
    assertThat(startsOn(type, "2026-03-03"))
        .contains(Instant.parse("2026-03-03T14:10:00Z"), Instant.parse("2026-03-03T15:50:00Z"))
        .doesNotContain(
            Instant.parse("2026-03-03T14:20:00Z"), Instant.parse("2026-03-03T15:40:00Z"));
  }

  @Test
  void cancelsOnceAndFreesTheTime() {
    EventType type = fixture.addEventType(t -> t);
    Booking booking = fixture.book(type, TEN);
    Booking cancelled = changed(desk.cancel(booking.id(), Change.byInvitee("ill")));
    assertThat(cancelled.status()).isEqualTo(BookingStatus.CANCELLED);
    assertThat(cancelled.endReason()).isEqualTo("ill");
    assertThat(cancelled.version()).isEqualTo(2);
    assertThat(cancelled.calendarSequence()).isEqualTo(1);
    assertThat(cancelled.calendarUid()).isEqualTo(booking.calendarUid());
    assertThat(changed(desk.cancel(booking.id(), BY_INVITEE))).isEqualTo(cancelled);
    assertThat(startsOn(type, "2026-03-03")).contains(Instant.parse(TEN));
    assertThat(historyAndMessages()).isEqualTo(List.of(2L, 4L));
  }

  @Test
  void letsACancelledTimeBeBookedAgainByTheSameInvitee() {
    EventType type = fixture.addEventType(t -> t);
    Booking first = fixture.book(type, TEN);
    desk.cancel(first.id(), BY_INVITEE);
    assertThat(fixture.book(type, TEN).id()).isNotEqualTo(first.id());
  }

  @Test
  void movesABookingAndKeepsItsIdAndUid() {
    EventType type = fixture.addEventType(t -> t);
    Booking booking = fixture.book(type, TEN);
    Booking moved = changed(desk.reschedule(booking.id(), Instant.parse(ELEVEN), BY_INVITEE));
    assertThat(moved.id()).isEqualTo(booking.id());
    assertThat(moved.start()).isEqualTo(ELEVEN);
    assertThat(moved.calendarUid()).isEqualTo(booking.calendarUid());
    assertThat(moved.calendarSequence()).isEqualTo(1);
    assertThat(startsOn(type, "2026-03-03"))
        .contains(Instant.parse(TEN))
        .doesNotContain(Instant.parse(ELEVEN));
    assertThat(fixture.core.bookings().history(booking.id()))
        .extracting(HistoryEntry::action)
        .containsExactly("booked", "rescheduled");
  }

  @Test
  void movesABookingToATimeThatItsOwnOldTimeOverlaps() {
    EventType type = fixture.addEventType(t -> t.duration(60).step(30).limits(1, 1));
    Booking booking = fixture.book(type, TEN);
    Instant halfPast = Instant.parse("2026-03-03T15:30:00Z");
    assertThat(changed(desk.reschedule(booking.id(), halfPast, BY_INVITEE)).start())
        .isEqualTo(halfPast);
  }

  @Test
  void changesNothingWhenTheNewTimeCannotBeHad() {
    EventType type = fixture.addEventType(t -> t);
    Booking booking = fixture.book(type, TEN);
    Booking other =
        Fixture.booked(
            desk.book(Fixture.request(type, ELEVEN, "eve@example.com", null), Actor.INVITEE));
    assertThat(desk.reschedule(booking.id(), other.start(), BY_INVITEE))
        .isEqualTo(new ChangeOutcome.SlotTaken());
    ChangeOutcome offGrid =
        desk.reschedule(booking.id(), Instant.parse("2026-03-03T15:01:00Z"), BY_INVITEE);
    assertThat(offGrid).isInstanceOf(ChangeOutcome.NotOffered.class);
    assertThat(fixture.core.bookings().find(booking.id())).contains(booking);
    assertThat(historyAndMessages()).isEqualTo(List.of(2L, 4L));
  }

  @Test
  void movingToTheSameTimeChangesNothing() {
    Booking booking = fixture.book(fixture.addEventType(t -> t), TEN);
    assertThat(changed(desk.reschedule(booking.id(), booking.start(), BY_INVITEE)))
        .isEqualTo(booking);
  }

  @Test
  void holdsThePaddedTimeOfAPendingBookingUntilItIsDeclined() {
    EventType type = fixture.addEventType(t -> t.approval());
    Booking booking = fixture.book(type, TEN);
    assertThat(booking.status()).isEqualTo(BookingStatus.PENDING);
    assertThat(desk.book(Fixture.request(type, TEN, "eve@example.com", null), Actor.INVITEE))
        .isEqualTo(new BookOutcome.SlotTaken());
    assertThat(changed(desk.decline(booking.id(), byHost(null))).status())
        .isEqualTo(BookingStatus.DECLINED);
    assertThat(startsOn(type, "2026-03-03")).contains(Instant.parse(TEN));
    assertThat(desk.confirm(booking.id(), byHost(null)))
        .isInstanceOf(ChangeOutcome.NotPossible.class);
  }

  @Test
  void confirmsAPendingBookingEvenWithinTheMinimumNotice() {
    EventType type = fixture.addEventType(t -> t.approval().notice(24 * 60));
    Booking booking = fixture.book(type, "2026-03-04T15:00:00Z");
    fixture.clock.advance(Duration.ofHours(30));
    Booking confirmed = changed(desk.confirm(booking.id(), byHost(1)));
    assertThat(confirmed.status()).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(confirmed.calendarSequence()).isZero();
  }

  @Test
  void doesNotConfirmWhatHasPassed() {
    EventType type = fixture.addEventType(t -> t.approval());
    Booking booking = fixture.book(type, TEN);
    fixture.clock.set("2026-03-03T15:00:01Z");
    assertThat(desk.confirm(booking.id(), byHost(null)))
        .isInstanceOf(ChangeOutcome.NotOffered.class);
  }

  @Test
  void refusesAStaleVersionAndAnotherHostsBooking() {
    Booking booking = fixture.book(fixture.addEventType(t -> t), TEN);
    assertThat(desk.cancel(booking.id(), byHost(7)))
        .isEqualTo(new ChangeOutcome.VersionConflict(1));
    UUID stranger = fixture.addHost("eve").id();
    assertThat(desk.cancel(booking.id(), new Change(Actor.HOST, stranger, null, "")))
        .isEqualTo(new ChangeOutcome.NotFound());
    assertThat(desk.cancel(Ids.next(), BY_INVITEE)).isEqualTo(new ChangeOutcome.NotFound());
  }

  @Test
  void changesNothingOnceTheMeetingHasEnded() {
    Booking booking = fixture.book(fixture.addEventType(t -> t), TEN);
    fixture.clock.set("2026-03-03T15:29:59Z");
    assertThat(desk.noShow(booking.id(), byHost(null))).isInstanceOf(ChangeOutcome.Changed.class);
    fixture.clock.set("2026-03-03T15:30:00Z");
    assertThat(desk.cancel(booking.id(), BY_INVITEE)).isInstanceOf(ChangeOutcome.NotPossible.class);
    assertThat(desk.reschedule(booking.id(), Instant.parse("2026-03-04T15:00:00Z"), BY_INVITEE))
        .isInstanceOf(ChangeOutcome.NotPossible.class);
  }

  @Test
  void leavesBookingsOfADeletedEventTypeThatCanStillBeCancelled() {
    EventType type = fixture.addEventType(t -> t);
    Booking booking = fixture.book(type, TEN);
    assertThat(fixture.core.eventTypes().delete(fixture.ada.id(), type.id())).isTrue();
    assertThat(desk.book(Fixture.request(type, ELEVEN), Actor.INVITEE))
        .isEqualTo(new BookOutcome.UnknownEventType());
    assertThat(desk.reschedule(booking.id(), Instant.parse(ELEVEN), BY_INVITEE))
        .isInstanceOf(ChangeOutcome.NotPossible.class);
    assertThat(changed(desk.cancel(booking.id(), BY_INVITEE)).eventTypeName())
        .isEqualTo("Intro call");
  }

  @Test
  void checksAnswersAgainstTheQuestions() {
    UUID topic = Ids.next();
    EventType type =
        fixture.addEventType(
            t ->
                t.questions(
                    new Question(
                        topic,
                        "Topic?",
                        Question.AnswerKind.ONE_OF,
                        true,
                        List.of("Sales", "Support"))));
    assertThatThrownBy(() -> fixture.book(type, TEN))
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            wrong -> assertThat(wrong.field()).isEqualTo("answers." + topic));
    assertThatThrownBy(() -> desk.book(answering(type, topic, "Love"), Actor.INVITEE))
        .hasMessageContaining("Sales, Support");
    assertThatThrownBy(() -> desk.book(answering(type, Ids.next(), "x"), Actor.INVITEE))
        .isInstanceOf(InvalidValueException.class);
    Booking booking = Fixture.booked(desk.book(answering(type, topic, "Sales"), Actor.INVITEE));
    assertThat(booking.answers().get(topic)).isEqualTo(new Answer.Text("Sales"));
  }

  @Test
  void sendsRemindersOnlyForWhatIsStillToCome() {
    EventType type = fixture.addEventType(t -> t.reminders(1440, 60));
    fixture.book(type, "2026-03-03T14:00:00Z");
    assertThat(fixture.core.outbox().count("pending")).isEqualTo(6);
    fixture.book(type, "2026-03-02T14:00:00Z");
    assertThat(fixture.core.outbox().count("pending")).isEqualTo(6 + 4);
  }

  @Test
  void writesOneMessageForEachGuest() {
    EventType type = fixture.addEventType(t -> t);
    BookRequest plain = Fixture.request(type, TEN);
    List<EmailAddress> guests =
        List.of(
            new EmailAddress("carol@example.com"),
            new EmailAddress("CAROL@example.com"),
            new EmailAddress("bob@example.com"),
            new EmailAddress("dan@example.com"));
    Booking booking =
        Fixture.booked(
            desk.book(
                new BookRequest(
                    type.id(),
                    plain.start(),
                    plain.invitee(),
                    guests,
                    Map.of(),
                    "",
                    Map.of(),
                    null,
                    null),
                Actor.INVITEE));
    assertThat(booking.guests()).hasSize(2);
    assertThat(fixture.core.outbox().count("pending")).isEqualTo(4);
  }

  private BookRequest answering(EventType type, UUID question, String answer) {
    BookRequest plain = Fixture.request(type, TEN);

    return new BookRequest(
        type.id(),
        plain.start(),
        plain.invitee(),
        List.of(),
        Map.of(question, new Answer.Text(answer)),
        "",
        Map.of(),
        null,
        null);
  }

  private Change byHost(Integer version) {
    return new Change(Actor.HOST, fixture.ada.id(), version, "");
  }

  private List<Instant> startsOn(EventType type, String date) {
    LocalDate day = LocalDate.parse(date);
    long[] starts =
        fixture.core.availability().slots(type, day, day, ZoneId.of("America/New_York")).starts();
    return IntStream.range(0, starts.length)
        .mapToObj(i -> Instant.ofEpochSecond(starts[i]))
        .toList();
  }

  private List<Long> historyAndMessages() {
    long history =
        fixture.core.bookings().list(BookingFilter.ofHost(null), null, 100).bookings().stream()
            .mapToLong(booking -> fixture.core.bookings().history(booking.id()).size())
            .sum();
    return List.of(history, fixture.core.outbox().count("pending"));
  }

  private static List<Code> reasons(BookOutcome outcome) {
    assertThat(outcome).isInstanceOf(BookOutcome.NotOffered.class);
    return ((BookOutcome.NotOffered) outcome).reasons().stream().map(Reason::code).toList();
  }

  private interface Attempt<T> {
    T run(int number);
  }

  private static <T> List<T> concurrently(int count, Attempt<T> attempt) throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures =
          IntStream.range(0, count)
              .mapToObj(
                  i ->
                      threads.submit(
                          (Callable<T>)
                              () -> {
                                go.await();
                                return attempt.run(i);
                              }))
              .toList();
      go.countDown();
      List<T> results = new java.util.ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    }
  }
}
