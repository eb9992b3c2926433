package org.meetwright.cli.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.IdPrefix;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.workplace.Meetings;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.booking.ApiBookings;
import org.meetwright.server.api.model.booking.BookingRequest;
import org.meetwright.server.api.model.booking.BookingsQuery;
import org.meetwright.server.api.model.booking.ReasonRequest;
import org.meetwright.server.api.model.booking.RescheduleRequest;
import org.meetwright.server.client.ApiClient;
import org.meetwright.server.client.BookingCalls;
import org.meetwright.server.client.InviteeCalls.BookAnswer;

/// One's own bookings on a server.
///
/// @param requireOwn refuses another host's handle
record ServerMeetings(ApiClient client, Consumer<String> requireOwn) implements Meetings {
  private static final int PAGE = 200;

  /// How many bookings are looked through for an id.
  private static final int MOST = 10_000;

  @Override
  public ApiBookings list(@Nullable String handle, BookingsQuery query) {
    if (handle != null) {
      requireOwn.accept(handle);
    }
    int limit = query.limit() == null ? PAGE : Math.min(query.limit(), PAGE);
    return client.bookings().listBookings(query.page(limit, query.cursor()));
  }

  @Override
  public UUID find(IdPrefix prefix) {
    if (prefix.isWhole()) {
      return prefix.first();
    }
    List<UUID> found = new ArrayList<>();
    BookingsQuery query = new BookingsQuery(null, null, null, null, null, PAGE, null);
    String cursor = null;
    int seen = 0;
    do {
      ApiBookings page = client.bookings().listBookings(query.page(PAGE, cursor));
      page.bookings().stream().map(ApiBooking::id).filter(prefix::begins).forEach(found::add);
      seen += page.bookings().size();
      cursor = page.nextCursor();
    } while (cursor != null && found.size() < 2 && seen < MOST);
    if (cursor != null && found.size() < 2) {
      throw new Failure(
          "There are more than "
              + MOST
              + " bookings; give the whole id instead of "
              + prefix
              + ".");
    }
    return prefix.only(found, "booking", "meetwright booking list");
  }

  @Override
  public ApiBooking get(UUID id) {
    return client.bookings().getBooking(id);
  }

  @Override
  public ApiBooking bookOver(BookingRequest request) {
    return switch (client.invitee().book(request, null)) {
      case BookAnswer.Booked(var booked) -> booked.booking();
      case BookAnswer.Asked _ -> throw new IllegalStateException("Hosts need no confirmation");
    };
  }

  @Override
  public ApiBooking move(UUID id, RescheduleRequest request) {
    return client.bookings().rescheduleBooking(id, request, null);
  }

  @Override
  public ApiBooking handOver(UUID id, RescheduleRequest.HandOver request) {
    return client.bookings().handOverBooking(id, request, null);
  }

  @Override
  public ApiBooking change(UUID id, Deed deed, @Nullable String reason) {
    BookingCalls calls = client.bookings();
    ReasonRequest request = new ReasonRequest(reason);
    return switch (deed) {
      case CONFIRM -> calls.confirmBooking(id, request, null);
      case DECLINE -> calls.declineBooking(id, request, null);
      case CANCEL -> calls.cancelBooking(id, request, null);
      case NO_SHOW -> calls.markNoShow(id, request, null);
    };
  }
}
