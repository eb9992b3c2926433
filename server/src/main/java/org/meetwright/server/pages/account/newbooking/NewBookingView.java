package org.meetwright.server.pages.account.newbooking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.account.request.AccountFrame;
import org.meetwright.server.pages.booking.DetailsPageView;
import org.meetwright.server.pages.booking.LengthLink;
import org.meetwright.server.pages.host.AbsenceNote;
import org.meetwright.server.pages.picker.TimePicker;
import org.meetwright.server.pages.text.ZoneChoice;

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
  ///
  /// Wide: the template reads each of them by its name.
  ///
  /// @param absences when the hosts are away in the month that is shown
  /// @param type the id of the event type
  /// @param duration the chosen length, in minutes
  /// @param lengths the lengths of which one can be chosen; empty if there is only one
  /// @param at another time that was typed; may be empty
  /// @param wrong what is wrong with it; null if nothing is
  /// @param zone the zone in which it is meant
  public record Picking(
      String name,
      TimePicker picker,
      List<AbsenceNote> absences,
      String type,
      String duration,
      List<LengthLink> lengths,
      String at,
      @Nullable String wrong,
      String zone) {}

  /// What is asked about the invitee.
  ///
  /// @param type the id of the event type
  /// @param duration the chosen length, in minutes
  /// @param zones the invitee's, to choose from
  /// @param languages the invitee's, to choose from
  /// @param over whether it is booked whatever the host's rules say
  public record Form(
      String type,
      String duration,
      DetailsPageView details,
      ZoneChoice zones,
      List<Language> languages,
      boolean over) {}

  /// A language to choose.
  public record Language(String tag, String name, boolean chosen) {}
}
