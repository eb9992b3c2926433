package org.meetwright.server.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.availability.Availability.Slots;

/// The times that can be booked, as the API tells them.
///
/// @param from the first date asked for, inclusive, in `zone`
/// @param to the last date asked for, inclusive, in `zone`
/// @param nextFrom the date at which to ask on; null past the booking window
public record SlotsAnswer(
    String zone,
    LocalDate from,
    LocalDate to,
    int durationMinutes,
    List<Slot> slots,
    @Nullable LocalDate nextFrom) {
  private static final DateTimeFormatter RFC_3339 =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

  /// A time that can be booked, with the offset of the asked zone.
  ///
  /// @param seatsLeft how many can still book it
  public record Slot(String start, String end, int seatsLeft) {}

  static SlotsAnswer of(
      Slots slots, LocalDate from, LocalDate to, ZoneId zone, int durationMinutes) {
    return new SlotsAnswer(
        zone.getId(),
        from,
        to,
        durationMinutes,
        IntStream.range(0, slots.starts().length)
            .mapToObj(i -> slot(slots.starts()[i], durationMinutes, slots.seatsLeft()[i], zone))
            .toList(),
        slots.nextFrom());
  }

  private static Slot slot(long start, int minutes, int seatsLeft, ZoneId zone) {
    return new Slot(text(start, zone), text(start + minutes * 60L, zone), seatsLeft);
  }

  private static String text(long epochSecond, ZoneId zone) {
    return RFC_3339.format(Instant.ofEpochSecond(epochSecond).atZone(zone));
  }
}
