package org.meetwright.server.api.model.busy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A busy time that a host puts in by hand.
///
/// @param start inclusive
/// @param end exclusive
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BusyTimeRequest(Instant start, Instant end, @Nullable String summary) {}
