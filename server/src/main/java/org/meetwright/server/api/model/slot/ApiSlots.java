package org.meetwright.server.api.model.slot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The times that can be booked, from one date to another. The server writes them without such an
/// object, as they may be very many.
///
/// @param from the first date, inclusive, in `zone`
/// @param to the last date, inclusive, in `zone`
/// @param nextFrom where the next page begins; null past the booking window
/// @param reasons why there can be none; left out if there could be one
public record ApiSlots(
    String zone,
    LocalDate from,
    LocalDate to,
    int durationMinutes,
    List<ApiSlot> slots,
    @Nullable LocalDate nextFrom,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> reasons) {}
