package org.meetwright.core.bookinglink;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;

/// The booking links of hosts. The database holds only hashes of their tokens.
public final class BookingLinks {
  private final Database database;
  private final InstantSource clock;

  /// Creates the service.
  public BookingLinks(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// A new link.
  ///
  /// @param token the secret that stands for it; kept nowhere else
  public record NewLink(BookingLink link, String token) {}

  /// Makes a link.
  ///
  /// @param maxUses how many bookings can be made with it, 1 to 1000
  /// @param expiresAt from when on it can't be used; null if never
  /// @throws InvalidValueException if the event type is not the host's, or a value not valid
  public NewLink add(UUID hostId, UUID eventTypeId, int maxUses, @Nullable Instant expiresAt) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      throw new InvalidValueException("expiresAt", "must be in the future, not " + expiresAt);
    }
    BookingLink link = new BookingLink(Ids.next(), eventTypeId, maxUses, 0, expiresAt, now);
    String token = Secrets.next();
    database.inTransaction(
        tx -> {
          EventType eventType = EventTypes.load(tx, eventTypeId);
          if (eventType == null || !eventType.hostId().equals(hostId)) {
            throw new InvalidValueException(
                "eventTypeId", "must be one of your event types, not " + eventTypeId);
          }
          return tx.mapper(BookingLinkMapper.class).insert(link, Secrets.hash(token));
        });
    return new NewLink(link, token);
  }

  /// Returns whether a text looks like the token of a link; a broken one does not.
  public static boolean isToken(String text) {
    return Secrets.isLike(text);
  }

  /// Returns a host's links, the oldest first, used and expired ones included.
  public List<BookingLink> list(UUID hostId) {
    return database.read(tx -> tx.mapper(BookingLinkMapper.class).list(hostId));
  }

  /// Ends a link.
  ///
  /// @return whether the host had it
  public boolean delete(UUID hostId, UUID id) {
    return database.inTransaction(tx -> tx.mapper(BookingLinkMapper.class).delete(hostId, id) > 0);
  }

  /// Returns what a visitor who comes with this token, or with none, may do with an event type now.
  /// Of one that requires a link, only those may know who have one of its links, which may have
  /// ended.
  ///
  /// @param token null if he has none
  public static LinkAdmission admission(
      Transaction tx, @Nullable String token, EventType eventType, Instant now) {
    boolean required = eventType.policies().requiresLink();
    if (token == null) {
      return required ? LinkAdmission.UNKNOWN : LinkAdmission.ADMITTED;
    }
    BookingLink link = tx.mapper(BookingLinkMapper.class).find(Secrets.hash(token));
    boolean itsOwn = link != null && link.eventTypeId().equals(eventType.id());
    if (link != null && itsOwn && link.isOpen(now)) {
      return LinkAdmission.ADMITTED;
    }
    return itsOwn || !required ? LinkAdmission.ENDED : LinkAdmission.UNKNOWN;
  }

  /// Uses a link for one booking, within the transaction that makes it.
  ///
  /// @return whether the link allows it
  public static boolean use(Transaction tx, String token, UUID eventTypeId, Instant now) {
    return tx.mapper(BookingLinkMapper.class).use(Secrets.hash(token), eventTypeId, now) == 1;
  }
}
