package org.meetwright.server.api.model.absence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.Identified;
import org.meetwright.server.api.model.booking.ApiBookingBrief;

/// An absence, as the API shows it to its host.
///
/// @param from a date, or an instant; inclusive
/// @param to a date, inclusive, or an instant, exclusive
/// @param note what visitors are told; may be empty
/// @param redirectTo handle/slug of the event type to go to instead; null for none
/// @param bookings those that stand in it: told only when it is made or changed
public record ApiAbsence(
    UUID id,
    String from,
    String to,
    String note,
    @Nullable String redirectTo,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ApiBookingBrief> bookings)
    implements Identified {
  /// Several of them.
  public record Listing(List<ApiAbsence> absences) {}
}
