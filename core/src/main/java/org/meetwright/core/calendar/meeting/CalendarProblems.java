package org.meetwright.core.calendar.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.BookingDesk;
import org.meetwright.core.booking.desk.ChangeOutcome;
import org.meetwright.core.calendar.CalendarAlert;
import org.meetwright.core.calendar.CalendarAlert.What;
import org.meetwright.core.calendar.CalendarMapper;
import org.meetwright.core.calendar.CalendarMapper.CalendarRow;
import org.meetwright.core.calendar.meeting.MeetingEvent.State;
import org.meetwright.core.calendar.meeting.MeetingEventMapper.CollisionRow;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.time.Interval;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;

/// What has become of hosts' meetings in their calendars that the hosts have to decide about: they
/// moved or deleted an event there, an event could not be written, or something else is at its
/// time.
public final class CalendarProblems {
  /// How many are told at most.
  public static final int MOST = 50;

  /// What fails for less long may only have met a server that was being restarted.
  private static final Duration FOR_LONG = Duration.ofMinutes(30);

  /// Longer than any meeting with its buffers.
  private static final Duration LONGEST_MEETING = Duration.ofDays(2);

  private final Database database;
  private final BookingDesk desk;
  private final Outbox outbox;
  private final InstantSource clock;

  /// Creates the service.
  public CalendarProblems(Database database, BookingDesk desk, Outbox outbox, InstantSource clock) {
    this.database = database;
    this.desk = desk;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// What is wrong.
  public enum ProblemKind {
    /// The host has moved the event in his calendar.
    MOVED,
    /// The host has deleted the event from his calendar.
    DELETED,
    /// The event could not be written into the calendar.
    NOT_WRITTEN,
    /// Since the meeting was made, the calendar has something else at its time.
    COLLISION;

    /// Returns the word that stands for it outside the program.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What a host can do about it.
  public enum Choice {
    /// The meeting becomes what the event has become: it is moved, or cancelled.
    FOLLOW,
    /// The meeting is cancelled.
    CANCEL,
    /// The event is written again as the meeting is.
    PUT_BACK;

    /// Returns the word that stands for it outside the program.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Returns the choice of a word.
    ///
    /// @throws InvalidValueException (field `choice`) if there is none
    public static Choice of(String word) {
      for (Choice choice : values()) {
        if (choice.word().equals(word)) {
          return choice;
        }
      }
      throw new InvalidValueException(
          "choice", "must be follow, cancel or put_back, not " + InvalidValueException.shown(word));
    }
  }

  /// Something to decide about.
  ///
  /// @param since when it was seen
  /// @param booking the first of the meeting, as it is now
  /// @param bookings how many share the meeting
  /// @param id that of the event; that of the meeting if something else is at its time
  /// @param there when the event is now in the calendar, or what else is there; null if it is
  ///   neither
  /// @param error why it could not be written, as a word; null if it is not that
  public record CalendarProblem(
      UUID id,
      ProblemKind kind,
      Instant since,
      Booking booking,
      int bookings,
      String calendar,
      @Nullable Interval there,
      @Nullable String error) {
    /// Returns what can be done about it.
    public List<Choice> choices() {
      return switch (kind) {
        case MOVED, DELETED ->
            bookings == 1 || kind == ProblemKind.DELETED
                ? List.of(Choice.values())
                : List.of(Choice.CANCEL, Choice.PUT_BACK);
        case NOT_WRITTEN -> List.of(Choice.PUT_BACK);
        case COLLISION -> List.of(Choice.CANCEL);
      };
    }
  }

  /// What came of a choice.
  public sealed interface Outcome {
    /// It is done, or will be soon.
    record Settled() implements Outcome {}

    /// There is nothing of this id to decide about; someone may have decided already.
    record NotFound() implements Outcome {}

    /// It is not possible; another choice may be.
    ///
    /// @param why as the booking desk answers
    record Refused(ChangeOutcome why) implements Outcome {}
  }

  /// Returns what a host has to decide about, the latest first. Of a meeting that was booked over
  /// what his calendars had already, nothing is told: he knew it.
  public List<CalendarProblem> of(UUID hostId) {
    Instant now = now();
    return database.consistentRead(
        tx -> {
          MeetingEventMapper mapper = tx.mapper(MeetingEventMapper.class);
          List<CalendarProblem> problems = new ArrayList<>();
          mapper.problems(hostId, now, now.minus(FOR_LONG), MOST).stream()
              .map(row -> told(tx, row))
              .filter(Objects::nonNull)
              .forEach(problems::add);
          mapper.collisions(hostId, now.minus(LONGEST_MEETING), now).stream()
              .filter(row -> row.collision() != null)
              .filter(distinctMeetings())
              .limit(MOST)
              .map(row -> told(tx, hostId, row))
              .filter(Objects::nonNull)
              .forEach(problems::add);
          return problems.stream()
              .sorted(Comparator.comparing(CalendarProblem::since).reversed())
              .limit(MOST)
              .toList();
        });
  }

  private static Predicate<CollisionRow> distinctMeetings() {
    Set<UUID> seen = new HashSet<>();
    return row -> seen.add(row.meetingId());
  }

  private static @Nullable CalendarProblem told(Transaction tx, UUID hostId, CollisionRow row) {
    MeetingToWrite wanted = MeetingToWrite.load(tx, row.meetingId(), hostId);
    return wanted == null
        ? null
        : new CalendarProblem(
            row.meetingId(),
            ProblemKind.COLLISION,
            Ids.madeAt(row.busyId()),
            wanted.bookings().getFirst(),
            wanted.bookings().size(),
            row.calendar(),
            row.collision(),
            null);
  }

  private static @Nullable CalendarProblem told(Transaction tx, MeetingEvent row) {
    MeetingToWrite wanted = MeetingToWrite.load(tx, row.meetingId(), row.hostId());
    CalendarRow calendar = tx.mapper(CalendarMapper.class).calendar(row.calendarId());
    Instant since = row.isChangedThere() ? row.changedAt() : row.failingSince();
    if (wanted == null || calendar == null || since == null) {
      return null;
    }
    ProblemKind kind =
        row.is(State.MOVED)
            ? ProblemKind.MOVED
            : row.is(State.GONE) ? ProblemKind.DELETED : ProblemKind.NOT_WRITTEN;
    return new CalendarProblem(
        row.id(),
        kind,
        since,
        wanted.bookings().getFirst(),
        wanted.bookings().size(),
        calendar.name(),
        seen(row),
        kind == ProblemKind.NOT_WRITTEN ? row.error() : null);
  }

  private static @Nullable Interval seen(MeetingEvent row) {
    Instant from = row.seenFrom();
    Instant until = row.seenUntil();
    return !row.is(State.MOVED) || from == null || until == null ? null : new Interval(from, until);
  }

  /// Notifies a host that there is something to decide about the meeting of a booking.
  void tell(Transaction tx, UUID hostId, UUID bookingId) {
    new CalendarAlert(What.EVENT_CHANGED, hostId, bookingId, now()).tell(tx, outbox);
  }

  /// Does what a host has chosen.
  ///
  /// @param id of a [CalendarProblem]
  public Outcome choose(UUID hostId, UUID id, Choice choice) {
    CalendarProblem problem =
        of(hostId).stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
    if (problem == null) {
      return new Outcome.NotFound();
    }
    if (!problem.choices().contains(choice)) {
      return new Outcome.Refused(
          new ChangeOutcome.NotPossible(
              "This choice does not fit; it can be "
                  + String.join(", ", problem.choices().stream().map(Choice::word).toList())
                  + "."));
    }
    return switch (choice) {
      case FOLLOW -> follow(hostId, problem);
      case CANCEL -> cancel(hostId, problem);
      case PUT_BACK -> putBack(id);
    };
  }

  /// Has a meeting follow what the host did with its event. If that is not possible, it stays to be
  /// decided about.
  void follow(MeetingEvent event) {
    of(event.hostId()).stream()
        .filter(one -> one.id().equals(event.id()) && one.choices().contains(Choice.FOLLOW))
        .findFirst()
        .ifPresent(problem -> follow(event.hostId(), problem));
  }

  private Outcome follow(UUID hostId, CalendarProblem problem) {
    Interval there = problem.there();
    if (there == null) {
      return cancel(hostId, problem);
    }
    Booking booking = problem.booking();
    if (there.startInclusive().equals(booking.start())) {
      return new Outcome.Refused(
          new ChangeOutcome.NotPossible(
              "Only the end was moved, and a meeting keeps its length; put the event back."));
    }
    return outcome(desk.reschedule(booking.id(), there.startInclusive(), by(hostId)));
  }

  private Outcome cancel(UUID hostId, CalendarProblem problem) {
    UUID meetingId = problem.booking().meetingId();
    MeetingToWrite wanted = database.read(tx -> MeetingToWrite.load(tx, meetingId, hostId));
    List<Booking> bookings = wanted == null ? List.of() : wanted.bookings();
    for (Booking booking : bookings) {
      Outcome outcome = outcome(desk.cancel(booking.id(), by(hostId)));
      if (!(outcome instanceof Outcome.Settled)) {
        return outcome;
      }
    }
    return new Outcome.Settled();
  }

  private static Change by(UUID hostId) {
    return new Change(Actor.HOST, hostId, null, "");
  }

  private static Outcome outcome(ChangeOutcome outcome) {
    return outcome instanceof ChangeOutcome.Changed
        ? new Outcome.Settled()
        : new Outcome.Refused(outcome);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private Outcome putBack(UUID id) {
    return database.inTransaction(
        tx -> {
          MeetingEvent row = tx.mapper(MeetingEventMapper.class).lock(id);
          CalendarRow calendar =
              row == null ? null : tx.mapper(CalendarMapper.class).calendar(row.calendarId());
          if (row == null || calendar == null) {
            return new Outcome.NotFound();
          }
          EventRows.update(tx, row.putBack());
          CalendarWrite write = new CalendarWrite(row.meetingId(), row.hostId(), false);
          outbox.put(
              tx, List.of(write.message(calendar.connectionId(), "put-back-" + Ids.next(), now())));
          return new Outcome.Settled();
        });
  }
}
