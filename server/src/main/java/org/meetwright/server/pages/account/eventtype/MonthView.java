package org.meetwright.server.pages.account.eventtype;

import java.util.List;
import org.meetwright.server.pages.account.request.AccountFrame;
import org.meetwright.server.pages.host.AbsenceNote;
import org.meetwright.server.pages.picker.TimePicker;

/// The month of an event type, as invitees see it.
///
/// @param back where it is changed
/// @param active whether it can be booked
/// @param absences when the hosts are away in the month that is shown
public record MonthView(
    AccountFrame frame,
    String title,
    String back,
    boolean active,
    TimePicker picker,
    List<AbsenceNote> absences) {}
