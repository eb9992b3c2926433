package org.meetwright.server.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.booking.wish.AskOutcome;
import org.meetwright.core.booking.wish.ConfirmOutcome;
import org.meetwright.core.booking.wish.Confirmation;
import org.meetwright.core.booking.wish.Confirmations;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.limit.RateLimit;
import org.meetwright.core.limit.RateLimits;

/// Takes the wishes of invitees, and limits how often one host or team is booked. What was made is
/// counted, on all nodes together: requests that are refused use nothing up, or a stranger could
/// shut a host's door with them. How many are looked at a second is limited apart.
public final class BookingLimits {
  /// Bookings made with one host or team, whoever makes them.
  static final RateLimit MADE = new RateLimit(200, Duration.ofSeconds(1));

  /// Wishes to book one host or team, on one node.
  static final RateLimit TRIES = new RateLimit(200, Duration.ofMillis(20));

  private final boolean enabled;
  private final EventTypes eventTypes;
  private final RateLimits rateLimits;
  private final Confirmations confirmations;
  private final NodeBuckets tries;

  /// Creates the limits.
  ///
  /// @param enabled false to let everything through
  public BookingLimits(
      boolean enabled,
      InstantSource clock,
      EventTypes eventTypes,
      RateLimits rateLimits,
      Confirmations confirmations) {
    this.enabled = enabled;
    this.eventTypes = eventTypes;
    this.rateLimits = rateLimits;
    this.confirmations = confirmations;
    this.tries = new NodeBuckets(TRIES, clock);
  }

  /// Lets a wish on if its host or team has not been booked too often; to be asked before anything
  /// is done for it.
  ///
  /// @param pageId the host or team
  /// @throws TooManyRequestsException if it has
  public void enter(UUID pageId) {
    if (enabled) {
      tries.take(pageId.toString());
      Duration wait = rateLimits.look(whose(pageId), MADE);
      if (!wait.isZero()) {
        throw new TooManyRequestsException(wait);
      }
    }
  }

  /// Books a wish, or asks its invitee first, as [Confirmations#book] does, and counts what was
  /// made.
  public AskOutcome book(EventType eventType, BookRequest wish) {
    AskOutcome asked = confirmations.book(wish);
    if (asked instanceof AskOutcome.Answered(BookOutcome outcome)) {
      count(eventType.pageId(), outcome);
    }
    return asked;
  }

  /// Books a wish that waited, as [Confirmations#confirm] does, and counts what was made.
  ///
  /// @throws TooManyRequestsException if its host or team has been booked too often
  public ConfirmOutcome confirm(UUID confirmationId, @Nullable Instant start) {
    Optional<UUID> pageId =
        confirmations
            .find(confirmationId)
            .map(Confirmation::eventTypeId)
            .flatMap(eventTypes::find)
            .map(EventType::pageId);
    pageId.ifPresent(this::enter);
    ConfirmOutcome confirmed = confirmations.confirm(confirmationId, start);
    if (confirmed instanceof ConfirmOutcome.Answered(BookOutcome outcome)) {
      pageId.ifPresent(id -> count(id, outcome));
    }
    return confirmed;
  }

  private void count(UUID pageId, BookOutcome outcome) {
    if (enabled && outcome instanceof BookOutcome.Booked) {
      rateLimits.take(whose(pageId), MADE);
    }
  }

  private static String whose(UUID pageId) {
    return "bookings with " + pageId;
  }
}
