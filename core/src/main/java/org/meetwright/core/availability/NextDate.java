package org.meetwright.core.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.slot.HostFacts;
import org.meetwright.core.slot.SlotFinder;
import org.meetwright.core.slot.Snapshot;

/// Tells where to go on looking for times.
final class NextDate {
  private NextDate() {}

  /// Returns the first local date, not before another, that booking window and notice leave to any
  /// host; null if the window ends before.
  static @Nullable LocalDate from(Snapshot snapshot, LocalDate least, ZoneId zone) {
    if (!snapshot.eventType().active() || isPastWindow(snapshot, least, zone)) {
      return null;
    }
    LocalDate first =
        snapshot.hosts().stream()
            .map(host -> windowBegin(snapshot, host).atZone(zone).toLocalDate())
            .min(Comparator.naturalOrder())
            .orElse(least);
    LocalDate later = first.isAfter(least) ? first : least;
    return isPastWindow(snapshot, later, zone) ? null : later;
  }

  private static Instant windowBegin(Snapshot snapshot, HostFacts host) {
    Instant notice = Instant.ofEpochSecond(SlotFinder.earliest(snapshot));
    return switch (snapshot.eventType().bounds().bookingWindow()) {
      case BookingWindow.Dates dates -> {
        Instant begin = dates.from().atStartOfDay(host.zone()).toInstant();
        yield begin.isAfter(notice) ? begin : notice;
      }
      case BookingWindow.Rolling rolling -> notice;
      case BookingWindow.Unlimited unlimited -> notice;
    };
  }

  /// Returns whether the booking window ends before a local date begins.
  private static boolean isPastWindow(Snapshot snapshot, LocalDate date, ZoneId zone) {
    return snapshot.hosts().stream().allMatch(host -> isPastWindow(snapshot, host, date, zone));
  }

  private static boolean isPastWindow(
      Snapshot snapshot, HostFacts host, LocalDate date, ZoneId zone) {
    return switch (snapshot.eventType().bounds().bookingWindow()) {
      case BookingWindow.Rolling rolling -> {
        LocalDate today = snapshot.now().atZone(host.zone()).toLocalDate();
        yield endsBefore(today.plusDays(rolling.days()), host.zone(), date, zone);
      }
      case BookingWindow.Dates dates -> endsBefore(dates.to(), host.zone(), date, zone);
      case BookingWindow.Unlimited unlimited -> false;
    };
  }

  private static boolean endsBefore(
      LocalDate last, ZoneId lastZone, LocalDate date, ZoneId dateZone) {
    return !last.plusDays(1).atStartOfDay(lastZone).isAfter(date.atStartOfDay(dateZone));
  }
}
