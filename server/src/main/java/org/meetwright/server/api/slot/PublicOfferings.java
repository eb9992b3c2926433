package org.meetwright.server.api.slot;

import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.offering.FindOutcome;
import org.meetwright.core.offering.Offering;
import org.meetwright.core.offering.Offerings;
import org.meetwright.core.team.Bookable;
import org.meetwright.core.team.Bookables;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.ProblemException.Code;

/// Finds requested event types, or answers that they do not exist.
public final class PublicOfferings {
  private final Bookables bookables;
  private final Offerings offerings;
  private final EventTypes eventTypes;

  /// Creates it on what an installation offers.
  public PublicOfferings(Bookables bookables, Offerings offerings, EventTypes eventTypes) {
    this.bookables = bookables;
    this.offerings = offerings;
    this.eventTypes = eventTypes;
  }

  /// Returns the host or team of a handle, also while it takes no bookings.
  ///
  /// @throws ProblemException if there is none
  Bookable who(String handle) {
    return bookables
        .find(handle)
        .orElseThrow(() -> ProblemException.notFound("host or team", handle));
  }

  /// Returns an event type that a visitor with this link, or with none, may see.
  ///
  /// @param link the token of a booking link; null if none was given
  /// @throws ProblemException if there is none, or the link does not lead to it
  Offering find(String handle, String slug, @Nullable String link) {
    return switch (offerings.find(handle, slug, link)) {
      case FindOutcome.Found(var offering) -> offering;
      case FindOutcome.Inactive(var offering) -> offering;
      case FindOutcome.NotAdmitted(_) -> throw notAdmitted();
      case FindOutcome.Unknown() -> throw unknown(handle, slug);
    };
  }

  /// Returns an event type that a visitor with this link, or with none, may know of. The link may
  /// have ended: someone who repeats a request that used it up is to get the first answer.
  ///
  /// @param link the token of a booking link; null if none was given
  /// @throws ProblemException if there is none
  public Offering known(String handle, String slug, @Nullable String link) {
    return switch (offerings.find(handle, slug, link)) {
      case FindOutcome.Found(var offering) -> offering;
      case FindOutcome.Inactive(var offering) -> offering;
      case FindOutcome.NotAdmitted(var offering) -> offering;
      case FindOutcome.Unknown() -> throw unknown(handle, slug);
    };
  }

  /// Returns an event type to a host who is to book over its rules, with a link or without.
  ///
  /// @throws ProblemException if there is none
  public EventType any(String handle, String slug) {
    return bookables
        .find(handle)
        .flatMap(who -> eventTypes.findBySlug(who.id(), slug))
        .orElseThrow(() -> unknown(handle, slug));
  }

  /// Returns the problem that a link does not admit to an event type that its bearer may know of.
  public static ProblemException notAdmitted() {
    return ProblemException.of(
        Code.LINK_NOT_VALID,
        "The booking link has been used or has expired, or belongs to something else; ask the"
            + " host for a new one.");
  }

  private static ProblemException unknown(String handle, String slug) {
    return ProblemException.notFound("event type", handle + "/" + slug);
  }
}
