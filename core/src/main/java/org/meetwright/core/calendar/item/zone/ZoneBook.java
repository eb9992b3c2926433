package org.meetwright.core.calendar.item.zone;

import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The zones of one calendar: what its names mean.
public final class ZoneBook {
  private static final int LONGEST_NAME = 200;

  private final Map<String, ZoneDefinition> definitions = new HashMap<>();
  private final Map<String, EventZone> found = new HashMap<>();

  /// Adds a zone that the calendar describes.
  public void define(ZoneDefinition definition) {
    definitions.put(definition.name(), definition);
    found.remove(definition.name());
  }

  /// Returns the zone of a name. The first that fits: a name of the IANA database, of Windows, what
  /// the calendar's definition says to be (`X-LIC-LOCATION`), what it describes, a distance from
  /// UTC or a list of cities.
  public EventZone find(String name) {
    return found.computeIfAbsent(name, this::look);
  }

  private EventZone look(String name) {
    ZoneDefinition definition = definitions.get(name);
    ZoneId zone = ZoneAliases.known(name);
    if (zone == null && definition != null) {
      zone = definition.location();
      ZoneRules rules = zone == null ? definition.rules() : null;
      if (rules != null) {
        return new EventZone(name, rules, definition.text());
      }
    }
    return of(name, zone == null ? ZoneAliases.likely(name) : zone);
  }

  private static EventZone of(String name, @Nullable ZoneId zone) {
    if (zone == null) {
      String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
      return new EventZone(cut, null, "");
    }
    return new EventZone(zone.getId(), zone.getRules(), "");
  }
}
