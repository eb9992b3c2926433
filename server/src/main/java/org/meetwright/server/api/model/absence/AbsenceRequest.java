package org.meetwright.server.api.model.absence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.booking.ApiBookingBrief;

/// An absence to add, or to put in place of another; a null component takes its default.
///
/// @param id not looked at, so that what was told can be sent back
/// @param from a date, or an instant; inclusive
/// @param to a date, inclusive, or an instant, exclusive
/// @param redirectTo handle/slug of an event type
/// @param bookings not looked at
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AbsenceRequest(
    @Nullable UUID id,
    String from,
    String to,
    @Nullable String note,
    @Nullable String redirectTo,
    @Nullable List<ApiBookingBrief> bookings) {}
