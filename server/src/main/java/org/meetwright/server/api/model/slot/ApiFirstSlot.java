package org.meetwright.server.api.model.slot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The first time that can be booked.
///
/// @param from from when on it was looked for, inclusive, in `zone`
/// @param slot null if there is none within a year of where booking begins
/// @param reasons why there can be none; null, and left out, if there could be one
public record ApiFirstSlot(
    String zone,
    LocalDate from,
    @Nullable ApiSlot slot,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable List<String> reasons) {}
