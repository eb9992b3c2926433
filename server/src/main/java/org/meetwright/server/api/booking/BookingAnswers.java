package org.meetwright.server.api.booking;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.meetwright.core.access.Caller;
import org.meetwright.core.access.signed.ManageLinks;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.InviteeTerms;
import org.meetwright.core.booking.desk.ChangeOutcome;
import org.meetwright.core.booking.desk.InviteeMoves;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.slot.Reason;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.ProblemException.Code;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.booking.ApiInviteeBooking;

/// Turns bookings, and the outcomes of changes, into answers.
public final class BookingAnswers {
  private final InstantSource clock;
  private final EventTypes eventTypes;
  private final ManageLinks manageLinks;
  private final Supplier<URI> publicUrl;

  /// Creates it.
  ///
  /// @param publicUrl the server's address, for links; without a slash at the end
  public BookingAnswers(
      InstantSource clock,
      EventTypes eventTypes,
      ManageLinks manageLinks,
      Supplier<URI> publicUrl) {
    this.clock = clock;
    this.eventTypes = eventTypes;
    this.manageLinks = manageLinks;
    this.publicUrl = publicUrl;
  }

  ApiBooking of(Booking booking) {
    return BookingTranslation.toApi(booking, manageLinks.link(publicUrl.get(), booking.id()));
  }

  /// Returns a booking as a host may see it: anyone who has the manage link can cancel and move, so
  /// a token that may only read is not told it.
  ApiBooking toHost(Booking booking, Caller caller) {
    return caller.mayChange() ? of(booking) : BookingTranslation.toApi(booking, null);
  }

  ApiInviteeBooking toInvitee(Booking booking) {
    EventType eventType =
        Optional.ofNullable(booking.eventTypeId()).flatMap(eventTypes::find).orElse(null);
    return BookingTranslation.toInvitee(
        of(booking), InviteeTerms.of(booking, eventType, clock.instant()));
  }

  /// Returns the changed booking.
  ///
  /// @throws ProblemException if it was not changed
  public static Booking changed(ChangeOutcome outcome) {
    return switch (outcome) {
      case ChangeOutcome.Changed(var booking) -> booking;
      case ChangeOutcome.NotFound() ->
          throw ProblemException.of(Code.NOT_FOUND, "There is no such booking.");
      case ChangeOutcome.SlotTaken() -> throw slotTaken();
      case ChangeOutcome.NotOffered(var reasons) -> throw notOffered(reasons);
      case ChangeOutcome.VersionConflict(var version) ->
          throw ProblemException.of(
              Code.VERSION_CONFLICT,
              "The booking has version " + version + " now; read it again and decide anew.");
      case ChangeOutcome.TooManyMoves(var again, var retryAfter) ->
          throw ProblemException.tooManyRequests(
              "The booking was moved "
                  + InviteeMoves.MOST_A_DAY
                  + " times within 24 hours. It can be moved again from "
                  + again
                  + "; until then cancel it, or write to the host.",
              retryAfter);
      case ChangeOutcome.NotPossible(var why) -> throw ProblemException.of(Code.NOT_POSSIBLE, why);
    };
  }

  /// Returns the problem that someone has the time.
  public static ProblemException slotTaken() {
    return ProblemException.of(
        Code.SLOT_TAKEN, "Someone has booked this time meanwhile; choose another.");
  }

  /// Returns the problem that the rules do not allow a time.
  public static ProblemException notOffered(List<Reason> reasons) {
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
