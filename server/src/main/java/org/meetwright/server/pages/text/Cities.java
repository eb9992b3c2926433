package org.meetwright.server.pages.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.meetwright.core.value.TimeZones;
import org.meetwright.server.text.ZoneNames;

/// Finds time zones by city: by those that zones are named after, and by the large ones and the
/// countries in `cities.properties`.
public final class Cities {
  private static final int MOST = 8;
  private static final List<City> ALL = all();

  private Cities() {}

  /// A city, or a country that has one time zone.
  ///
  /// @param zone the name of its time zone in the IANA database
  public record City(String name, String zone) {}

  /// Returns the cities in whose name a word begins as it was typed: at most eight, those first
  /// whose whole name begins so. Upper case, accents and hyphens don't count.
  public static List<City> find(String typed) {
    String wanted = plain(typed);
    if (wanted.isEmpty()) {
      return List.of();
    }
    Set<String> zones = new HashSet<>();
    // Some cities have several zones that are the same, such as Europe/Istanbul and Asia/Istanbul.
    Set<String> names = new HashSet<>();
    return ALL.stream()
        .filter(city -> (" " + plain(city.name())).contains(" " + wanted))
        .sorted(Comparator.comparing((City city) -> !plain(city.name()).startsWith(wanted)))
        .filter(city -> zones.add(city.zone()) && names.add(plain(city.name())))
        .limit(MOST)
        .toList();
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
        .strip();
  }

  private static List<City> all() {
    List<City> cities = new ArrayList<>();
    Properties known = known();
    known.stringPropertyNames().stream()
        .sorted()
        .forEach(
            zone -> {
              for (String name : known.getProperty(zone).split(",", -1)) {
                cities.add(new City(name.strip(), zone));
              }
            });
    for (String zone : TimeZones.places()) {
      // A place that is called otherwise today is found by that name.
      if (ZoneNames.today(ZoneId.of(zone)).getId().equals(zone)) {
        String place = ZoneNames.place(ZoneId.of(zone));
        cities.add(new City(place.substring(place.lastIndexOf(", ") + 1).strip(), zone));
      }
    }
    return List.copyOf(cities);
  }

  private static Properties known() {
    Properties known = new Properties();
    try (InputStream file =
        Cities.class.getResourceAsStream("/org/meetwright/server/pages/cities.properties")) {
      if (file == null) {
        throw new IllegalStateException("Missing on the class path: cities.properties");
      }
      known.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return known;
  }
}
