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

/// The time zones to choose from, by part of the world.
///
/// @param places the parts of the world, each with its zones
/// @param chosen the zone that times are shown in
public record Zones(Map<String, List<Zone>> places, Zone chosen) {
  /// Old names that browsers still report, and what the places are called today.
  private static final Map<String, String> RENAMED =
      Map.ofEntries(
          Map.entry("Africa/Asmera", "Africa/Asmara"),
          Map.entry("America/Buenos_Aires", "America/Argentina/Buenos_Aires"),
          Map.entry("America/Catamarca", "America/Argentina/Catamarca"),
          Map.entry("America/Cordoba", "America/Argentina/Cordoba"),
          Map.entry("America/Godthab", "America/Nuuk"),
          Map.entry("America/Indianapolis", "America/Indiana/Indianapolis"),
          Map.entry("America/Jujuy", "America/Argentina/Jujuy"),
          Map.entry("America/Louisville", "America/Kentucky/Louisville"),
          Map.entry("America/Mendoza", "America/Argentina/Mendoza"),
          Map.entry("Asia/Calcutta", "Asia/Kolkata"),
          Map.entry("Asia/Dacca", "Asia/Dhaka"),
          Map.entry("Asia/Katmandu", "Asia/Kathmandu"),
          Map.entry("Asia/Macao", "Asia/Macau"),
          Map.entry("Asia/Rangoon", "Asia/Yangon"),
          Map.entry("Asia/Saigon", "Asia/Ho_Chi_Minh"),
          Map.entry("Asia/Thimbu", "Asia/Thimphu"),
          Map.entry("Asia/Ujung_Pandang", "Asia/Makassar"),
          Map.entry("Asia/Ulan_Bator", "Asia/Ulaanbaatar"),
          Map.entry("Atlantic/Faeroe", "Atlantic/Faroe"),
          Map.entry("Europe/Kiev", "Europe/Kyiv"),
          Map.entry("Pacific/Ponape", "Pacific/Pohnpei"),
          Map.entry("Pacific/Truk", "Pacific/Chuuk"));

  /// The usual zones in one hour: the same four hundred for every page.
  private record Listed(Instant hour, Map<String, List<Zone>> places) {}

  private static final AtomicReference<@Nullable Listed> LISTED = new AtomicReference<>();

  /// One zone.
  ///
  /// @param name its name in the IANA database
  /// @param label its place and offset
  public record Zone(String name, String label) {}

  /// Returns the zone under the name that its place has today.
  public static ZoneId today(ZoneId zone) {
    String name = RENAMED.get(zone.getId());
    return name == null ? zone : ZoneId.of(name);
  }

  /// Lists the zones as they are at an instant, give or take an hour.
  ///
  /// @param chosen always in the list, whatever it is called
  public static Zones at(Instant instant, ZoneId chosen) {
    Instant hour = instant.truncatedTo(ChronoUnit.HOURS);
    Listed known = LISTED.get();
    if (known == null || !known.hour().equals(hour)) {
      known = new Listed(hour, Collections.unmodifiableMap(list(usual(), hour)));
      LISTED.set(known);
    }
    boolean usual = known.places().values().stream().flatMap(List::stream).anyMatch(is(chosen));
    return new Zones(usual ? known.places() : with(chosen, hour), zone(chosen.getId(), hour));
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
    names.removeAll(RENAMED.keySet());
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
    String offset = TimeFormats.offset(ZoneId.of(name).getRules().getOffset(instant));
    String place = place(name);
    return new Zone(name, place.equals(offset) ? place : place + " (" + offset + ")");
  }

  /// Returns the place and offset of a zone at an instant.
  ///
  /// @param name in the IANA database
  public static String label(String name, Instant instant) {
    return zone(name, instant).label();
  }

  /// Returns the place that a zone is named after.
  public static String place(String name) {
    return name.substring(name.indexOf('/') + 1).replace('_', ' ').replace("/", ", ");
  }
}
