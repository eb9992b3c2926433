package org.meetwright.core.calendar.item.zone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The names that calendar programs give to time zones.
final class ZoneAliases {
  private static final Pattern OFFSET =
      Pattern.compile("(?:GMT|UTC)?\\s*([+-])(\\d{1,2})[:.]?(\\d{2})?", Pattern.CASE_INSENSITIVE);
  private static final Map<String, String> IANA = iana();
  private static final Map<String, String> WINDOWS = windows();
  private static final Map<String, String> CITIES = cities();

  private ZoneAliases() {}

  /// Returns the zone that the name stands for wherever it is used: one of the IANA database, also
  /// behind prefixes as in `/mozilla.org/20070129_1/Europe/Berlin`, or of Windows; null if there is
  /// none.
  static @Nullable ZoneId known(String name) {
    String key = key(name);
    String found = IANA.get(key);
    if (found == null) {
      found = WINDOWS.get(key.replace('_', ' '));
    }
    for (int slash = key.indexOf('/'); found == null && slash >= 0; ) {
      String rest = key.substring(slash + 1);
      if (rest.contains("/") || rest.equals("utc") || rest.equals("gmt")) {
        found = IANA.get(rest);
      }
      slash = key.indexOf('/', slash + 1);
    }
    return found == null ? null : ZoneId.of(found);
  }

  /// Returns the zone that the name seems to mean: a distance from UTC as `GMT-0500`, or a list of
  /// cities of one zone; null if there is none.
  static @Nullable ZoneId likely(String name) {
    Matcher matcher = OFFSET.matcher(name.strip());
    if (matcher.matches()) {
      return offset(matcher);
    }
    for (String city : name.replaceFirst("^\\([^)]*\\)", "").split(",", -1)) {
      String found = CITIES.get(key(city));
      if (found != null) {
        return ZoneId.of(found);
      }
    }
    return null;
  }

  private static @Nullable ZoneId offset(Matcher matcher) {
    int hours = Integer.parseInt(matcher.group(2));
    int minutes = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
    // ASCII digits, whatever the locale.
    String digits = (hours < 10 ? "0" : "") + hours + ":" + (minutes < 10 ? "0" : "") + minutes;
    return hours > 14 || minutes > 59 ? null : ZoneId.of("UTC" + matcher.group(1) + digits);
  }

  private static String key(String name) {
    return name.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> iana() {
    Map<String, String> names = new HashMap<>();
    for (String name : ZoneId.getAvailableZoneIds()) {
      // Libraries add zones of their own with a ~, which are not known after a restart.
      if (!name.contains("~")) {
        names.put(key(name), name);
      }
    }
    names.put("z", "UTC");
    return names;
  }

  private static Map<String, String> cities() {
    Map<String, String> cities = new HashMap<>();
    for (String name : IANA.values()) {
      if (name.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[^/]*")) {
        cities.put(key(name.substring(name.indexOf('/') + 1)), name);
      }
    }
    return cities;
  }

  private static Map<String, String> windows() {
    try (BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(
                        ZoneAliases.class.getResourceAsStream("windows-zones.txt")),
                    StandardCharsets.UTF_8));
        Stream<String> lines = reader.lines()) {
      Map<String, String> names = new HashMap<>();
      lines
          .filter(line -> !line.startsWith("#") && line.contains("="))
          .map(line -> line.split("=", 2))
          .forEach(pair -> names.put(pair[0].toLowerCase(Locale.ROOT), pair[1]));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
