package org.meetwright.core.booking.localtime;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.booking.change.ToldTime;
import org.meetwright.core.booking.localtime.MovedBooking.HostTold;
import org.meetwright.core.booking.notice.LocalTimeNotices;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.outbox.Outbox;

/// Finds bookings to come whose local time the time-zone data of this program makes another than
/// people were told, and tells them. Meetings stay at their instants.
public final class LocalTimes {
  private static final int PAGE = 500;
  private static final UUID FIRST = new UUID(0, 0);

  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;

  /// Creates the service.
  public LocalTimes(Database database, Outbox outbox, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// What was found.
  ///
  /// @param checked how many bookings were looked at
  /// @param recorded of how many nothing was known, so that today's local times were recorded
  /// @param moved how many local times are others for someone
  public record Outcome(int checked, int recorded, int moved) {
    private Outcome plus(Outcome more) {
      return new Outcome(checked + more.checked, recorded + more.recorded, moved + more.moved);
    }
  }

  /// Looks at all bookings to come, and records what was not recorded yet.
  ///
  /// @param found gets those whose local time is another
  public Outcome check(Consumer<MovedBooking> found) {
    return eachPage((page, now) -> page.moved().forEach(found));
  }

  /// Looks at all bookings to come, and puts a mail to everyone concerned into the outbox. What
  /// they were told is then what holds now, so that nobody is told twice.
  ///
  /// @param found gets the bookings of which people are told
  public Outcome tell(Consumer<MovedBooking> found) {
    return eachPage(
        (page, now) ->
            page.bookings().stream()
                .filter(row -> page.moved().stream().anyMatch(one -> one.id().equals(row.id())))
                .map(LocalTimeMapper.BookingTime::meetingId)
                .distinct()
                .forEach(
                    meeting ->
                        database.inTransaction(tx -> tellOf(tx, meeting, now)).forEach(found)));
  }

  /// What is done with a page.
  @FunctionalInterface
  private interface PageWork {
    void on(MeetingTimes page, Instant now);
  }

  private Outcome eachPage(PageWork work) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Outcome outcome = new Outcome(0, 0, 0);
    for (UUID after = FIRST; after != null; ) {
      UUID from = after;
      List<UUID> ids =
          database.read(tx -> tx.mapper(LocalTimeMapper.class).meetings(from, now, PAGE));
      if (!ids.isEmpty()) {
        outcome = outcome.plus(page(ids.getFirst(), ids.getLast(), now, work));
      }
      after = ids.size() < PAGE ? null : ids.getLast();
    }
    return outcome;
  }

  private Outcome page(UUID first, UUID last, Instant now, PageWork work) {
    MeetingTimes page = database.consistentRead(tx -> MeetingTimes.of(tx, first, last, now));
    int recorded = page.isComplete() ? 0 : database.inTransaction(page::record);
    work.on(page, now);
    return new Outcome(page.bookings().size(), recorded, page.moved().size());
  }

  /// Tells everyone of a meeting, all of whose hosts are held meanwhile.
  private List<MovedBooking> tellOf(Transaction tx, UUID meetingId, Instant now) {
    LocalTimeMapper mapper = tx.mapper(LocalTimeMapper.class);
    Hosts.lock(tx, () -> mapper.hostIds(meetingId));
    List<MovedBooking> moved = MeetingTimes.of(tx, meetingId, meetingId, now).moved();
    for (MovedBooking one : moved) {
      Booking booking = Bookings.load(tx, one.id());
      if (booking != null) {
        outbox.put(tx, notices(one, booking, now).messages());
      }
      mapper.noteInvitee(one.id(), ToldTime.offset(one.invitee().zone(), one.start()));
      for (HostTold host : one.hosts()) {
        int offset = ToldTime.offset(host.time().zone(), one.start());
        mapper.noteHost(meetingId, host.id(), host.time().zone(), offset);
      }
    }
    return moved;
  }

  private static LocalTimeNotices notices(MovedBooking one, Booking booking, Instant now) {
    Map<UUID, LocalDateTime> hosts = new HashMap<>();
    for (HostTold host : one.hosts()) {
      if (host.time().isMoved(one.start())) {
        hosts.put(host.id(), host.time().told(one.start()));
      }
    }
    return new LocalTimeNotices(
        booking,
        one.invitee().isMoved(one.start()) ? one.invitee().told(one.start()) : null,
        hosts,
        now);
  }
}
