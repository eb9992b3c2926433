package org.meetwright.core.statistics;

import java.time.LocalDate;
import java.util.List;

/// Statistics of the bookings of a period.
///
/// @param weeks by week, those without bookings too
/// @param eventTypes what was booked most often, at most [Statistics#MOST] of them
/// @param hosts who was booked most often, at most [Statistics#MOST]; a meeting counts for each of
///   its hosts
/// @param cancelledBy who cancelled how often
/// @param archivedMeetings how many meetings of the period are in the archive, which is not counted
public record BookingStatistics(
    Counts all,
    List<Week> weeks,
    List<EventTypeCounts> eventTypes,
    List<HostCounts> hosts,
    LeadTime leadTime,
    List<ActorCount> cancelledBy,
    long archivedMeetings) {
  /// Creates them.
  public BookingStatistics {
    weeks = List.copyOf(weeks);
    eventTypes = List.copyOf(eventTypes);
    hosts = List.copyOf(hosts);
    cancelledBy = List.copyOf(cancelledBy);
  }

  /// The bookings of a week.
  ///
  /// @param monday with which it begins
  public record Week(LocalDate monday, Counts counts) {}

  /// The bookings of an event type.
  ///
  /// @param page the handle of the host or team that it stands under; empty if it was deleted
  public record EventTypeCounts(String page, String slug, Counts counts) {}

  /// The bookings of a host.
  public record HostCounts(String handle, Counts counts) {}

  /// How long before their start meetings were booked, in bookings.
  ///
  /// @param averageMinutes 0 if there are none
  public record LeadTime(
      long averageMinutes,
      long underHour,
      long underDay,
      long underThreeDays,
      long underWeek,
      long underFourWeeks,
      long longer) {}

  /// How often someone cancelled.
  ///
  /// @param actor the word of an [org.meetwright.core.booking.Actor]
  public record ActorCount(String actor, long bookings) {}
}
