package org.meetwright.core.booking.wish;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.booking.desk.BookingDesk;
import org.meetwright.core.challenge.Purpose;
import org.meetwright.core.challenge.Verdict;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.value.InvalidValueException;

/// Receives invitees' requests to book, from pages and programs alike. The cheapest checks come
/// first: how often the host is booked, whether the form is genuine, what it says, and the solved
/// challenge. Then the request is booked, or its invitee is asked by mail to confirm the address.
/// Whether the booking link admits the invitee is judged last, in the transaction that books:
/// someone who repeats a request that used the link up is told his booking.
public final class FrontDesk {
  private final BookingDesk desk;
  private final Confirmations confirmations;
  private final EventTypes eventTypes;
  private final WishLimits limits;

  /// Creates the desk.
  public FrontDesk(
      BookingDesk desk, Confirmations confirmations, EventTypes eventTypes, WishLimits limits) {
    this.desk = desk;
    this.confirmations = confirmations;
    this.eventTypes = eventTypes;
    this.limits = limits;
  }

  /// Takes a wish.
  ///
  /// @throws InvalidValueException as [BookingDesk#book] does
  public WishOutcome book(Wish wish) {
    Duration wait = limits.enter(wish.offering().eventType().pageId());
    if (!wait.isZero()) {
      return new WishOutcome.Limited(wait);
    }
    if (!wish.proven()) {
      return new WishOutcome.Unproven();
    }
    BookRequest request = wish.content().get();
    if (request == null) {
      return new WishOutcome.Unreadable();
    }
    Verdict verdict = wish.solution().apply(Purpose.of(request));
    return verdict == Verdict.FINE
        ? book(wish.offering().eventType(), request)
        : new WishOutcome.Unsolved(verdict);
  }

  /// Takes a wish that was let in before, under another idempotency key.
  ///
  /// @throws InvalidValueException as [BookingDesk#book] does
  public WishOutcome book(EventType eventType, WishOutcome.KeyPending before, String key) {
    return book(eventType, before.wish().under(key));
  }

  private WishOutcome book(EventType eventType, BookRequest request) {
    WishOutcome outcome =
        eventType.policies().confirmEmail()
            ? confirmations.ask(request)
            : WishOutcome.of(desk.book(request, Actor.INVITEE));
    if (outcome instanceof WishOutcome.Booked) {
      limits.made(eventType.pageId());
    }
    return outcome;
  }

  /// Books a wish that waited for its confirmation. Confirming it again changes nothing.
  ///
  /// @param start another start than the requested one; null for that one
  /// @throws InvalidValueException if the event type asks something else by now
  public ConfirmOutcome confirm(UUID confirmationId, @Nullable Instant start) {
    UUID pageId =
        confirmations
            .find(confirmationId)
            .flatMap(waiting -> eventTypes.find(waiting.eventTypeId()))
            .map(EventType::pageId)
            .orElse(null);
    Duration wait = pageId == null ? Duration.ZERO : limits.enter(pageId);
    if (!wait.isZero()) {
      return new WishOutcome.Limited(wait);
    }
    ConfirmOutcome outcome = confirmations.confirm(confirmationId, start);
    if (pageId != null && outcome instanceof WishOutcome.Booked) {
      limits.made(pageId);
    }
    return outcome;
  }
}
