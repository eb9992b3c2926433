package org.meetwright.server.api.model.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A schedule to add, or to put in place of another; a null component takes its default.
///
/// @param id not looked at, so that what was told can be sent back
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScheduleRequest(
    @Nullable UUID id,
    String name,
    String timeZone,
    @Nullable Boolean isDefault,
    @Nullable List<ApiSchedule.Weekly> weeklyHours,
    @Nullable List<ApiSchedule.OverrideDate> overrides,
    ApiSchedule.@Nullable Holidays holidays,
    @Nullable List<ApiSchedule.Travel> travel) {}
