package org.meetwright.core.calendar.check;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.availability.Facts;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingEvent;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.booking.change.HistoryDetail;
import org.meetwright.core.booking.change.HistoryNote;
import org.meetwright.core.booking.desk.PreBookingCheck;
import org.meetwright.core.busy.BusySeries;
import org.meetwright.core.calendar.CalendarAlert;
import org.meetwright.core.calendar.CalendarAlert.What;
import org.meetwright.core.calendar.account.ConnectedAccounts;
import org.meetwright.core.calendar.check.CheckMapper.AskedRow;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.calendar.sync.CalendarSync;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.outbox.Delivery;
import org.meetwright.core.outbox.Message;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.time.Interval;

/// Asks the calendars of an event type's hosts about a time before it is taken, all at once, those
/// that were not read just before. What takes the time is written down, so that the time is not
/// given. A calendar that does not answer soon holds nobody up: the booking's history says so, and
/// the calendar is asked later; then the host is notified if it collides.
public final class CalendarCheck
    implements PreBookingCheck, Delivery<CollisionCheck>, AutoCloseable {
  /// How long an answer is waited for.
  public static final Duration LONGEST = Duration.ofSeconds(2);

  /// What was read since then is not asked.
  static final Duration FRESH = Duration.ofSeconds(30);

  /// Shorter than [#FRESH]: a calendar that is new by then need not be asked yet.
  private static final Duration NONE_FOR = Duration.ofSeconds(10);

  private static final int MOST = 100;
  private static final Duration AGAIN = Duration.ofSeconds(30);
  private static final Logger LOG = Logger.getLogger(CalendarCheck.class.getName());

  private final Database database;
  private final ConnectedAccounts accounts;
  private final CalendarSync sync;
  private final Outbox outbox;
  private final InstantSource clock;
  private final Duration longest;
  private final AtomicReference<Instant> noneUntil = new AtomicReference<>(Instant.MIN);
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  /// Creates the check.
  ///
  /// @param longest how long an answer is waited for
  public CalendarCheck(
      Database database,
      ConnectedAccounts accounts,
      CalendarSync sync,
      Outbox outbox,
      InstantSource clock,
      Duration longest) {
    this.database = database;
    this.accounts = accounts;
    this.sync = sync;
    this.outbox = outbox;
    this.clock = clock;
    this.longest = longest;
  }

  /// What is asked.
  ///
  /// @param asked the meeting with its buffers
  private record Question(List<AskedRow> calendars, Interval asked) {
    private static final Question NOTHING =
        new Question(List.of(), new Interval(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)));
  }

  @Override
  public Unanswered ask(Supplier<@Nullable Time> wanted) {
    Instant none = noneUntil.get();
    if (now().isBefore(none)) {
      return Unanswered.NONE;
    }
    Time time = wanted.get();
    Question question = time == null ? Question.NOTHING : database.read(tx -> question(tx, time));
    if (question.calendars.isEmpty()) {
      return Unanswered.NONE;
    }
    List<AskedRow> silent = silent(question);
    return silent.isEmpty() ? Unanswered.NONE : (tx, booking) -> note(tx, booking, silent);
  }

  private Question question(Transaction tx, Time time) {
    CheckMapper mapper = tx.mapper(CheckMapper.class);
    if (mapper.any() == null) {
      noneUntil.set(now().plus(NONE_FOR));
      return Question.NOTHING;
    }
    Set<UUID> hosts = new HashSet<>(Facts.hostIds(tx, time.eventTypeId()));
    Booking moved = time.moved();
    if (moved != null) {
      moved.hosts().forEach(host -> hosts.add(host.id()));
    }
    Instant since = now().minus(FRESH);
    List<AskedRow> calendars = hosts.isEmpty() ? List.of() : mapper.stale(hosts, since, MOST);
    EventType type = calendars.isEmpty() ? null : EventTypes.load(tx, time.eventTypeId());
    if (type == null || !now().isBefore(time.start())) {
      return Question.NOTHING;
    }
    Integer minutes = time.minutes();
    boolean isOffered =
        minutes != null && (moved != null || type.timing().durationsMinutes().contains(minutes));
    EventType lasting = minutes != null && isOffered ? type.lasting(minutes) : type;
    return new Question(calendars, lasting.padded(time.start()));
  }

  /// Asks all at once.
  ///
  /// @return those that did not answer
  private List<AskedRow> silent(Question question) {
    List<Callable<List<RemoteItem>>> calls = new ArrayList<>();
    for (AskedRow calendar : question.calendars) {
      calls.add(() -> items(calendar, question.asked));
    }
    List<AskedRow> silent = new ArrayList<>();
    try {
      List<Future<List<RemoteItem>>> answers =
          executor.invokeAll(calls, longest.toMillis(), TimeUnit.MILLISECONDS);
      for (int i = 0; i < answers.size(); i++) {
        AskedRow calendar = question.calendars.get(i);
        if (!isKept(calendar, question.asked, answers.get(i))) {
          silent.add(calendar);
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return question.calendars;
    }
    return silent;
  }

  /// Asks a calendar.
  ///
  /// @throws RemoteFault as the service answers, or if it is not asked now
  private List<RemoteItem> items(AskedRow calendar, Interval asked) throws RemoteFault {
    RemoteAccount account = accounts.open(calendar.connectionId()).orElse(null);
    if (account == null) {
      throw new RemoteFault(FaultCode.NOT_ASKED, "The account is not asked now.");
    }
    return account.between(calendar.remoteId(), asked.startInclusive(), asked.endExclusive());
  }

  /// No booking fails because of a calendar.
  private boolean isKept(AskedRow calendar, Interval asked, Future<List<RemoteItem>> answer)
      throws InterruptedException {
    try {
      sync.store(calendar.id(), answer.get(), asked);
      return true;
    } catch (CancellationException late) {
      return false;
    } catch (ExecutionException | RuntimeException failed) {
      if (!(failed.getCause() instanceof RemoteFault)) {
        LOG.log(Level.WARNING, "The calendar " + calendar.id() + " could not be asked", failed);
      }
      return false;
    }
  }

  /// Writes down that calendars were not asked about a booking, and has them asked later.
  private void note(Transaction tx, Booking booking, List<AskedRow> silent) {
    Set<UUID> hosts = booking.hosts().stream().map(MeetingHost::id).collect(Collectors.toSet());
    List<AskedRow> concerned =
        silent.stream().filter(calendar -> hosts.contains(calendar.hostId())).toList();
    if (concerned.isEmpty()) {
      return;
    }
    LOG.info(
        () -> "Booked without an answer of " + concerned.size() + " calendars: " + booking.id());
    Instant now = now();
    String calendars = concerned.stream().map(AskedRow::name).collect(Collectors.joining(", "));
    new HistoryNote(
            booking.id(),
            BookingEvent.UNCHECKED,
            Actor.SYSTEM,
            new HistoryDetail.NotAsked(calendars),
            now)
        .write(tx);
    outbox.put(
        tx,
        concerned.stream()
            .map(
                one ->
                    new CollisionCheck(booking.id(), one.id(), booking.start())
                        .message(one.connectionId(), booking.version(), now.plus(AGAIN)))
            .toList());
  }

  /// Asks a calendar that did not answer when a time was taken, and notifies the host if the time
  /// was taken already.
  ///
  /// @throws RemoteFault if it does not answer yet
  @Override
  public void deliver(CollisionCheck check, Message message) throws RemoteFault {
    Booking booking = database.read(tx -> Bookings.load(tx, check.bookingId()));
    AskedRow calendar =
        database.read(tx -> tx.mapper(CheckMapper.class).calendar(check.calendarId()));
    if (booking == null
        || calendar == null
        || !booking.isOpen(now())
        || !booking.start().equals(check.start())
        || !booking.isWith(calendar.hostId())) {
      return;
    }
    Interval meeting = new Interval(booking.start(), booking.end());
    sync.store(calendar.id(), items(calendar, meeting), meeting);
    boolean collides =
        database.read(tx -> BusySeries.takes(tx, calendar.hostId(), calendar.id(), meeting));
    if (collides) {
      database.inTransaction(
          tx -> {
            Hosts.lock(tx, List.of(calendar.hostId()));
            new CalendarAlert(What.COLLISION, calendar.hostId(), booking.id(), now())
                .tell(tx, outbox);
            return true;
          });
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /// Waits for nobody any more.
  @Override
  public void close() {
    executor.shutdownNow();
  }
}
