package org.meetwright.core.booking.latest;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingMapper;
import org.meetwright.core.booking.BookingMapper.BookingRow;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.booking.Bookings.Page;
import org.meetwright.core.booking.Bookings.Position;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.mybatis.StoredRows;
import org.meetwright.core.eventtype.rule.Timing;
import org.meetwright.core.value.FoldedText;

/// Reads a host's bookings from the latest to the first, and counts the requests to him.
public final class LatestBookings {
  private static final Duration LONGEST_BUFFER = Timing.LONGEST.plusMinutes(1);

  /// Before and after everything that is ever booked.
  private static final Instant BEGINNING = Instant.parse("1900-01-01T00:00:00Z");

  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  private final Database database;

  /// Creates the service.
  public LatestBookings(Database database) {
    this.database = database;
  }

  /// Returns how many requests to a host wait for his answer.
  ///
  /// @param now those that begin later count
  public int countRequests(UUID hostId, Instant now) {
    return database.read(
        tx -> tx.mapper(LatestMapper.class).countRequests(hostId, now, now.minus(LONGEST_BUFFER)));
  }

  /// Returns a page of a host's bookings by start, the latest first.
  ///
  /// @param until the end of the starts that are meant, exclusive; null for all
  /// @param search words, as in a [org.meetwright.core.booking.BookingFilter]; null for all
  /// @param before where it begins: after this booking; null for the first page
  /// @param limit how many at most, at least 1
  public Page list(
      UUID hostId,
      @Nullable Instant until,
      @Nullable String search,
      @Nullable Position before,
      int limit) {
    List<String> patterns = search == null ? List.of() : FoldedText.patterns(search);
    return database.consistentRead(
        tx -> {
          List<BookingRow> rows =
              rows(
                  tx.mapper(LatestMapper.class),
                  hostId,
                  until == null ? END : until,
                  patterns,
                  before,
                  limit + 1);
          BookingMapper mapper = tx.mapper(BookingMapper.class);
          Map<UUID, List<MeetingHost>> hosts = new HashMap<>();
          List<Booking> bookings =
              StoredRows.list(
                  rows.subList(0, Math.min(limit, rows.size())),
                  row ->
                      Bookings.booking(row, hosts.computeIfAbsent(row.meetingId(), mapper::hosts)));
          BookingRow last = rows.size() > limit ? rows.get(limit - 1) : null;
          return new Page(bookings, last == null ? null : new Position(last.startsAt(), last.id()));
        });
  }

  /// Returns the first rows. As in [Bookings], a host's meetings are looked at in stretches, each
  /// four times as long as the one before.
  private static List<BookingRow> rows(
      LatestMapper mapper,
      UUID hostId,
      Instant until,
      List<String> patterns,
      @Nullable Position before,
      int limit) {
    // The last booking of the page before, and those that start with it, are looked at again.
    Instant end = before == null ? until : before.start().plusMillis(1);
    for (int count = 2 * limit; ; count *= 4) {
      Instant horizon = mapper.horizon(hostId, end, count);
      // Whatever starts that long after the horizon has its padded time after it, too.
      Instant from = horizon == null ? BEGINNING : horizon.plus(LONGEST_BUFFER);
      List<BookingRow> rows =
          mapper.list(
              hostId,
              from,
              from.minus(LONGEST_BUFFER),
              end,
              patterns,
              before == null ? null : before.start(),
              before == null ? null : before.id(),
              limit);
      if (horizon == null || rows.size() == limit) {
        return rows;
      }
    }
  }
}
