package org.meetwright.core.booking.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingMapper;
import org.meetwright.core.booking.BookingMapper.HistoryRow;
import org.meetwright.core.booking.BookingNotice.Event;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.database.Ids;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.outbox.Outbox.NewMessage;

/// What follows from every change of a booking.
///
/// @param sms whether invitees are reminded by SMS too
record Consequences(Outbox outbox, boolean sms) {
  /// What was done to a booking.
  ///
  /// @param event what invitee and hosts are told; null for nothing
  /// @param before a moved booking as it was; null if it was not moved
  record Done(
      @Nullable Event event,
      String action,
      String detail,
      @Nullable Booking before,
      Change change,
      Instant at) {}

  /// Writes what follows from every change: history, messages, the hosts' revisions.
  ///
  /// @param before the booking before the change; null if it is new
  /// @param booking as it is now
  /// @param eventType null if it has been deleted since
  void write(
      Transaction tx,
      @Nullable Booking before,
      Booking booking,
      @Nullable EventType eventType,
      Done done) {
    insertHistory(tx, booking, done);
    for (MeetingHost host : booking.hosts()) {
      tx.mapper(HostMapper.class).raiseRevision(host.id());
    }
    List<NewMessage> messages = new ArrayList<>(messages(booking, eventType, done));
    messages.addAll(new Tellings(before, booking, done).write(tx, eventType));
    outbox.put(tx, messages);
  }

  private static void insertHistory(Transaction tx, Booking booking, Done done) {
    Change change = done.change();
    tx.mapper(BookingMapper.class)
        .insertHistory(
            new HistoryRow(
                Ids.next(),
                booking.id(),
                done.at(),
                change.actor().word(),
                change.hostId(),
                done.action(),
                done.detail()));
  }

  /// Writes what follows when guests are told who have waited.
  void inviteGuests(Transaction tx, Booking booking, @Nullable EventType eventType, Done done) {
    insertHistory(tx, booking, done);
    List<Integer> reminders = eventType == null ? List.of() : eventType.reminderMinutes();
    outbox.put(tx, Notices.invitations(reminders, booking, done.change(), done.at()));
  }

  private List<NewMessage> messages(Booking booking, @Nullable EventType eventType, Done done) {
    Event event = done.event();
    if (event == null) {
      return List.of();
    }
    Notices notices = new Notices(event, booking, done.before(), done.change(), done.at());
    List<NewMessage> messages = new ArrayList<>(notices.messages());
    if (booking.status() == BookingStatus.PENDING) {
      messages.add(UnansweredRequest.message(booking));
      messages.addAll(Notices.unanswered(booking, done.at()));
    }
    if (eventType != null && booking.status() == BookingStatus.CONFIRMED) {
      messages.addAll(Notices.reminders(eventType.reminderMinutes(), booking, done.at()));
      if (sms) {
        messages.addAll(new SmsReminders(booking, eventType, done.at()).messages());
      }
    }
    return messages;
  }
}
