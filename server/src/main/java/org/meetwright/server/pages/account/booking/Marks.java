package org.meetwright.server.pages.account.booking;

import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.server.text.Texts;

/// How the state of a booking is shown.
///
/// @param look a class of the style sheet
public record Marks(String label, String look) {
  /// Returns the mark of a booking.
  static Marks of(Booking booking, Texts words) {
    if (booking.noShow()) {
      return new Marks(words.get("bookings.state.no_show"), "ended");
    }
    String label = words.get("bookings.state." + booking.status().word());
    return switch (booking.status()) {
      case PENDING -> new Marks(label, "waits");
      case CONFIRMED -> new Marks(label, "stands");
      case CANCELLED, DECLINED -> new Marks(label, "ended");
    };
  }

  /// Returns the mark of a booking; null if it is as one expects.
  public static @Nullable Marks unusual(Booking booking, Texts words) {
    Marks mark = of(booking, words);
    return mark.look().equals("stands") ? null : mark;
  }
}
