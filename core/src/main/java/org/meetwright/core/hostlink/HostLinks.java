package org.meetwright.core.hostlink;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.signed.InstallationKey;
import org.meetwright.core.availability.Facts;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.hostlink.HostLink.Claim;

/// The links in mails to hosts. Someone who has one may answer the booking as its host may, until
/// the meeting has ended: also after it was moved. A link is for one booking and one host; it is
/// worth nothing once the booking is no longer that host's, or the host has another address.
public final class HostLinks {
  private final Database database;
  private final InstantSource clock;
  private final InstallationKey key;

  /// Creates the links of an installation.
  public HostLinks(Database database, InstantSource clock, InstallationKey key) {
    this.database = database;
    this.clock = clock;
    this.key = key;
  }

  /// Returns the token of a host's link to a booking, for a mail to his present address.
  public String token(UUID bookingId, UUID hostId) {
    Integer number = database.read(tx -> addressNumber(tx, hostId));
    return new HostLink(bookingId, hostId).token(number == null ? 0 : number, key);
  }

  private static @Nullable Integer addressNumber(Transaction tx, UUID hostId) {
    return tx.mapper(HostLinkMapper.class).addressNumber(hostId);
  }

  /// Returns what a token stands for now. Nothing is changed.
  public LinkedBooking look(String token) {
    return HostLink.read(token)
        .map(claim -> database.consistentRead(tx -> look(tx, claim)))
        .orElseGet(LinkedBooking.Unknown::new);
  }

  private LinkedBooking look(Transaction tx, Claim claim) {
    Integer number = addressNumber(tx, claim.link().hostId());
    if (number == null) {
      return new LinkedBooking.Unknown();
    }
    if (claim.isMadeFor(number, key)) {
      return look(tx, claim.link(), clock.instant());
    }
    return IntStream.range(0, number).anyMatch(former -> claim.isMadeFor(former, key))
        ? new LinkedBooking.Lost()
        : new LinkedBooking.Unknown();
  }

  private static LinkedBooking look(Transaction tx, HostLink link, Instant now) {
    Booking booking = Bookings.load(tx, link.bookingId());
    Host host = tx.mapper(HostMapper.class).find(link.hostId());
    if (booking == null || host == null || !host.active() || !booking.isWith(host.id())) {
      return new LinkedBooking.Lost();
    }
    if (!now.isBefore(booking.end())) {
      return new LinkedBooking.Ended(booking.id());
    }
    UUID typeId = booking.eventTypeId();
    EventType eventType = typeId == null ? null : EventTypes.load(tx, typeId);
    return hasLeft(tx, eventType, host.id())
        ? new LinkedBooking.Lost()
        : new LinkedBooking.Live(booking, host, eventType, mailActions(tx, host.id()));
  }

  private static boolean hasLeft(Transaction tx, @Nullable EventType eventType, UUID hostId) {
    return eventType != null
        && eventType.assignment().teamId() != null
        && !Facts.hostIds(tx, eventType.id()).contains(hostId);
  }

  /// Returns what the links ask a host for.
  public MailActions mailActions(UUID hostId) {
    return database.read(tx -> mailActions(tx, hostId));
  }

  private static MailActions mailActions(Transaction tx, UUID hostId) {
    return MailActions.of(tx.mapper(HostLinkMapper.class).mailActions(hostId));
  }

  /// Sets what the links ask a host for, those in mails that were sent before included.
  public void setMailActions(UUID hostId, MailActions choice) {
    database.inTransaction(
        tx -> tx.mapper(HostLinkMapper.class).setMailActions(hostId, choice.word()));
  }
}
