package org.meetwright.server.api.eventtype;

import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.Location;
import org.meetwright.server.api.exchange.Fields;

/// Where a meeting takes place, as the API tells it.
///
/// @param kind inPerson, phone, link or other
public record ApiLocation(String kind, String value) {
  /// Returns what the API tells of a location; null if there is none.
  public static @Nullable ApiLocation of(@Nullable Location location) {
    return location == null ? null : new ApiLocation(location.kind().word(), location.value());
  }

  static Location read(Fields fields) {
    fields.only("kind", "value");
    return new Location(Location.Kind.of(fields.text("kind")), fields.text("value"));
  }
}
