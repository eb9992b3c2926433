package org.meetwright.server.api.slot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.availability.Availability.Slots;
import org.meetwright.core.eventtype.EventType;

/// The first time that can be booked.
///
/// @param from from when on it was looked for, inclusive, in `zone`
/// @param slot null if there is none within a year of where booking begins
/// @param reasons why there can be none; left out if there could be one
public record ApiFirstSlot(
    String zone,
    LocalDate from,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Slot slot,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> reasons) {
  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

  /// A time that can be booked.
  public record Slot(String start, String end, int seatsLeft) {}

  static ApiFirstSlot of(Slots found, LocalDate from, ZoneId zone, EventType type) {
    Slot slot =
        found.starts().length == 0
            ? null
            : new Slot(
                text(found.starts()[0], zone), text(found.ends()[0], zone), found.seatsLeft()[0]);
    return new ApiFirstSlot(zone.getId(), from, slot, SlotsJson.reasons(type));
  }

  private static String text(long second, ZoneId zone) {
    return WITH_OFFSET.format(OffsetDateTime.ofInstant(Instant.ofEpochSecond(second), zone));
  }
}
