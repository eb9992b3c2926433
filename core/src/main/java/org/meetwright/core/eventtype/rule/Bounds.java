package org.meetwright.core.eventtype.rule;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// How soon, how far ahead and how often an event type can be booked.
///
/// @param minimumNoticeMinutes how long before its start a meeting can still be booked, 0 to 525600
/// @param maxPerDay most meetings of the event type on a local date; null for no limit
/// @param maxPerWeek most meetings of the event type in an ISO week; null for no limit
/// @param maxPerMonth most meetings of the event type in a month; null for no limit
/// @param maxActivePerInvitee most bookings that an invitee may have which are pending or confirmed
///   and not over; null for no limit
public record Bounds(
    int minimumNoticeMinutes,
    BookingWindow bookingWindow,
    @Nullable Integer maxPerDay,
    @Nullable Integer maxPerWeek,
    @Nullable Integer maxPerMonth,
    @Nullable Integer maxActivePerInvitee) {
  /// How many days can be booked ahead if nothing else is said.
  public static final int DEFAULT_WINDOW_DAYS = 60;

  /// What counts if nothing else is said.
  public static final Bounds USUAL = of(0, new BookingWindow.Rolling(DEFAULT_WINDOW_DAYS));

  static final int MINUTES_OF_A_YEAR = 365 * 24 * 60;

  /// Creates the bounds.
  ///
  /// @throws InvalidValueException naming the first field that is not valid
  public Bounds {
    Text.number("minimumNoticeMinutes", minimumNoticeMinutes, 0, MINUTES_OF_A_YEAR);
    checkLimit("maxPerDay", maxPerDay);
    checkLimit("maxPerWeek", maxPerWeek);
    checkLimit("maxPerMonth", maxPerMonth);
    checkLimit("maxActivePerInvitee", maxActivePerInvitee);
  }

  /// Returns bounds without limits.
  public static Bounds of(int minimumNoticeMinutes, BookingWindow bookingWindow) {
    return new Bounds(minimumNoticeMinutes, bookingWindow, null, null, null, null);
  }

  /// Returns the same bounds with another minimum notice.
  public Bounds withNotice(int minutes) {
    return new Bounds(
        minutes, bookingWindow, maxPerDay, maxPerWeek, maxPerMonth, maxActivePerInvitee);
  }

  /// Returns the same bounds with another limit for a day.
  public Bounds withMostPerDay(int meetings) {
    return new Bounds(
        minimumNoticeMinutes,
        bookingWindow,
        meetings,
        maxPerWeek,
        maxPerMonth,
        maxActivePerInvitee);
  }

  /// Returns how long before its start a meeting can still be booked.
  public Duration minimumNotice() {
    return Duration.ofMinutes(minimumNoticeMinutes);
  }

  /// Returns whether the number of a host's meetings is limited.
  public boolean hasLimits() {
    return maxPerDay != null || maxPerWeek != null || maxPerMonth != null;
  }

  private static void checkLimit(String field, @Nullable Integer limit) {
    if (limit != null) {
      Text.number(field, limit, 1, 1000);
    }
  }
}
