package org.meetwright.server.api.model.host;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A change of a host's own data; null components stay unchanged.
///
/// @param maxMeetingsPerDay 0 for no limit
/// @param maxMinutesPerDay 0 for no limit
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeRequest(
    @Nullable String name,
    @Nullable String email,
    @Nullable String timeZone,
    @Nullable String locale,
    @Nullable Integer maxMeetingsPerDay,
    @Nullable Integer maxMinutesPerDay,
    @Nullable String mailActions) {}
