package org.meetwright.core.statistics;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.Database;
import org.meetwright.core.statistics.BookingStatistics.EventTypeCounts;
import org.meetwright.core.statistics.BookingStatistics.HostCounts;
import org.meetwright.core.statistics.BookingStatistics.Week;
import org.meetwright.core.statistics.StatisticsMapper.CountsRow;

/// Counts bookings by week, event type and host.
public final class Statistics {
  /// How many event types and hosts are told at most.
  public static final int MOST = 100;

  /// Offsets of zones are whole quarters of an hour, so that a quarter is in one local week.
  private static final int QUARTER_SECONDS = 900;

  private final Database database;
  private final InstantSource clock;

  /// Creates the service.
  public Statistics(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Counts the bookings of a period. They are looked at at one time.
  public BookingStatistics of(Period period) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant from = period.start();
    Instant until = period.end();
    @Nullable UUID host = period.hostId();
    return database.consistentRead(
        tx -> {
          StatisticsMapper mapper = tx.mapper(StatisticsMapper.class);
          List<Week> weeks = weeks(period, mapper.quarters(from, until, host, now));
          return new BookingStatistics(
              weeks.stream().map(Week::counts).reduce(Counts.NONE, Counts::plus),
              weeks,
              mapper.eventTypes(from, until, host, now, MOST).stream()
                  .map(
                      row ->
                          new EventTypeCounts(
                              Objects.requireNonNullElse(row.handle(), ""),
                              Objects.requireNonNullElse(row.slug(), ""),
                              row.counts()))
                  .toList(),
              mapper.hosts(from, until, host, now, MOST).stream()
                  .map(
                      row ->
                          new HostCounts(
                              Objects.requireNonNullElse(row.handle(), ""), row.counts()))
                  .toList(),
              mapper.leadTime(from, until, host),
              mapper.cancelledBy(from, until, host),
              mapper.archived(from, until, host));
        });
  }

  private static List<Week> weeks(Period period, List<CountsRow> quarters) {
    SortedMap<LocalDate, Counts> weeks = new TreeMap<>();
    for (LocalDate monday = monday(period.from());
        !monday.isAfter(period.to());
        monday = monday.plusWeeks(1)) {
      weeks.put(monday, Counts.NONE);
    }
    for (CountsRow row : quarters) {
      weeks.merge(monday(row, period.zone()), row.counts(), Counts::plus);
    }
    List<Week> all = new ArrayList<>();
    weeks.forEach((monday, counts) -> all.add(new Week(monday, counts)));
    return all;
  }

  private static LocalDate monday(CountsRow row, ZoneId zone) {
    Instant start = Instant.ofEpochSecond(row.quarter() * QUARTER_SECONDS);
    return monday(LocalDate.ofInstant(start, zone));
  }

  private static LocalDate monday(LocalDate date) {
    return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
