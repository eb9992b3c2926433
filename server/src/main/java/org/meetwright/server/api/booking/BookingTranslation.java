package org.meetwright.server.api.booking;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.HistoryEntry;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.InviteeTerms;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.booking.place.PlaceChoice;
import org.meetwright.core.booking.wish.Confirmation;
import org.meetwright.core.booking.wish.Confirmations;
import org.meetwright.core.question.Answer;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.api.eventtype.PartTranslation;
import org.meetwright.server.api.exchange.ExportPart;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.booking.ApiBookingBrief;
import org.meetwright.server.api.model.booking.ApiConfirmation;
import org.meetwright.server.api.model.booking.ApiInvitee;
import org.meetwright.server.api.model.booking.ApiInviteeBooking;
import org.meetwright.server.api.model.eventtype.ApiLocation;
import org.meetwright.server.api.model.host.ApiHostName;

/// Translates bookings to the API.
public final class BookingTranslation {
  private BookingTranslation() {}

  /// Returns a booking as its host and its invitee see it.
  ///
  /// @param manageUrl null to leave it out
  public static ApiBooking toApi(Booking booking, @Nullable URI manageUrl) {
    return new ApiBooking(
        booking.id(),
        booking.status().word(),
        booking.start(),
        booking.end(),
        eventType(booking),
        hosts(booking),
        toApi(booking.invitee()),
        booking.guests().stream().map(EmailAddress::value).toList(),
        booking.guestsWait(),
        Answer.values(booking.answers()),
        booking.notes(),
        booking.metadata(),
        PartTranslation.toApi(booking.location()),
        booking.noShow(),
        booking.endReason(),
        booking.version(),
        manageUrl == null ? null : manageUrl.toString(),
        booking.calendarUid(),
        booking.createdAt(),
        null);
  }

  /// Returns the most important of a booking.
  public static ApiBookingBrief brief(Booking booking) {
    return new ApiBookingBrief(
        booking.id(),
        booking.status().word(),
        booking.start(),
        booking.end(),
        eventType(booking),
        toApi(booking.invitee()));
  }

  /// Returns what is booked.
  public static ApiBooking.EventTypeName eventType(Booking booking) {
    return new ApiBooking.EventTypeName(booking.eventTypeSlug(), booking.eventTypeName());
  }

  /// Returns who meets the invitee.
  public static List<ApiHostName> hosts(Booking booking) {
    return booking.hosts().stream()
        .map(host -> new ApiHostName(host.handle().value(), host.name()))
        .toList();
  }

  /// Returns what was done to a booking.
  public static List<ApiBooking.ApiHistoryEntry> toApi(List<HistoryEntry> history) {
    return history.stream().map(BookingTranslation::toApi).toList();
  }

  private static ApiBooking.ApiHistoryEntry toApi(HistoryEntry entry) {
    return new ApiBooking.ApiHistoryEntry(
        entry.happenedAt(),
        entry.actor(),
        entry.actorHandle(),
        entry.action(),
        entry.detailAndReason());
  }

  /// Returns who has booked.
  public static ApiInvitee toApi(Invitee invitee) {
    return new ApiInvitee(invitee.name(), invitee.email().value(), invitee.timeZone().getId());
  }

  static ApiInviteeBooking toInvitee(ApiBooking booking, InviteeTerms terms) {
    return new ApiInviteeBooking(
        booking,
        new ApiInviteeBooking.Terms(
            terms.cancellableUntil(),
            terms.reschedulableUntil(),
            terms.cancellationReasonRequired(),
            terms.rescheduleReasonRequired()));
  }

  static ApiConfirmation.Asked asked(BookRequest wish, Confirmation confirmation) {
    return new ApiConfirmation.Asked(
        new ApiConfirmation.Mail(wish.invitee().email().value(), confirmation.expiresAt()));
  }

  /// Returns how the API tells a wish that waits.
  public static ApiConfirmation toApi(Confirmation confirmation) {
    BookRequest wish = Objects.requireNonNull(confirmation.wish());
    PlaceChoice place = wish.choice().place();
    return new ApiConfirmation(
        confirmation.id(),
        confirmation.eventTypeId(),
        wish.start(),
        toApi(wish.invitee()),
        wish.guests().stream().map(EmailAddress::value).toList(),
        Answer.values(wish.answers()),
        wish.notes(),
        wish.metadata(),
        wish.choice().durationMinutes(),
        place == null ? null : new ApiLocation(place.kind().word(), place.value()),
        confirmation.createdAt(),
        confirmation.expiresAt());
  }

  /// Returns the wishes that wait to be booked with a host, for the export.
  public static ExportPart exported(Confirmations confirmations) {
    return ExportPart.of(
        "confirmations",
        host -> confirmations.waiting(host.id()).stream().map(BookingTranslation::toApi).toList());
  }
}
