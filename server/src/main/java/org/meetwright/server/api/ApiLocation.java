package org.meetwright.server.api;

import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.Location;

/// Where a meeting takes place, as the API tells it.
///
/// @param kind inPerson, phone, link or other
public record ApiLocation(String kind, String value) {
  static @Nullable ApiLocation of(@Nullable Location location) {
    return location == null ? null : new ApiLocation(location.kind().word(), location.value());
  }

  static Location read(Fields fields) {
    fields.only("kind", "value");
    return new Location(Location.Kind.of(fields.text("kind")), fields.text("value"));
  }
}
