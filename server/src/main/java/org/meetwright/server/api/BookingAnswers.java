package org.meetwright.server.api;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.meetwright.core.access.ManageLinks;
import org.meetwright.core.availability.Reason;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.desk.ChangeOutcome;
import org.meetwright.server.api.ProblemException.Code;

/// Turns bookings, and what became of changes to them, into answers.
final class BookingAnswers {
  private final ManageLinks manageLinks;
  private final Supplier<URI> publicUrl;

  BookingAnswers(ManageLinks manageLinks, Supplier<URI> publicUrl) {
    this.manageLinks = manageLinks;
    this.publicUrl = publicUrl;
  }

  ApiBooking of(Booking booking) {
    return ApiBooking.of(booking, manageLinks.link(publicUrl.get(), booking.id()));
  }

  /// Returns the changed booking.
  ///
  /// @throws ProblemException if it was not changed
  ApiBooking of(ChangeOutcome outcome) {
    return switch (outcome) {
      case ChangeOutcome.Changed(var booking) -> of(booking);
      case ChangeOutcome.NotFound() ->
          throw ProblemException.of(Code.NOT_FOUND, "There is no such booking.");
      case ChangeOutcome.SlotTaken() -> throw slotTaken();
      case ChangeOutcome.NotOffered(var reasons) -> throw notOffered(reasons);
      case ChangeOutcome.VersionConflict(var version) ->
          throw ProblemException.of(
              Code.VERSION_CONFLICT,
              "The booking has version " + version + " now; read it again and decide anew.");
      case ChangeOutcome.NotPossible(var why) -> throw ProblemException.of(Code.NOT_POSSIBLE, why);
    };
  }

  static ProblemException slotTaken() {
    return ProblemException.of(
        Code.SLOT_TAKEN, "Someone has booked this time meanwhile; choose another.");
  }

  static ProblemException notOffered(List<Reason> reasons) {
    return ProblemException.notOffered(
        "This time can't be booked; choose one of the slots.",
        reasons.stream()
            .map(Reason::code)
            .filter(Reason.Code::forInvitees)
            .map(Reason.Code::word)
            .distinct()
            .toList());
  }
}
