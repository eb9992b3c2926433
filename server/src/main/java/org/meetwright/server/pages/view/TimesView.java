package org.meetwright.server.pages.view;

import org.meetwright.server.pages.picker.TimePicker;

/// The page on which a time is chosen.
public record TimesView(Shell shell, EventInfo event, TimePicker picker) {}
