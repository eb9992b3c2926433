package org.meetwright.core.booking.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingEvent;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.change.BookingChange;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.change.Consequence;
import org.meetwright.core.booking.notice.BookingNotice.Event;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.outbox.Outbox.NewMessage;

/// Mails changes of bookings to invitee, hosts and guests, and reminds them.
public final class MailConsequence implements Consequence {
  @Override
  public List<NewMessage> of(Transaction tx, BookingChange change) {
    if (change.event() == BookingEvent.GUESTS_INVITED) {
      return Notices.invitations(change);
    }
    Event told = told(change);
    if (told == null && change.event() != BookingEvent.IMPORTED) {
      return List.of();
    }
    Booking booking = change.booking();
    List<NewMessage> messages = new ArrayList<>();
    if (told != null) {
      messages.addAll(
          new Notices(told, booking, change.before(), change.change(), change.at()).messages());
    }
    if (booking.status() == BookingStatus.PENDING) {
      messages.addAll(Notices.unanswered(booking, change.at()));
    }
    messages.addAll(Notices.reminders(change.reminders(), booking, change.at()));
    Instant followUp = change.followUp();
    if (followUp != null) {
      messages.add(Notices.followUp(booking, followUp, change.at()));
    }
    return messages;
  }

  /// Returns the message that tells an invitee the link of his booking once more.
  public static NewMessage linkAgain(Booking booking, Instant at) {
    return new Notices(Event.LINK_AGAIN, booking, null, Change.byInvitee(""), at).linkAgain();
  }

  private static Event moved(BookingChange change) {
    if (change.keepsTime()) {
      return Event.HOST_CHANGED;
    }
    return change.asksAgain() ? Event.MOVE_REQUESTED : Event.RESCHEDULED;
  }

  /// Returns what a change is to invitee and hosts; null if they are not told.
  private static @Nullable Event told(BookingChange change) {
    return switch (change.event()) {
      case BOOKED -> Event.BOOKED;
      case REQUESTED -> Event.REQUESTED;
      case CONFIRMED -> Event.CONFIRMED;
      case DECLINED -> change.change().actor() == Actor.SYSTEM ? Event.EXPIRED : Event.DECLINED;
      case RESCHEDULED -> moved(change);
      case CANCELLED -> Event.CANCELLED;
      case NO_SHOW, GUESTS_INVITED, UNCHECKED, IMPORTED, ERASED -> null;
    };
  }
}
