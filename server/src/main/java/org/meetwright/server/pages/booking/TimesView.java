package org.meetwright.server.pages.booking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.pages.host.AbsenceNote;
import org.meetwright.server.pages.host.EventInfo;
import org.meetwright.server.pages.picker.NamedLink;
import org.meetwright.server.pages.picker.TimePicker;

/// The page on which a time is chosen.
///
/// @param lengths the lengths that can be chosen; empty if there is one
/// @param notice what has to be said first; null for nothing
/// @param ways what can be done about it
/// @param absences what is said of absences in the month that is shown
public record TimesView(
    Shell shell,
    EventInfo event,
    TimePicker picker,
    List<LengthLink> lengths,
    @Nullable String notice,
    List<NamedLink> ways,
    List<AbsenceNote> absences) {}
