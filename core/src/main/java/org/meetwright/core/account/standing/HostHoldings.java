package org.meetwright.core.account.standing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a host has: what an admin wants to know of him, and what would go if he were erased.
///
/// @param teams the teams that he made or is in, by handle
public record HostHoldings(Meetings meetings, Setup setup, Keys keys, List<TeamShare> teams) {
  /// Creates it.
  public HostHoldings {
    teams = List.copyOf(teams);
  }

  /// His meetings, in bookings unless another unit is named.
  ///
  /// @param upcoming hold a time that has not passed
  /// @param own are with nobody but him; an erasure takes their invitees away
  /// @param shared are with other hosts too; of these an erasure removes him alone
  /// @param archived how many meetings are in the archive
  /// @param unsent how many messages about them should have been delivered by now
  public record Meetings(int upcoming, int own, int shared, int archived, int unsent) {}

  /// What he has set up.
  ///
  /// @param eventTypes those that stand under his handle
  /// @param busyTimes those that he has put in by hand
  public record Setup(int eventTypes, int schedules, int absences, int busyTimes) {}

  /// What lets in or tells others.
  public record Keys(int sessions, int tokens, int webhooks, int feeds, int calendarAccounts) {}

  /// A team that he made or is in.
  ///
  /// @param owned whether it is his
  /// @param successor the handle of the member who would get it; null if it is not his, or would be
  ///   deleted
  public record TeamShare(String handle, boolean owned, @Nullable String successor) {}
}
