package org.meetwright.server.mail.letter;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.InviteeTerms;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.question.Question;
import org.meetwright.server.invite.CalendarObject.Method;

/// The facts for one mail.
///
/// @param notice what happened
/// @param booking the booking as it is now, but with the hosts that the notice is about
/// @param agreed whether the meeting stood on calendars when the notice was written
/// @param written whether the reader's calendar is written anyway
/// @param eventType as it is now; null if it is deleted
/// @param terms what the invitee can still change by himself
/// @param ways where the reader can go on
public record MailFacts(
    BookingNotice notice,
    Booking booking,
    boolean agreed,
    boolean written,
    @Nullable EventType eventType,
    InviteeTerms terms,
    Ways ways) {

  /// Where readers of the mail can go on.
  ///
  /// @param manage where the invitee changes or cancels the booking
  /// @param guests where the invitee confirms his address, so that his guests are invited; null
  ///   unless they wait for that
  /// @param again where the same kind of meeting is booked; null if it is not offered to everyone
  /// @param host where the host who reads answers the booking; null unless it is his
  public record Ways(
      URI manage, @Nullable URI guests, @Nullable URI again, @Nullable HostWays host) {}

  /// Where a host answers a booking.
  ///
  /// @param page what the addresses of all answers begin with
  /// @param account where he finds the booking when he is signed in
  /// @param open whether the booking holds its time and has not ended
  /// @param movable whether there is anything that it could be moved to
  public record HostWays(URI page, URI account, boolean open, boolean movable) {}

  /// Returns what the event type asks.
  List<Question> questions() {
    return eventType == null ? List.of() : eventType.questions();
  }

  /// Returns what the reader's calendar is to do; null for nothing.
  public @Nullable Method calendarMethod() {
    if (!agreed || written) {
      return null;
    }
    return switch (notice.event()) {
      case BOOKED, CONFIRMED, RESCHEDULED, HOST_CHANGED, MOVE_REQUESTED -> Method.REQUEST;
      case CANCELLED, HANDED_OVER, DECLINED, EXPIRED -> Method.CANCEL;
      // Calendar events are in UTC, and calendars know the rules of time zones themselves.
      case REQUESTED, UNANSWERED, REMINDER, FOLLOW_UP, LINK_AGAIN, LOCAL_TIME -> null;
    };
  }
}
