package org.meetwright.server.api.slot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.meetwright.core.availability.Availability.Slots;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.server.api.model.slot.ApiFirstSlot;
import org.meetwright.server.api.model.slot.ApiSlot;
import org.meetwright.server.api.model.slot.ApiSlots;

/// Translates slots to the API, as objects: few of them, for [SlotsJson] writes many.
public final class SlotTranslation {
  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

  private SlotTranslation() {}

  /// Returns slots that were asked for.
  ///
  /// @param from the first date, inclusive, in `zone`
  /// @param to the last date, inclusive, in `zone`
  public static ApiSlots toApi(
      Slots slots, LocalDate from, LocalDate to, ZoneId zone, EventType type) {
    return new ApiSlots(
        zone.getId(),
        from,
        to,
        type.timing().durationMinutes(),
        IntStream.range(0, slots.starts().length).mapToObj(i -> slot(slots, i, zone)).toList(),
        List.of(),
        slots.nextFrom(),
        type.active() ? null : SlotsJson.reasons(type));
  }

  /// Returns the first slot.
  ///
  /// @param from from when on it was looked for, inclusive, in `zone`
  public static ApiFirstSlot first(Slots found, LocalDate from, ZoneId zone, EventType type) {
    ApiSlot slot = found.starts().length == 0 ? null : slot(found, 0, zone);
    return new ApiFirstSlot(zone.getId(), from, slot, SlotsJson.reasons(type));
  }

  private static ApiSlot slot(Slots slots, int i, ZoneId zone) {
    return new ApiSlot(
        text(slots.starts()[i], zone), text(slots.ends()[i], zone), slots.seatsLeft()[i]);
  }

  private static String text(long second, ZoneId zone) {
    return WITH_OFFSET.format(OffsetDateTime.ofInstant(Instant.ofEpochSecond(second), zone));
  }
}
