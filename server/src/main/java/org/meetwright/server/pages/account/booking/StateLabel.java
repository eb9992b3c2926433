package org.meetwright.server.pages.account.booking;

import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.server.text.Texts;

/// How the state of a booking is shown.
///
/// @param look a class of the style sheet
public record StateLabel(String label, String look) {
  /// Returns the mark of a booking.
  static StateLabel of(Booking booking, Texts words) {
    if (booking.noShow()) {
      return new StateLabel(words.get("bookings.state.no_show"), "ended");
    }
    String label = words.get("bookings.state." + booking.status().word());
    return switch (booking.status()) {
      case PENDING -> new StateLabel(label, "waits");
      case CONFIRMED -> new StateLabel(label, "stands");
      case CANCELLED, DECLINED -> new StateLabel(label, "ended");
    };
  }

  /// Returns the mark of a booking; null if it is as one expects.
  public static @Nullable StateLabel unusual(Booking booking, Texts words) {
    StateLabel mark = of(booking, words);
    return mark.look().equals("stands") ? null : mark;
  }
}
