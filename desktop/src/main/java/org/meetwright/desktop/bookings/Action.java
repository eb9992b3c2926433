package org.meetwright.desktop.bookings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.meetwright.desktop.meeting.Meeting;

/// What a host does to a booking. Its words are `bookings.NAME`.
public enum Action {
  /// Approve a request.
  CONFIRM,
  /// Say no to a request.
  DECLINE,
  /// Give it another time.
  MOVE,
  /// Call it off.
  CANCEL,
  /// Say that the invitee did not come.
  NO_SHOW;

  /// Returns what can be done to a booking.
  static List<Action> of(Meeting meeting, Instant now) {
    List<Action> possible = new ArrayList<>();
    boolean begun = !meeting.start().isAfter(now);
    switch (meeting.status()) {
      case PENDING -> {
        possible.add(CONFIRM);
        possible.add(DECLINE);
      }
      case CONFIRMED -> {
        if (!begun) {
          possible.add(MOVE);
        }
        if (meeting.end().isAfter(now)) {
          possible.add(CANCEL);
        }
        if (begun && !meeting.noShow()) {
          possible.add(NO_SHOW);
        }
      }
      case CANCELLED, DECLINED -> {
        // It is over.
      }
    }
    return possible;
  }

  /// Returns its name in the texts.
  public String key() {
    return switch (this) {
      case CONFIRM -> "bookings.confirm";
      case DECLINE -> "bookings.decline";
      case MOVE -> "bookings.move";
      case CANCEL -> "bookings.cancel";
      case NO_SHOW -> "bookings.noShow";
    };
  }
}
