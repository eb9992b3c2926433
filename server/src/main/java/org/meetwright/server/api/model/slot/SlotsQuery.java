package org.meetwright.server.api.model.slot;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The parameters of a request for slots. A null component is left to the server.
///
/// @param from the first date, inclusive, in `zone`; null for today
/// @param to the last date, inclusive, in `zone`
/// @param zone null for the host's
/// @param link the token of a booking link
/// @param duration the length that is asked for, in minutes; null for the default one
/// @param fields `start` for the starts alone; null for all fields of the slots
public record SlotsQuery(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String zone,
    @Nullable String link,
    @Nullable Integer duration,
    @Nullable String fields) {}
