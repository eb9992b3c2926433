package org.meetwright.server.api.model.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// The reason for changing a booking; null if none is given.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReasonRequest(@Nullable String reason) {}
