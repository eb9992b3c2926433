package org.meetwright.server.api.model.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An API token to make.
///
/// @param scopes `read`, and `write`; null for both
/// @param expiresAt exclusive; null if it never does
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenRequest(
    String name, @Nullable List<String> scopes, @Nullable Instant expiresAt) {}
