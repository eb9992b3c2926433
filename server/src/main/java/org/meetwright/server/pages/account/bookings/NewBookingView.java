package org.meetwright.server.pages.account.bookings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.account.request.AccountFrame;
import org.meetwright.server.pages.booking.DetailsView;
import org.meetwright.server.pages.picker.TimePicker;
import org.meetwright.server.pages.text.Zones;

/// The pages on which a host books for someone: the event type, the time, the invitee. One of the
/// last three is there.
///
/// @param address where the pages are
/// @param says what is said first; null for nothing
/// @param types the event types to choose from
/// @param picking the choice of a time; null if it is another step
/// @param form what is asked about the invitee; null if it is another step
public record NewBookingView(
    AccountFrame frame,
    String address,
    @Nullable String says,
    List<Type> types,
    @Nullable Picking picking,
    @Nullable Form form) {

  /// An event type to choose.
  public record Type(String href, String name, String facts) {}

  /// The choice of a time.
  public record Picking(String name, TimePicker picker) {}

  /// What is asked about the invitee.
  ///
  /// @param type the id of the event type
  /// @param zones the invitee's, to choose from
  /// @param languages the invitee's, to choose from
  public record Form(String type, DetailsView details, Zones zones, List<Language> languages) {}

  /// A language to choose.
  public record Language(String tag, String name, boolean chosen) {}
}
