package org.meetwright.core.booking.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingNotice;
import org.meetwright.core.booking.BookingNotice.Audience;
import org.meetwright.core.booking.BookingNotice.Event;
import org.meetwright.core.outbox.Outbox.NewMessage;

/// What is to be told about one change of a booking.
///
/// @param booking as it is after the change
/// @param previousStart where a moved meeting was before; null otherwise
record Notices(
    Event event, Booking booking, @Nullable Instant previousStart, Change change, Instant at) {

  /// Returns one message each for invitee, hosts' side and guests.
  List<NewMessage> messages() {
    return messages("", at);
  }

  /// Returns the reminders of a confirmed booking that are still to come.
  static List<NewMessage> reminders(List<Integer> minutesBefore, Booking booking, Instant at) {
    Change bySystem = new Change(Actor.SYSTEM, null, null, "");
    Notices reminder = new Notices(Event.REMINDER, booking, null, bySystem, at);
    List<NewMessage> messages = new ArrayList<>();
    for (int minutes : minutesBefore) {
      Instant due = booking.start().minusSeconds(minutes * 60L);
      if (due.isAfter(at)) {
        messages.addAll(reminder.messages("-" + minutes, due));
      }
    }
    return messages;
  }

  private List<NewMessage> messages(String suffix, Instant due) {
    List<NewMessage> messages = new ArrayList<>();
    messages.add(message(Audience.INVITEE, null, "invitee", suffix, due));
    messages.add(message(Audience.HOST, null, "host", suffix, due));
    if (event != Event.REQUESTED && event != Event.DECLINED) {
      int number = 0;
      for (var guest : booking.guests()) {
        messages.add(message(Audience.GUEST, guest.value(), "guest" + number++, suffix, due));
      }
    }
    return messages;
  }

  private NewMessage message(
      Audience audience, @Nullable String guest, String to, String suffix, Instant due) {
    BookingNotice notice =
        new BookingNotice(
            event,
            audience,
            guest,
            booking.id(),
            booking.start(),
            booking.end(),
            previousStart,
            booking.calendarSequence(),
            change.reason(),
            change.actor(),
            at);
    String happened = event.name().toLowerCase(Locale.ROOT) + suffix;
    return new NewMessage(
        BookingNotice.KIND,
        booking.id() + "-" + booking.version() + "-" + happened + "-" + to,
        booking.id(),
        notice.payload(),
        due);
  }
}
