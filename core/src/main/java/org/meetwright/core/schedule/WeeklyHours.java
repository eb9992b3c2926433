package org.meetwright.core.schedule;

import java.time.DayOfWeek;

/// A span of local time that is open on one day of every week.
public record WeeklyHours(DayOfWeek day, LocalHours hours) {}
