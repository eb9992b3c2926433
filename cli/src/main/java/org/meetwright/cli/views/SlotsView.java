package org.meetwright.cli.views;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.availability.Availability.Slots;

/// The times that can be booked, as the API shows them.
///
/// @param nextFrom where the next page begins; null past the booking window
public record SlotsView(
    String zone,
    LocalDate from,
    LocalDate to,
    int durationMinutes,
    List<SlotView> slots,
    @Nullable LocalDate nextFrom) {

  /// One of them.
  public record SlotView(String start, String end, int seatsLeft) {}

  /// Shows slots that were asked for.
  public static SlotsView of(
      Slots slots, LocalDate from, LocalDate to, ZoneId zone, int durationMinutes) {
    List<SlotView> views =
        IntStream.range(0, slots.starts().length)
            .mapToObj(
                i ->
                    view(
                        Instant.ofEpochSecond(slots.starts()[i]),
                        Instant.ofEpochSecond(slots.ends()[i]),
                        slots.seatsLeft()[i],
                        zone))
            .toList();
    return new SlotsView(zone.getId(), from, to, durationMinutes, views, slots.nextFrom());
  }

  private static SlotView view(Instant start, Instant end, int seatsLeft, ZoneId zone) {
    return new SlotView(Times.in(zone, start), Times.in(zone, end), seatsLeft);
  }
}
