package org.meetwright.core.booking.place;

import org.meetwright.core.eventtype.Location;
import org.meetwright.core.value.Text;

/// The place that an invitee chooses.
///
/// @param value the telephone number or the address that he gives, or which of several places of
///   the kind he means; empty if none of it
public record PlaceChoice(Location.LocationKind kind, String value) {
  /// Creates the choice.
  ///
  /// @throws org.meetwright.core.value.InvalidValueException (field `value`) if it is not one line
  public PlaceChoice {
    value = Text.optionalLine("value", value, Location.LONGEST);
  }
}
