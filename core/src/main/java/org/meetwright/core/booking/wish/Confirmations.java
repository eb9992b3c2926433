package org.meetwright.core.booking.wish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.signed.InstallationKey;
import org.meetwright.core.access.signed.SignedIds;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.booking.desk.BookingDesk;
import org.meetwright.core.booking.wish.ConfirmationMapper.ConfirmationRow;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.database.mybatis.StoredRows;
import org.meetwright.core.email.MailAllowance;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.outbox.Outbox.NewMessage;
import org.meetwright.core.value.EmailKeys;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;

/// Asks invitees by mail to confirm their addresses, if an event type requires it. The request is
/// kept for an hour, and no time is held.
public final class Confirmations {
  /// How long a wish waits.
  public static final Duration LIFE = Duration.ofHours(1);

  /// How long the link in the mail leads somewhere.
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final Database database;
  private final BookingDesk desk;
  private final MailAllowance allowance;
  private final Outbox outbox;
  private final SignedIds tokens;
  private final SignedIds guestTokens;
  private final InstantSource clock;

  /// Creates the service.
  public Confirmations(
      Database database,
      BookingDesk desk,
      MailAllowance allowance,
      Outbox outbox,
      InstallationKey key,
      InstantSource clock) {
    this.database = database;
    this.desk = desk;
    this.allowance = allowance;
    this.outbox = outbox;
    this.tokens = new SignedIds(key, "confirmation");
    this.guestTokens = new SignedIds(key, "guests");
    this.clock = clock;
  }

  /// Asks an invitee whether the address is his; nothing is booked. What cannot be booked anyway is
  /// answered at once.
  ///
  /// @throws InvalidValueException as [BookingDesk#book] does
  WishOutcome ask(BookRequest wish) {
    return desk.obstacle(wish)
        .map(outcome -> toStranger(wish, outcome))
        .orElseGet(() -> askByMail(wish));
  }

  /// Someone who repeats a wish has not shown that he reads the invitee's mail: he is answered as
  /// at first, and not told the outcome.
  private WishOutcome toStranger(BookRequest wish, BookOutcome outcome) {
    if (!(outcome instanceof BookOutcome.Repeated(var booking))) {
      return WishOutcome.of(outcome);
    }
    ConfirmationRow asked =
        database.read(tx -> tx.mapper(ConfirmationMapper.class).findByBooking(booking.id()));
    return asked == null
        ? new WishOutcome.SlotTaken()
        : new WishOutcome.ToBeConfirmed(wish, confirmation(asked));
  }

  private WishOutcome askByMail(BookRequest wish) {
    Optional<WishOutcome> before = database.inTransaction(tx -> before(tx, wish));
    if (before.isPresent()) {
      return before.get();
    }
    Duration wait = allowance.takeQuestion(wish.invitee().email());
    if (!wait.isZero()) {
      return new WishOutcome.TooManyMails(wait);
    }
    try {
      return new WishOutcome.ToBeConfirmed(
          wish,
          database.inTransaction(
              List.of("wishes of " + wish.invitee().email().key()), tx -> keep(tx, wish)));
    } catch (RuntimeException failed) {
      if (!Database.refusedByConstraint(failed)) {
        throw failed;
      }
      // The same came twice at a time.
      return database.inTransaction(tx -> before(tx, wish)).orElseThrow(() -> failed);
    }
  }

  private Optional<WishOutcome> before(Transaction tx, BookRequest wish) {
    ConfirmationMapper mapper = tx.mapper(ConfirmationMapper.class);
    String hash = wish.contentHash();
    String key = wish.idempotencyKey();
    ConfirmationRow sameKey = key == null ? null : mapper.findByKey(wish.eventTypeId(), key, now());
    if (sameKey != null && !hash.equals(sameKey.wishHash())) {
      return Optional.of(new WishOutcome.KeyPending(wish));
    }
    ConfirmationRow same = mapper.findSame(hash, now());
    if (same == null) {
      return Optional.empty();
    }
    boolean byKey = key != null && key.equals(same.idempotencyKey());
    return Optional.of(
        new WishOutcome.ToBeConfirmed(wish, byKey ? confirmation(same) : renewed(tx, same)));
  }

  /// Gives a repeated request as much time as a new one, so that the answer does not reveal that it
  /// was made before.
  private Confirmation renewed(Transaction tx, ConfirmationRow row) {
    Instant expiry = now().plus(LIFE);
    ConfirmationMapper mapper = tx.mapper(ConfirmationMapper.class);
    mapper.renew(row.id(), expiry);
    outbox.put(tx, List.of(expiry(row.id(), "-" + Ids.next(), expiry)));
    ConfirmationRow renewed = mapper.find(row.id());
    return confirmation(renewed == null ? row : renewed);
  }

