package org.meetwright.cli.workplace;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.EventTypeAddress;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.booking.BookingRequest;
import org.meetwright.server.api.model.eventtype.ApiQuestion;
import org.meetwright.server.api.model.explain.ApiExplanation;
import org.meetwright.server.api.model.slot.ApiFirstSlot;
import org.meetwright.server.api.model.slot.ApiSlots;
import org.meetwright.server.api.model.slot.SlotsQuery;

/// What everybody may do: see when something can be booked, and book it by its rules.
public interface PublicBooking {
  /// Returns the zone of the host or team of a handle.
  ZoneId timeZone(String handle);

  /// Returns the times that can be booked.
  ApiSlots slots(EventTypeAddress address, SlotsQuery query);

  /// Returns the first time that can be booked from a date on.
  ApiFirstSlot firstSlot(EventTypeAddress address, SlotsQuery query);

  /// Returns what speaks against a start.
  ///
  /// @param duration in minutes; null for the default length
  ApiExplanation explain(EventTypeAddress address, Instant start, @Nullable Integer duration);

  /// Returns what is asked when it is booked.
  List<ApiQuestion> questions(EventTypeAddress address);

  /// Books. The same once more changes nothing.
  Booked book(BookingRequest request);

  /// What became of a wish to book.
  sealed interface Booked {
    /// It is booked.
    record Made(ApiBooking booking) implements Booked {}

    /// It is not booked yet: the invitee was asked by mail to confirm the address.
    ///
    /// @param until from when on that is too late
    record Asked(String email, Instant until) implements Booked {}

    /// Someone has the time.
    record Taken() implements Booked {}

    /// The rules do not allow it.
    ///
    /// @param reasons their codes, as far as they are told
    record NotOffered(List<String> reasons) implements Booked {}
  }
}
