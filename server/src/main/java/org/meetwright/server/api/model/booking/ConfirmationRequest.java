package org.meetwright.server.api.model.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The confirmation of an e-mail address.
///
/// @param start another start, if the one that was asked for is taken meanwhile; null for that
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConfirmationRequest(@Nullable Instant start) {}
