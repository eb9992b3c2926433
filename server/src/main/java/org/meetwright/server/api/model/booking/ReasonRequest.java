package org.meetwright.server.api.model.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Why a booking is changed; null if nobody says.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReasonRequest(@Nullable String reason) {}
