package org.meetwright.server.pages.view.managed;

import org.meetwright.server.pages.picker.TimePicker;
import org.meetwright.server.pages.view.EventInfo;
import org.meetwright.server.pages.view.Shell;

/// The page on which a new time is chosen for a booking.
public record RescheduleView(
    Shell shell, BookingView booking, EventInfo event, TimePicker picker) {}
