package org.meetwright.core.statistics;

/// How many bookings there are.
///
/// @param bookings all of them
/// @param held confirmed ones whose meeting is over
/// @param noShows those of them to which the invitee did not come
public record Counts(
    long bookings,
    long confirmed,
    long pending,
    long cancelled,
    long declined,
    long held,
    long noShows) {
  /// There are none.
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

  /// Returns which part of the meetings that are over the invitee did not come to; 0 if none is.
  public double noShowRate() {
    return held == 0 ? 0 : (double) noShows / held;
  }

  Counts plus(Counts more) {
    return new Counts(
        bookings + more.bookings,
        confirmed + more.confirmed,
        pending + more.pending,
        cancelled + more.cancelled,
        declined + more.declined,
        held + more.held,
        noShows + more.noShows);
  }
}
