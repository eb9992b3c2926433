package org.meetwright.server.api.model.slot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The times that can be booked, from one date to another. The server writes them without such an
/// object, as they may be very many.
///
/// @param from the first date, inclusive, in `zone`
/// @param to the last date, inclusive, in `zone`
/// @param slots none if the starts alone were asked for
/// @param starts RFC 3339 with the offset of the asked zone; none if they were not asked for alone
/// @param nextFrom where the next page begins; null past the booking window
/// @param reasons why there can be none; left out if there could be one
public record ApiSlots(
    String zone,
    LocalDate from,
    LocalDate to,
    int durationMinutes,
    List<ApiSlot> slots,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> starts,
    @Nullable LocalDate nextFrom,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> reasons) {
  /// Creates them; a list that was left out is empty.
  public ApiSlots {
    slots = Objects.requireNonNullElse(slots, List.of());
    starts = Objects.requireNonNullElse(starts, List.of());
  }
}
