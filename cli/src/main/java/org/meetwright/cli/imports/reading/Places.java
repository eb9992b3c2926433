package org.meetwright.cli.imports.reading;

import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.value.InvalidValueException;

/// Makes locations of what other services say of them.
public final class Places {
  private Places() {}

  /// Returns where a meeting is that has been booked: a link if it is one, else whatever it says;
  /// null if it says nothing.
  public static @Nullable Location booked(@Nullable String text) {
    String line = text == null ? "" : FittingWords.line(text, Location.LONGEST);
    if (line.isEmpty()) {
      return null;
    }
    try {
      return new Location(
          line.matches("(?i)https?://.*")
              ? Location.LocationKind.LINK
              : Location.LocationKind.OTHER,
          line);
    } catch (InvalidValueException noLink) {
      return new Location(Location.LocationKind.OTHER, line);
    }
  }

  /// Returns a place that an event type offers, of some text or none.
  ///
  /// @throws InvalidValueException if it cannot be offered
  public static Location offered(Location.LocationKind kind, @Nullable String text) {
    return Location.offered(kind, text == null ? "" : FittingWords.line(text, Location.LONGEST));
  }
}
