package org.meetwright.server.pages.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.TimeZones;
import org.meetwright.server.text.ZoneNames;

/// The time zones to choose from, by part of the world.
///
/// @param places the parts of the world, each with its zones
/// @param chosen the zone that times are shown in
public record ZoneChoice(Map<String, List<Zone>> places, Zone chosen) {
  /// The usual zones in one hour: the same four hundred for every page.
  private record CachedPlaces(Instant hour, Map<String, List<Zone>> places) {}

  private static final AtomicReference<@Nullable CachedPlaces> LISTED = new AtomicReference<>();

  /// One zone.
  ///
  /// @param name its name in the IANA database
  /// @param label its place and offset
  public record Zone(String name, String label) {}

  /// Lists the zones as they are at an instant, give or take an hour.
  ///
  /// @param chosen always in the list, whatever it is called
  public static ZoneChoice at(Instant instant, ZoneId chosen) {
    Instant hour = instant.truncatedTo(ChronoUnit.HOURS);
    CachedPlaces known = LISTED.get();
    if (known == null || !known.hour().equals(hour)) {
      known = new CachedPlaces(hour, Collections.unmodifiableMap(list(usual(), hour)));
      LISTED.set(known);
    }
    boolean usual = known.places().values().stream().flatMap(List::stream).anyMatch(is(chosen));
    return new ZoneChoice(usual ? known.places() : with(chosen, hour), zone(chosen.getId(), hour));
  }

  private static Predicate<Zone> is(ZoneId chosen) {
    return zone -> zone.name().equals(chosen.getId());
  }

  private static Map<String, List<Zone>> with(ZoneId chosen, Instant instant) {
    Set<String> names = usual();
    names.add(chosen.getId());
    return list(names, instant);
  }

  private static Set<String> usual() {
    Set<String> names = new TreeSet<>(TimeZones.places());
    names.removeIf(name -> !ZoneNames.today(ZoneId.of(name)).getId().equals(name));
    return names;
  }

  private static Map<String, List<Zone>> list(Set<String> names, Instant instant) {
    Map<String, List<Zone>> places = new TreeMap<>();
    for (String name : names) {
      String world = name.contains("/") ? name.substring(0, name.indexOf('/')) : "UTC";
      places.computeIfAbsent(world, key -> new ArrayList<>()).add(zone(name, instant));
    }
    return places;
  }

  private static Zone zone(String name, Instant instant) {
    return new Zone(name, ZoneNames.full(ZoneId.of(name), instant));
  }
}
