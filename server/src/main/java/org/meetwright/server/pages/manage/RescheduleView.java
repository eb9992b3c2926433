package org.meetwright.server.pages.manage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.pages.host.AbsenceNote;
import org.meetwright.server.pages.host.EventInfo;
import org.meetwright.server.pages.picker.TimePicker;

/// The page on which a new time is chosen for a booking.
///
/// @param notice what has to be said first; null for nothing
/// @param absences when the host is away in the month that is shown
public record RescheduleView(
    Shell shell,
    BookingView booking,
    EventInfo event,
    TimePicker picker,
    @Nullable String notice,
    List<AbsenceNote> absences) {}
