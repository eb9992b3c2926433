package org.meetwright.server.api.model.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.absence.AbsenceRequest;
import org.meetwright.server.api.model.eventtype.EventTypeRequest;
import org.meetwright.server.api.model.schedule.ScheduleRequest;

/// What a host may save, and where to look for what would follow. At least one draft is given.
///
/// @param schedule in place of the one of its id, or of the default one without an id
/// @param eventType in place of the one of its id, or a new one without an id
/// @param absence in place of the one of its id, or a new one without an id
/// @param from the first date, inclusive, in `zone`
/// @param to the last date, inclusive, in `zone`
/// @param zone null for the host's
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiPreviewRequest(
    @Nullable ScheduleRequest schedule,
    @Nullable EventTypeRequest eventType,
    @Nullable AbsenceRequest absence,
    LocalDate from,
    LocalDate to,
    @Nullable String zone) {}
