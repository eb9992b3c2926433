package org.meetwright.server.api.model.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What a calendar is used for; what is null stays.
///
/// @param busy whether its events take the host's time
/// @param tentative whether those do that are tentative
/// @param receives whether the host's meetings are written into it; then into no other
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalendarChoiceRequest(
    @Nullable Boolean busy, @Nullable Boolean tentative, @Nullable Boolean receives) {}
