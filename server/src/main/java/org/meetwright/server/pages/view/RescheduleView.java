package org.meetwright.server.pages.view;

import org.meetwright.server.pages.picker.TimePicker;

/// The page on which a new time is chosen for a booking.
public record RescheduleView(
    Shell shell, BookingView booking, EventInfo event, TimePicker picker) {}
