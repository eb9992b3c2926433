package org.meetwright.server.text;

import java.util.Locale;
import java.util.Optional;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.notice.BookingNotice.Audience;
import org.meetwright.core.eventtype.Location;

/// Where a booked meeting takes place, as one of its people reads it: of a phone call, who calls
/// whom.
public final class WrittenPlace {
  private static final String BUNDLE = "org.meetwright.server.text.texts";

  private WrittenPlace() {}

  /// Returns where it takes place; empty if that is not said, or not known yet.
  ///
  /// @param reader who reads it
  public static Optional<String> of(Booking booking, Audience reader, Locale language) {
    Location place = booking.location();
    if (place == null || place.value().isEmpty()) {
      return Optional.empty();
    }
    Location.Giver giver = place.giver();
    if (giver == null) {
      return Optional.of(place.value());
    }
    String key = "call." + giver.word() + "." + reader.name().toLowerCase(Locale.ROOT);
    return Optional.of(
        Texts.of(BUNDLE, language).get(key, place.value(), booking.invitee().name()));
  }
}
