package org.meetwright.core.booking.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.booking.change.BookingChange;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.change.Reminder;
import org.meetwright.core.booking.notice.BookingNotice.Event;
import org.meetwright.core.booking.notice.BookingNotice.Occasion;
import org.meetwright.core.booking.notice.BookingNotice.Recipient;
import org.meetwright.core.booking.notice.BookingNotice.ToldMeeting;
import org.meetwright.core.outbox.Outbox.NewMessage;
import org.meetwright.core.value.Ids;

/// The notices about one change of a booking.
///
/// @param booking as it is after the change
/// @param before the booking before the change; null if it is new
record Notices(Event event, Booking booking, @Nullable Booking before, Change change, Instant at) {

  /// Returns one message for each of invitee, hosts and guests. A former host is told that the
  /// meeting is given away, a new one that it is booked.
  List<NewMessage> messages() {
    List<NewMessage> messages = messages("", at);
    if (before != null) {
      before.hosts().stream()
          .filter(host -> !booking.isWith(host.id()))
          .map(host -> toHost(Event.HANDED_OVER, host, before, "", at))
          .forEach(messages::add);
    }
    return messages;
  }

  /// Returns the reminders of a confirmed booking.
  static List<NewMessage> reminders(List<Reminder> reminders, Booking booking, Instant at) {
    Notices notices = reminder(booking, at);
    return reminders.stream()
        .flatMap(one -> notices.messages("-" + one.minutes(), one.due()).stream())
        .toList();
  }

  /// Returns the message that tells an invitee the link of his booking once more.
  NewMessage linkAgain() {
    BookingNotice notice = notice(event, Recipient.INVITEE, booking);
    return message(notice, "-" + Ids.next(), "invitee", at);
  }

  /// Returns the message that thanks the invitee after the meeting.
  static NewMessage followUp(Booking booking, Instant due, Instant at) {
    Change bySystem = new Change(Actor.SYSTEM, null, null, "");
    Notices notices = new Notices(Event.FOLLOW_UP, booking, null, bySystem, at);
    BookingNotice notice = notices.notice(Event.FOLLOW_UP, Recipient.INVITEE, booking);
    return notices.message(notice, "", "invitee", due);
  }

  private List<NewMessage> messages(String suffix, Instant due) {
    List<NewMessage> messages = new ArrayList<>();
    messages.add(message(notice(event, Recipient.INVITEE, booking), suffix, "invitee", due));
    for (MeetingHost host : booking.hosts()) {
      messages.add(toHost(eventFor(host), host, booking, suffix, due));
    }
    Event toGuests = eventForGuests();
    if (toGuests != null && !booking.guestsWait()) {
      messages.addAll(toGuests(toGuests, suffix, due));
    }
    return messages;
  }

  /// Returns what guests are told who have waited: of the meeting, and to be reminded of it.
  static List<NewMessage> invitations(BookingChange change) {
    Booking booking = change.booking();
    Instant at = change.at();
    Notices invitation = new Notices(Event.BOOKED, booking, null, change.change(), at);
    List<NewMessage> messages = new ArrayList<>(invitation.toGuests(Event.BOOKED, "", at));
    for (Reminder one : change.remindersToCome()) {
      messages.addAll(
          reminder(booking, at).toGuests(Event.REMINDER, "-" + one.minutes(), one.due()));
    }
    return messages;
  }

  private List<NewMessage> toGuests(Event told, String suffix, Instant due) {
    List<NewMessage> messages = new ArrayList<>();
    for (var guest : booking.guests()) {
      BookingNotice notice = notice(told, Recipient.guest(guest.value()), booking);
      messages.add(message(notice, suffix, "guest" + messages.size(), due));
    }
    return messages;
  }

  private static Notices reminder(Booking booking, Instant at) {
    Change bySystem = new Change(Actor.SYSTEM, null, null, "");
    return new Notices(Event.REMINDER, booking, null, bySystem, at);
  }

  /// Returns what the change is to guests, who hear of a request only if they knew the meeting
  /// before; null for nothing.
  private @Nullable Event eventForGuests() {
    return switch (event) {
      case REQUESTED, UNANSWERED, LINK_AGAIN, FOLLOW_UP, LOCAL_TIME -> null;
      case MOVE_REQUESTED -> Event.RESCHEDULED;
      case DECLINED, EXPIRED -> Event.CANCELLED;
      case BOOKED, CONFIRMED, RESCHEDULED, HOST_CHANGED, HANDED_OVER, CANCELLED, REMINDER -> event;
    };
  }

  /// Returns the messages that remind the hosts of a request which they have not answered a day
  /// before its start; none if it comes later than that.
  static List<NewMessage> unanswered(Booking booking, Instant at) {
    Change bySystem = new Change(Actor.SYSTEM, null, null, "");
    Notices reminder = new Notices(Event.UNANSWERED, booking, null, bySystem, at);
    Instant due = booking.start().minus(Duration.ofDays(1));
    return due.isAfter(at)
        ? booking.hosts().stream()
            .map(host -> reminder.toHost(Event.UNANSWERED, host, booking, "", due))
            .toList()
        : List.of();
  }

  /// Returns what the change is to a host: a meeting that has moved to him is a new one.
  private Event eventFor(MeetingHost host) {
    if (before == null || before.isWith(host.id())) {
      return event;
    }
    return booking.status() == BookingStatus.PENDING ? Event.REQUESTED : Event.BOOKED;
  }

  private NewMessage toHost(Event told, MeetingHost host, Booking as, String suffix, Instant due) {
    BookingNotice notice = notice(told, Recipient.host(host.id()), as);
    return message(notice, suffix, "host-" + host.id(), due);
  }

  private BookingNotice notice(Event told, Recipient recipient, Booking as) {
    return new BookingNotice(
        booking.id(),
        recipient,
        new Occasion(
            told,
            change.reason(),
            change.actor(),
            change.actor() == Actor.HOST ? change.hostId() : null,
            at),
        new ToldMeeting(
            as.hosts().stream().map(MeetingHost::id).toList(),
            as.start(),
            as.end(),
            tellsOfAMove(told) && before != null ? before.start() : null,
            booking.calendarSequence()));
  }

  private static boolean tellsOfAMove(Event told) {
    return told == Event.RESCHEDULED || told == Event.MOVE_REQUESTED;
  }

  private NewMessage message(BookingNotice notice, String suffix, String to, Instant due) {
    String happened = notice.event().name().toLowerCase(Locale.ROOT) + suffix;
    return BookingNotice.KIND.message(
        booking.id() + "-" + booking.version() + "-" + happened + "-" + to,
        booking.id(),
        StoredNotice.of(notice),
        due);
  }
}
