package org.meetwright.server.api.slot;

import org.meetwright.core.Core;
import org.meetwright.core.availability.Availability.Offering;
import org.meetwright.core.team.Bookable;
import org.meetwright.server.api.exchange.ProblemException;

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

  /// Returns an event type that can be booked under a handle.
  ///
  /// @throws ProblemException if there is none
  public Offering find(String handle, String slug) {
    return core.availability()
        .find(handle, slug)
        .orElseThrow(() -> ProblemException.notFound("event type", handle + "/" + slug));
  }
}
