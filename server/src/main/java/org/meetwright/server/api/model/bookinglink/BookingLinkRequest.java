package org.meetwright.server.api.model.bookinglink;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A booking link to make.
///
/// @param maxUses how many bookings can be made with it; null for one
/// @param expiresAt from when on it can't be used; null for never
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BookingLinkRequest(
    UUID eventTypeId, @Nullable Integer maxUses, @Nullable Instant expiresAt) {}
