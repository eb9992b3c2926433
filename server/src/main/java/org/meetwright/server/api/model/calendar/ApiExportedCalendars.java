package org.meetwright.server.api.model.calendar;

import java.util.List;

/// A calendar account with its calendars, as the export tells it.
public record ApiExportedCalendars(ApiCalendarAccount account, List<ApiCalendar> calendars) {}
