package org.meetwright.cli.commands.stats;

import java.time.LocalDate;
import java.util.List;
import org.meetwright.core.statistics.BookingStatistics;
import org.meetwright.core.statistics.BookingStatistics.ActorCount;
import org.meetwright.core.statistics.BookingStatistics.LeadTime;
import org.meetwright.core.statistics.Counts;
import org.meetwright.core.statistics.Period;

/// Statistics as JSON.
///
/// Wide: it has a component for each statistic.
record StatsView(
    LocalDate from,
    LocalDate to,
    String zone,
    Numbers all,
    List<Week> weeks,
    List<EventType> eventTypes,
    List<HostNumbers> hosts,
    LeadTime leadTime,
    List<ActorCount> cancelledBy,
    long archivedMeetings) {

  /// How many bookings there are.
  record Numbers(
      long bookings,
      long confirmed,
      long pending,
      long cancelled,
      long declined,
      long held,
      long noShows,
      double noShowRate) {
    static Numbers of(Counts counts) {
      return new Numbers(
          counts.bookings(),
          counts.confirmed(),
          counts.pending(),
          counts.cancelled(),
          counts.declined(),
          counts.held(),
          counts.noShows(),
          counts.noShowRate());
    }
  }

  /// The bookings of a week.
  record Week(String week, LocalDate monday, Numbers counts) {}

  /// The bookings of an event type.
  record EventType(String page, String slug, Numbers counts) {}

  /// The bookings of a host.
  record HostNumbers(String host, Numbers counts) {}

  static StatsView of(Period period, BookingStatistics found) {
    return new StatsView(
        period.from(),
        period.to(),
        period.zone().getId(),
        Numbers.of(found.all()),
        found.weeks().stream()
            .map(
                week -> new Week(StatsCommand.name(week), week.monday(), Numbers.of(week.counts())))
            .toList(),
        found.eventTypes().stream()
            .map(type -> new EventType(type.page(), type.slug(), Numbers.of(type.counts())))
            .toList(),
        found.hosts().stream()
            .map(host -> new HostNumbers(host.handle(), Numbers.of(host.counts())))
            .toList(),
        found.leadTime(),
        found.cancelledBy(),
        found.archivedMeetings());
  }
}
