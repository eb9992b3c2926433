package org.meetwright.core.value;

import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The time zones that can be chosen: the names of the IANA time zone database.
public final class TimeZones {
  /// Libraries may add zones of their own (ical4j does, with a `~`), which are not known after a
  /// restart.
  private static final Set<String> NAMES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(name -> !name.contains("~"))
          .collect(Collectors.toUnmodifiableSet());

  private TimeZones() {}

  /// Returns the zone of a name such as `Europe/Berlin` or `UTC`.
  ///
  /// @throws InvalidValueException if the name is not in the IANA database
  public static ZoneId parse(String field, @Nullable String name) {
    if (name == null || !NAMES.contains(name)) {
      throw new InvalidValueException(
          field,
          "must be a time zone of the IANA database like Europe/Berlin, not "
              + InvalidValueException.shown(name));
    }
    return ZoneId.of(name);
  }

  /// Returns the names fit for a list to choose from, sorted: places, without old aliases.
  public static Set<String> places() {
    Set<String> places = new TreeSet<>();
    for (String name : NAMES) {
      if (name.matches(
          "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*")) {
        places.add(name);
      }
    }
    places.add("UTC");
    return places;
  }
}
