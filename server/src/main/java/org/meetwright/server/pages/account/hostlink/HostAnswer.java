package org.meetwright.server.pages.account.hostlink;

import java.util.Locale;
import java.util.UUID;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.BookingDesk;
import org.meetwright.core.booking.desk.ChangeOutcome;

/// What a host can answer with one button.
public enum HostAnswer {
  CONFIRM,
  DECLINE,
  CANCEL;

  /// Returns the word that stands for it in addresses and texts.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Returns whether a booking waits for it, or stands so that it can be given.
  boolean fits(BookingStatus status) {
    return switch (this) {
      case CONFIRM, DECLINE -> status == BookingStatus.PENDING;
      case CANCEL -> status.holdsTime();
    };
  }

  /// Returns whether a booking stands as if it had been given already.
  boolean isGiven(BookingStatus status) {
    return switch (this) {
      case CONFIRM -> status == BookingStatus.CONFIRMED;
      case DECLINE -> status == BookingStatus.DECLINED;
      case CANCEL -> status == BookingStatus.CANCELLED;
    };
  }

  /// Returns whether the host may say why.
  boolean takesReason() {
    return this != CONFIRM;
  }

  /// Gives it.
  ChangeOutcome give(BookingDesk desk, UUID bookingId, Change change) {
    return switch (this) {
      case CONFIRM -> desk.confirm(bookingId, change);
      case DECLINE -> desk.decline(bookingId, change);
      case CANCEL -> desk.cancel(bookingId, change);
    };
  }
}