  private Confirmation keep(Transaction tx, BookRequest wish) {
    Instant now = now();
    sweep(tx, now);
    UUID id = Ids.next();
    // A wish becomes one booking, however often it is confirmed.
    String key = wish.idempotencyKey();
    BookRequest once = key == null ? wish.under("confirmation-" + id) : wish;
    ConfirmationRow row =
        new ConfirmationRow(
            id,
            wish.eventTypeId(),
            wish.invitee().email().key(),
            EmailKeys.of(wish.guests()),
            StoredWish.json(once),
            wish.contentHash(),
            key,
            null,
            now,
            now.plus(LIFE));
    tx.mapper(ConfirmationMapper.class).insert(row);
    outbox.put(tx, List.of(question(id, now), expiry(id, "", row.expiresAt())));
    return confirmation(row);
  }

  private static NewMessage question(UUID id, Instant due) {
    return ConfirmationNotice.KIND.message(
        "confirmation-" + id, null, new ConfirmationNotice(id), due);
  }

  private static NewMessage expiry(UUID id, String suffix, Instant due) {
    return ConfirmationExpiry.KIND.message(
        "confirmation-" + id + suffix + "-end", null, new ConfirmationExpiry(id), due);
  }

  /// Returns the token with which the reader of the invitee's mail confirms the request to book.
  public String token(UUID id) {
    return tokens.token(id);
  }

  /// Returns what a token stands for, expired or not; empty if it is not one of ours.
  public Optional<UUID> id(String token) {
    return tokens.id(token);
  }

  /// Returns the token with which the reader of the invitee's mail has the guests of the booking
  /// invited.
  public String guestToken(UUID bookingId) {
    return guestTokens.token(bookingId);
  }

  /// Returns the booking whose guests a token lets invite; empty if it is not one of ours.
  public Optional<UUID> guestsOf(String token) {
    return guestTokens.id(token);
  }

  /// Returns a wish that waits, or what is left of it; empty if there is nothing.
  public Optional<Confirmation> find(UUID id) {
    return database.read(
        tx ->
            Optional.ofNullable(tx.mapper(ConfirmationMapper.class).find(id))
                .map(Confirmations::confirmation));
  }

  /// Returns the wishes that wait to be booked with a host, the oldest first.
  public List<Confirmation> waiting(UUID hostId) {
    return database.read(
        tx ->
            StoredRows.list(
                tx.mapper(ConfirmationMapper.class).waiting(hostId), Confirmations::confirmation));
  }

  /// Books a wish that waits. Confirming it again changes nothing.
  ///
  /// @param start another start than the requested one; null for that one
  ConfirmOutcome confirm(UUID id, @Nullable Instant start) {
    Confirmation confirmation = find(id).orElse(null);
    BookRequest wish = confirmation == null ? null : confirmation.wishAt(now());
    if (wish == null) {
      return past(confirmation);
    }
    BookOutcome outcome = desk.book(start == null ? wish : wish.at(start), Actor.INVITEE);
    return switch (outcome) {
      case BookOutcome.Booked(var booking) -> new WishOutcome.Booked(marked(id, booking));
      case BookOutcome.Repeated(var booking) -> new WishOutcome.Repeated(marked(id, booking));
      case BookOutcome.SlotTaken() -> new WishOutcome.SlotTaken();
      case BookOutcome.NotOffered(var reasons) -> new WishOutcome.NotOffered(reasons);
      case BookOutcome.LinkNotValid() -> new WishOutcome.NotAdmitted();
      case BookOutcome.UnknownEventType() -> new ConfirmOutcome.Expired(wish.eventTypeId());
      // It was confirmed for another start at the same moment.
      case BookOutcome.KeyReused() -> past(find(id).orElse(null));
    };
  }

  private Booking marked(UUID id, Booking booking) {
    database.inTransaction(tx -> tx.mapper(ConfirmationMapper.class).markBooked(id, booking.id()));
    return booking;
  }

  private ConfirmOutcome past(@Nullable Confirmation confirmation) {
    if (confirmation == null) {
      return new ConfirmOutcome.Expired(null);
    }
    UUID bookingId = confirmation.bookingId();
    Booking booking = bookingId == null ? null : database.read(tx -> Bookings.load(tx, bookingId));
    return booking == null
        ? new ConfirmOutcome.Expired(confirmation.eventTypeId())
        : new WishOutcome.Repeated(booking);
  }

  /// Forgets what has expired.
  public void sweep() {
    database.inTransaction(tx -> sweep(tx, now()));
  }

  private static int sweep(Transaction tx, Instant now) {
    ConfirmationMapper mapper = tx.mapper(ConfirmationMapper.class);
    return mapper.forgetExpired(now) + mapper.deleteExpired(now.minus(REMEMBERED));
  }

  private static Confirmation confirmation(ConfirmationRow row) {
    return StoredRows.read("confirmation", row.id(), () -> whole(row));
  }

  private static Confirmation whole(ConfirmationRow row) {
    return new Confirmation(
        row.id(),
        row.eventTypeId(),
        wish(row.wish()),
        row.bookingId(),
        row.createdAt(),
        row.expiresAt());
  }

  /// Returns a wish that was kept; null if it is gone, or an earlier version kept what is not
  /// allowed any more: that has expired before its time.
  private static @Nullable BookRequest wish(@Nullable String kept) {
    try {
      return kept == null ? null : StoredWish.parse(kept);
    } catch (InvalidValueException notAllowed) {
      return null;
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
