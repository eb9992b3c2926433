package org.meetwright.core.booking.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.availability.Facts;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.booking.change.BookingOperation;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.change.Consequence;
import org.meetwright.core.booking.change.Consequences;
import org.meetwright.core.booking.desk.NewBookings.Booker;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.limit.RateLimits;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.value.InvalidValueException;

/// Books, moves and ends meetings. Each call is one transaction: it locks the hosts' rows, reads
/// the facts again, asks the engine, and writes everything, including the messages to send. When it
/// returns, the outcome is on disk.
///
/// What the database refuses by itself, its last defence, is not tried again: nothing was written,
/// and the answer is what it collided with.
public final class BookingDesk implements AutoCloseable {
  private final Database database;
  private final NewBookings newBookings;
  private final BookingChanges changes;
  private final HandOvers handOvers;
  private final ManageLinkMails manageLinkMails;
  private final InstantSource clock;
  private final PreBookingCheck preBookingCheck;
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();

  /// Creates the desk.
  ///
  /// @param following what follows from every change
  /// @param preBookingCheck asked before an invitee's wish is booked, or a booking is moved,
  ///   confirmed or handed over
  public BookingDesk(
      Database database,
      Outbox outbox,
      RateLimits limits,
      InstantSource clock,
      List<Consequence> following,
      PreBookingCheck preBookingCheck) {
    Consequences consequences = new Consequences(outbox, List.copyOf(following));
    this.database = database;
    this.newBookings = new NewBookings(consequences);
    this.changes = new BookingChanges(consequences);
    this.handOvers = new HandOvers(consequences);
    this.manageLinkMails = new ManageLinkMails(database, outbox, limits, clock);
    this.clock = clock;
    this.preBookingCheck = preBookingCheck;
  }

  /// Learns the outcome of every request to book.
  @FunctionalInterface
  public interface Watcher {
    /// Notes an outcome.
    ///
    /// @param outcome the word of a [BookOutcome] or a [ChangeOutcome]
    void saw(BookingOperation operation, String outcome);
  }

  /// Notifies a watcher of every outcome from now on.
  public void watch(Watcher watcher) {
    watchers.add(watcher);
  }

