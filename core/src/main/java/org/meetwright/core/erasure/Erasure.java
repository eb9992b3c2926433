package org.meetwright.core.erasure;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.BookingEvent;
import org.meetwright.core.booking.change.HistoryDetail;
import org.meetwright.core.booking.change.HistoryNote;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.team.TeamTraces;
import org.meetwright.core.traces.ErasedHost;
import org.meetwright.core.traces.Traces;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.EmailKeys;

/// Erases people (GDPR, article 17): e-mail addresses, names, answers, notes and reasons go, in the
/// archive too; that there was a meeting, of what kind and when, stays for the statistics. Each
/// call is one transaction.
public final class Erasure {
  private final Database database;
  private final InstantSource clock;
  private final List<Traces> rooms;
  private final Follower follower;

  /// What else follows when someone in a booking was erased: what stands outside the database is
  /// written again.
  @FunctionalInterface
  public interface Follower {
    /// Puts what follows into the outbox.
    void erased(Transaction tx, UUID bookingId, Instant at);
  }

  /// Creates the service.
  ///
  /// @param rooms what the rooms keep of people; what others rest on comes last
  public Erasure(Database database, InstantSource clock, List<Traces> rooms, Follower follower) {
    this.database = database;
    this.clock = clock;
    this.rooms = List.copyOf(rooms);
    this.follower = follower;
  }

  /// Erases an invitee, and him as a guest of others.
  public ErasureOutcome eraseInvitee(EmailAddress email) {
    return database.inTransaction(
        tx -> {
          ErasureMapper mapper = tx.mapper(ErasureMapper.class);
          ErasureOutcome refusal =
              refusal(
                  mapper.upcomingOfInvitee(email.key(), now()),
                  mapper.waitingOfInvitee(email.key(), now()));
          if (refusal != null) {
            return refusal;
          }
          List<UUID> bookings = mapper.bookingsOf(email.key());
          bookings.forEach(id -> eraseBooking(tx, id));
          int elsewhere = eraseGuest(tx, email);
          rooms.forEach(room -> room.eraseInvitee(tx, email));
          return new ErasureOutcome.Erased(
              bookings.size() + elsewhere, ArchiveTraces.invitee(tx, email));
        });
  }

  /// Erases a host: he can't sign in or be met any more, his handle is free again, and what only he
  /// had is gone, the invitees of his own meetings included. Of meetings with other hosts he
  /// vanishes alone. A team that he made goes to a member, with its event types; without one it is
  /// gone.
  public ErasureOutcome eraseHost(UUID hostId) {
    return database.inTransaction(
        tx -> {
          ErasureMapper mapper = tx.mapper(ErasureMapper.class);
          Set<UUID> locked = new HashSet<>(TeamTraces.mates(tx, hostId));
          locked.add(hostId);
          Hosts.lock(tx, locked);
          ErasureOutcome refusal =
              refusal(mapper.upcomingOfHost(hostId, now()), mapper.waitingOfHost(hostId, now()));
          if (refusal != null) {
            return refusal;
          }
          List<UUID> alone = mapper.bookingsOfHostAlone(hostId);
          alone.forEach(mapper::eraseMeeting);
          alone.forEach(id -> eraseBooking(tx, id));
          ErasedHost host = new ErasedHost(hostId, tx.mapper(HostMapper.class).emailKey(hostId));
          rooms.forEach(room -> room.eraseHost(tx, host));
          locked.forEach(tx.mapper(HostMapper.class)::raiseRevision);
          return new ErasureOutcome.Erased(alone.size(), ArchiveTraces.host(tx, hostId));
        });
  }

  private static @Nullable ErasureOutcome refusal(List<UUID> upcoming, int waiting) {
    if (!upcoming.isEmpty()) {
      return new ErasureOutcome.MeetingsToCome(upcoming);
    }
    return waiting == 0 ? null : new ErasureOutcome.MessagesToCome(waiting);
  }

  private void eraseBooking(Transaction tx, UUID id) {
    rooms.forEach(room -> room.eraseBooking(tx, id));
    note(tx, id);
  }

  private void note(Transaction tx, UUID bookingId) {
    new HistoryNote(bookingId, BookingEvent.ERASED, Actor.ADMIN, HistoryDetail.NONE, now())
        .write(tx);
    follower.erased(tx, bookingId, now());
  }

  private int eraseGuest(Transaction tx, EmailAddress email) {
    ErasureMapper mapper = tx.mapper(ErasureMapper.class);
    int erased = 0;
    for (ErasureMapper.GuestsRow row : mapper.withGuest(EmailKeys.pattern(email))) {
      String others = ErasedDocuments.without(row.guests(), email);
      if (!others.equals(row.guests())) {
        mapper.setGuests(row.with(others));
        rooms.forEach(room -> room.eraseGuest(tx, row.id(), email));
        note(tx, row.id());
        erased++;
      }
    }
    return erased;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
