package org.meetwright.server.pages.account.teams;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.account.booking.StateLabel;
import org.meetwright.server.pages.account.request.AccountFrame;

/// What a host of a team sees of it.
///
/// @param action the page itself
/// @param address the public page of the team
/// @param members the members, and for the owner those who are invited
/// @param from the first date whose bookings are shown, as a date field has it
/// @param days the bookings
/// @param next where the list goes on; null if it does not
public record ColleaguesView(
    AccountFrame frame,
    String name,
    String action,
    String address,
    List<Member> members,
    String from,
    List<Day> days,
    @Nullable String next) {

  /// A host in the team.
  ///
  /// @param facts weight and priority
  /// @param turns how far behind, for each event type in which the members meet invitees in turn
  public record Member(
      String name, String handle, boolean invited, String facts, List<String> turns) {}

  /// The bookings of a day.
  public record Day(String title, List<Row> rows) {}

  /// A booking.
  ///
  /// @param href where it is seen; null if it is not the reader's own
  /// @param name of the invitee, or of the event type if the reader does not learn whom it is with
  /// @param what the rest: the event type, and who meets the invitee
  /// @param mark its state; null if it is as one expects
  public record Row(
      @Nullable String href, String times, String name, String what, @Nullable StateLabel mark) {}
}
