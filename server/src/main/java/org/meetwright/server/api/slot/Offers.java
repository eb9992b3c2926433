package org.meetwright.server.api.slot;

import org.jspecify.annotations.Nullable;
import org.meetwright.core.Core;
import org.meetwright.core.availability.Availability.Offering;
import org.meetwright.core.team.Bookable;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.ProblemException.Code;

/// Finds what visitors ask for, or answers that there is no such thing.
public final class Offers {
  private final Core core;

  /// Creates it on what an installation offers.
  public Offers(Core core) {
    this.core = core;
  }

  /// Returns the active host or team of a handle.
  ///
  /// @throws ProblemException if there is none
  Bookable who(String handle) {
    return core.bookables()
        .find(handle)
        .filter(Bookable::active)
        .orElseThrow(() -> ProblemException.notFound("host or team", handle));
  }

  /// Returns an event type that can be booked under a handle by who has a booking link, or none.
  ///
  /// @param link the token of a booking link; null if none was given
  /// @throws ProblemException if there is none, or the link does not lead to it
  Offering find(String handle, String slug, @Nullable String link) {
    Offering offering = known(handle, slug, link);
    boolean free = link == null && !offering.eventType().policies().requiresLink();
    if (!free && !core.bookingLinks().admits(link, offering.eventType())) {
      throw notAdmitted();
    }
    return offering;
  }

  /// Returns an event type that can be booked under a handle, though perhaps no longer with this
  /// link. To whoever comes to one that requires a link, without any link of it, it is as if there
  /// were none.
  ///
  /// @param link the token of a booking link; null if none was given
  /// @throws ProblemException if there is none
  public Offering known(String handle, String slug, @Nullable String link) {
    Offering offering = find(handle, slug);
    if (!core.bookingLinks().mayKnowOf(link, offering.eventType())) {
      throw unknown(handle, slug);
    }
    return offering;
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

  /// Returns an event type that can be booked under a handle, whether or not it takes a link.
  ///
  /// @throws ProblemException if there is none
  private Offering find(String handle, String slug) {
    return core.availability().find(handle, slug).orElseThrow(() -> unknown(handle, slug));
  }
}
