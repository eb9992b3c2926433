package org.meetwright.server.pages.account.bookings;

import org.meetwright.server.pages.account.booking.HostBookingPages;
import org.meetwright.server.pages.account.booking.MovePages;
import org.meetwright.server.pages.account.newbooking.NewBookingPages;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.PageRules;

/// The pages and forms of a host's bookings.
public record BookingRoom(
    BookingListPages lists,
    HostBookingPages bookings,
    MovePages moves,
    NewBookingPages newBookings) {
  private static final String ALL = AccountSection.BOOKINGS.path();
  private static final String ONE = ALL + "/{id}";

  /// Registers them.
  public void on(PageRules rules) {
    rules
        .get(ALL, lists::show)
        .get(NewBookingPages.PATH, newBookings::show)
        .post(NewBookingPages.PATH, newBookings::book)
        .get(ONE, bookings::show)
        .post(ONE + "/confirm", bookings::confirm)
        .post(ONE + "/decline", bookings::decline)
        .post(ONE + "/cancel", bookings::cancel)
        .post(ONE + "/no-show", bookings::noShow)
        .post(ONE + "/hand-over", bookings::handOver)
        .get(ONE + "/move", moves::show)
        .post(ONE + "/move", moves::move);
  }
}
