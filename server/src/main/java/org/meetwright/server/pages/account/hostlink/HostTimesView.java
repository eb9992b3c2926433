package org.meetwright.server.pages.account.hostlink;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.pages.host.AbsenceNote;
import org.meetwright.server.pages.picker.TimePicker;
import org.meetwright.server.text.Texts;

/// The page on which a host chooses a new time for a booking.
///
/// Wide: the template reads each of them by its name.
///
/// @param page the page of the link
/// @param duration how long the meeting takes
/// @param color of the event type
/// @param absences when the hosts are away in the month that is shown
/// @param notice what has to be said first; null for nothing
public record HostTimesView(
    Shell shell,
    Texts words,
    MeetingView meeting,
    String page,
    String duration,
    String color,
    TimePicker picker,
    List<AbsenceNote> absences,
    @Nullable String notice) {}
