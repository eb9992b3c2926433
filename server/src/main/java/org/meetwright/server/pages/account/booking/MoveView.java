package org.meetwright.server.pages.account.booking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.account.request.AccountFrame;
import org.meetwright.server.pages.host.AbsenceNote;
import org.meetwright.server.pages.picker.OtherTime;
import org.meetwright.server.pages.picker.TimePicker;

/// The pages on which a host moves a booking.
///
/// @param booking where the booking's page is
/// @param was its time now
/// @param says what is said first; null for nothing
/// @param picker the free times; null once one is chosen
/// @param absences when the hosts are away in the month that is shown
/// @param chosen the chosen time; null while it is chosen
public record MoveView(
    AccountFrame frame,
    String booking,
    String lead,
    String was,
    @Nullable String says,
    @Nullable TimePicker picker,
    List<AbsenceNote> absences,
    @Nullable Chosen chosen) {

  /// The question whether to move it to a time.
  ///
  /// @param start as it is sent
  /// @param others times that are free instead; empty if the chosen one still is
  /// @param back where another time is chosen
  /// @param error what is wrong with the reason; null if nothing is
  public record Chosen(
      String start,
      String time,
      String zone,
      List<OtherTime> others,
      String back,
      int version,
      String reason,
      @Nullable String error) {}
}