  private void tellWatchers(BookingOperation operation, String outcome) {
    watchers.forEach(watcher -> watcher.saw(operation, outcome));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /// Books a time.
  ///
  /// @throws InvalidValueException (field `answers.` and the question's id) if an answer is
  ///   missing, does not fit, or belongs to no question
  public BookOutcome book(BookRequest request, Actor actor) {
    PreBookingCheck.Unanswered unanswered =
        preBookingCheck.ask(() -> PreBookingCheck.Time.of(request));
    BookOutcome outcome = outcome(request, Booker.of(actor), unanswered);
    if (actor == Actor.INVITEE) {
      mailLinkAgain(request, outcome);
    }
    tellWatchers(BookingOperation.BOOK, outcome.word());
    return outcome;
  }

  /// Books a time for an invitee whatever the rules of a host say: schedule, absences, busy times,
  /// notice, booking window, grid and limits. Nobody is booked twice, and what has passed is not
  /// booked. The history says that it was so, and the booking needs no approval.
  ///
  /// @param hostId the host who books: that of the event type, or a member of its team; to others
  ///   there is no such event type
  /// @throws InvalidValueException as [#book] does
  public BookOutcome bookOver(BookRequest request, UUID hostId) {
    BookOutcome outcome =
        outcome(request, new Booker(Actor.HOST, hostId), PreBookingCheck.Unanswered.NONE);
    tellWatchers(BookingOperation.BOOK, outcome.word());
    return outcome;
  }

  private void mailLinkAgain(BookRequest request, @Nullable BookOutcome outcome) {
    if (outcome instanceof BookOutcome.SlotTaken) {
      manageLinkMails.after(request);
    }
  }

  private BookOutcome outcome(
      BookRequest request, Booker booker, PreBookingCheck.Unanswered unanswered) {
    try {
      return database.inTransaction(
          tx -> {
            BookOutcome outcome = newBookings.book(tx, request, booker, now());
            if (outcome instanceof BookOutcome.Booked(var booking)) {
              unanswered.note(tx, booking);
            }
            return outcome;
          });
    } catch (RuntimeException failed) {
      if (!Database.refusedByConstraint(failed)) {
        throw failed;
      }
      BookOutcome other = database.read(tx -> NewBookings.earlier(tx, request));
      return other == null ? new BookOutcome.SlotTaken() : other;
    }
  }

  /// Returns what an invitee's wish would be answered instead of being booked now; empty if it
  /// would be booked. Changes and holds nothing: the answer may be another one a moment later.
  ///
  /// @throws InvalidValueException as [#book] does
  public Optional<BookOutcome> obstacle(BookRequest request) {
    BookOutcome obstacle = database.read(tx -> NewBookings.obstacle(tx, request, now()));
    mailLinkAgain(request, obstacle);
    return Optional.ofNullable(obstacle);
  }

  /// Finishes what is done after answers.
  @Override
  public void close() {
    manageLinkMails.close();
  }

  /// Cancels a booking. Cancelling it again changes nothing.
  ///
  /// @throws InvalidValueException (field `reason`) if an invitee has to give one and does not
  public ChangeOutcome cancel(UUID bookingId, Change change) {
    return change(
        BookingOperation.CANCEL,
        bookingId,
        change,
        (tx, booking) -> changes.cancel(tx, booking, change, now()));
  }

  /// Declines a pending booking and frees its time. Declining it again changes nothing.
  public ChangeOutcome decline(UUID bookingId, Change change) {
    return change(
        BookingOperation.DECLINE,
        bookingId,
        change,
        (tx, booking) -> changes.decline(tx, booking, change, now()));
  }

  /// Moves a booking to another start. Its id and calendar UID stay. Moving it to where it is
  /// changes nothing.
  ///
  /// @throws InvalidValueException (field `reason`) if an invitee has to give one and does not
  public ChangeOutcome reschedule(UUID bookingId, Instant start, Change change) {
    PreBookingCheck.Unanswered unanswered = preBookingCheck(bookingId, start);
    return change(
        BookingOperation.RESCHEDULE,
        bookingId,
        change,
        (tx, booking) ->
            noted(tx, unanswered, changes.reschedule(tx, booking, start, change, now())));
  }

  /// Hands a round-robin's meeting over to another member who is free for it, at its time. Handing
  /// it to its host changes nothing.
  ///
  /// @param handle the other member's
  /// @throws InvalidValueException (field `host`) if nobody in the team has the handle
  public ChangeOutcome handOver(UUID bookingId, String handle, Change change) {
    PreBookingCheck.Unanswered unanswered = preBookingCheck(bookingId, null);
    return change(
        BookingOperation.HAND_OVER,
        bookingId,
        change,
        (tx, booking) ->
            noted(tx, unanswered, handOvers.handOver(tx, booking, handle, change, now())));
  }

  /// Confirms a pending booking. It is checked like a booking, but for the minimum notice, which
  /// protects the host who says yes. Confirming it again changes nothing.
  public ChangeOutcome confirm(UUID bookingId, Change change) {
    PreBookingCheck.Unanswered unanswered = preBookingCheck(bookingId, null);
    return change(
        BookingOperation.CONFIRM,
        bookingId,
        change,
        (tx, booking) -> noted(tx, unanswered, changes.confirm(tx, booking, change, now())));
  }

  /// Asks about a time for a booking that is there.
  ///
  /// @param start null for the one that it has
  private PreBookingCheck.Unanswered preBookingCheck(UUID bookingId, @Nullable Instant start) {
    return preBookingCheck.ask(() -> time(bookingId, start));
  }

  private PreBookingCheck.@Nullable Time time(UUID bookingId, @Nullable Instant start) {
    Booking booking = database.read(tx -> Bookings.load(tx, bookingId));
    UUID eventTypeId = booking == null ? null : booking.eventTypeId();
    return booking == null || eventTypeId == null
        ? null
        : new PreBookingCheck.Time(
            eventTypeId, start == null ? booking.start() : start, booking.minutes(), booking);
  }

  private static ChangeOutcome noted(
      Transaction tx, PreBookingCheck.Unanswered unanswered, ChangeOutcome outcome) {
    if (outcome instanceof ChangeOutcome.Changed(var booking)) {
      unanswered.note(tx, booking);
    }
    return outcome;
  }

  /// Declines a request that nobody has answered by its start. One that was answered, moved or
  /// ended since is left alone.
  public ChangeOutcome end(UnansweredRequest request) {
    Change change = new Change(Actor.SYSTEM, null, null, "");
    return change(
        BookingOperation.DECLINE,
        request.bookingId(),
        change,
        (tx, booking) -> changes.endUnanswered(tx, booking, request, change, now()));
  }

  /// Notifies the guests of a booking who have waited until its invitee's address was confirmed.
  /// Doing it again changes nothing.
  public ChangeOutcome inviteGuests(UUID bookingId) {
    Change change = Change.byInvitee("");
    return change(
        BookingOperation.INVITE_GUESTS,
        bookingId,
        change,
        (tx, booking) -> changes.inviteGuests(tx, booking, change, now()));
  }

  /// Notes that the invitee did not come.
  public ChangeOutcome noShow(UUID bookingId, Change change) {
    return change(
        BookingOperation.NO_SHOW,
        bookingId,
        change,
        (tx, booking) -> changes.noShow(tx, booking, change, now()));
  }

  /// Runs a change on a booking whose hosts are locked, if it is the caller's and of his version.
  private ChangeOutcome change(
      BookingOperation operation,
      UUID bookingId,
      Change change,
      BiFunction<Transaction, Booking, ChangeOutcome> work) {
    ChangeOutcome outcome = outcome(bookingId, change, work);
    tellWatchers(operation, outcome.word());
    return outcome;
  }

  private ChangeOutcome outcome(
      UUID bookingId, Change change, BiFunction<Transaction, Booking, ChangeOutcome> work) {
    try {
      return database.inTransaction(tx -> change(tx, bookingId, change, work));
    } catch (RuntimeException failed) {
      if (!Database.refusedByConstraint(failed)) {
        throw failed;
      }
      return new ChangeOutcome.SlotTaken();
    }
  }

  private static ChangeOutcome change(
      Transaction tx,
      UUID bookingId,
      Change change,
      BiFunction<Transaction, Booking, ChangeOutcome> work) {
    Booking unlocked = Bookings.load(tx, bookingId);
    if (unlocked == null || (change.hostId() != null && !unlocked.isWith(change.hostId()))) {
      return new ChangeOutcome.NotFound();
    }
    Hosts.lock(tx, () -> hostsOf(tx, bookingId));
    Booking booking = Bookings.load(tx, bookingId);
    if (booking == null) {
      return new ChangeOutcome.NotFound();
    }
    Integer version = change.version();
    if (version != null && version != booking.version()) {
      return new ChangeOutcome.VersionConflict(booking.version());
    }
    return work.apply(tx, booking);
  }

  /// Returns who meets the invitee, and who could.
  private static Set<UUID> hostsOf(Transaction tx, UUID bookingId) {
    Booking booking = Bookings.load(tx, bookingId);
    if (booking == null) {
      return Set.of();
    }
    Set<UUID> hosts = new HashSet<>(booking.hosts().stream().map(MeetingHost::id).toList());
    UUID eventTypeId = booking.eventTypeId();
    if (eventTypeId != null) {
      hosts.addAll(Facts.hostIds(tx, eventTypeId));
    }
    return hosts;
  }
}
