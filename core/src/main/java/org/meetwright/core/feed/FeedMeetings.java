package org.meetwright.core.feed;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.database.Database;
import org.meetwright.core.feed.FeedMapper.StateRow;
import org.meetwright.core.feed.Feeds.OpenFeed;

/// What feeds tell: the meetings of a host from 30 days back to the last one, each as its bookings
/// are now. What was cancelled or declined is told for 30 days.
///
/// Whatever is told depends on the host's revision and on the date alone, so that one who has read
/// it need not be told again before one of them has changed.
public final class FeedMeetings {
  /// How many events a feed has at most; the latest are left out.
  public static final int MOST = 2000;

  private static final Duration BACK = Duration.ofDays(30);

  /// How many bookings are in memory at a time.
  private static final int PAGE = 100;

  private final Database database;
  private final Bookings bookings;
  private final InstantSource clock;

  /// Creates the service.
  public FeedMeetings(Database database, Bookings bookings, InstantSource clock) {
    this.database = database;
    this.bookings = bookings;
    this.clock = clock;
  }

  /// A booking as a feed tells it.
  ///
  /// @param changedAt when something was last done to it
  public record FeedMeeting(Booking booking, Instant changedAt) {}

  /// Returns the date that feeds are told for, in UTC.
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /// Tells what is in a feed, by start.
  ///
  /// @param today as [#today] returned it
  public void tell(OpenFeed feed, LocalDate today, Consumer<FeedMeeting> reader) {
    Instant from = today.atStartOfDay(ZoneOffset.UTC).toInstant().minus(BACK);
    BookingFilter filter = new BookingFilter(feed.host().id(), from, null, null, null, null);
    int told = 0;
    Bookings.@Nullable Position after = null;
    do {
      Bookings.Page page = bookings.list(filter, after, PAGE);
      Map<UUID, StateRow> states = states(page.bookings());
      for (Booking booking : page.bookings()) {
        StateRow state = states.get(booking.id());
        if (state != null && told < MOST && isTold(feed.feed().kind(), booking, state, from)) {
          reader.accept(new FeedMeeting(booking, state.changedAt()));
          told++;
        }
      }
      after = page.next();
    } while (after != null && told < MOST);
  }

  /// Returns bookings with when something was last done to them.
  public List<FeedMeeting> dated(List<Booking> page) {
    Map<UUID, StateRow> states = states(page);
    return page.stream()
        .map(
            booking -> {
              StateRow state = states.get(booking.id());
              return new FeedMeeting(
                  booking, state == null ? booking.createdAt() : state.changedAt());
            })
        .toList();
  }

  private Map<UUID, StateRow> states(List<Booking> page) {
    if (page.isEmpty()) {
      return Map.of();
    }
    List<UUID> ids = page.stream().map(Booking::id).toList();
    return database.read(tx -> tx.mapper(FeedMapper.class).states(ids)).stream()
        .collect(toMap(StateRow::id, Function.identity()));
  }

  /// Of a group that meets, someone who may know times alone is told one event.
  private static boolean isTold(
      CalendarFeed.FeedKind kind, Booking booking, StateRow state, Instant from) {
    boolean isRecent = booking.status().holdsTime() || !state.changedAt().isBefore(from);
    return isRecent
        && switch (kind) {
          case FULL -> true;
          case BUSY -> state.leadingId() == null || state.leadingId().equals(booking.id());
        };
  }
}
