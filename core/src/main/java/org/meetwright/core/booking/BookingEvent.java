package org.meetwright.core.booking;

import java.util.Locale;
import org.meetwright.core.news.NewsKind;

/// What can happen to a booking. Each has one word for the history, and one kind of news, whose
/// word streams, notifications and webhooks use.
public enum BookingEvent {
  /// Booked at once, without the host's approval.
  BOOKED(NewsKind.BOOKING_CREATED),
  /// Booked, and waiting for the host's approval.
  REQUESTED(NewsKind.BOOKING_REQUESTED),
  CONFIRMED(NewsKind.BOOKING_CONFIRMED),
  DECLINED(NewsKind.BOOKING_DECLINED),
  /// Moved; waits for approval again if the invitee did it and the host has to approve.
  RESCHEDULED(NewsKind.BOOKING_RESCHEDULED),
  CANCELLED(NewsKind.BOOKING_CANCELLED),
  NO_SHOW(NewsKind.BOOKING_NO_SHOW),
  /// The guests are told who had to wait.
  GUESTS_INVITED(NewsKind.BOOKING_CHANGED),
  /// A calendar of a host did not answer when the time was taken.
  UNCHECKED(NewsKind.BOOKING_CHANGED),
  /// Brought from another scheduling service, where it had been booked.
  IMPORTED(NewsKind.BOOKING_CHANGED),
  /// Who the invitee was is no longer known.
  ERASED(NewsKind.BOOKING_CHANGED);

  private final String word = name().toLowerCase(Locale.ROOT);
  private final NewsKind news;

  BookingEvent(NewsKind news) {
    this.news = news;
  }

  /// Returns the word that stands for the event outside the program.
  public String word() {
    return word;
  }

  /// Returns what it is to the hosts of the booking.
  public NewsKind news() {
    return news;
  }

  /// Returns the event that was stored as a word.
  ///
  /// @throws IllegalArgumentException if there is none
  public static BookingEvent of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
