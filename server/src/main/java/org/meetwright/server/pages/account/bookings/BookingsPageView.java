package org.meetwright.server.pages.account.bookings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.account.booking.StateLabel;
import org.meetwright.server.pages.account.request.AccountFrame;
import org.meetwright.server.pages.picker.NamedLink;

/// The page with a list of bookings.
///
/// Wide: the template reads each of them by its name.
///
/// @param problems what does not work, and where something can be done about it
/// @param unread how many notifications are not read, and where they are; null if all are
/// @param kinds all lists, to go to
/// @param kind the word of the list that is shown
/// @param search what is searched for; may be empty
/// @param error what is wrong with it; null if nothing is
/// @param days the bookings
/// @param next where the list goes on; null if it does not
/// @param empty what is said if there are none
public record BookingsPageView(
    AccountFrame frame,
    List<NamedLink> problems,
    @Nullable NamedLink unread,
    List<Tab> kinds,
    String kind,
    String search,
    @Nullable String error,
    List<Day> days,
    @Nullable String next,
    String empty) {
  /// A list to go to.
  ///
  /// @param count how many wait in it; null if that is not told
  public record Tab(String label, String href, boolean present, @Nullable String count) {}

  /// The bookings of a day.
  public record Day(String title, List<Row> rows) {}

  /// A booking.
  ///
  /// @param what the event type, and who else meets the invitee
  /// @param place where; null if invitees learn it some other way
  /// @param mark its state; null if it is as one expects
  /// @param confirm where a form to confirm it goes; null if there is nothing to confirm
  public record Row(
      String href,
      String times,
      String name,
      String what,
      @Nullable String place,
      @Nullable StateLabel mark,
      @Nullable String confirm,
      int version) {}
}
