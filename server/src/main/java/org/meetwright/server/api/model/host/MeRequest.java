package org.meetwright.server.api.model.host;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What a host changes about himself; what is null stays.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeRequest(
    @Nullable String name,
    @Nullable String email,
    @Nullable String timeZone,
    @Nullable String locale) {}
