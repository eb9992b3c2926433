package org.meetwright.core.phone;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// Finds the country of a time zone.
public final class Countries {
  private static final Map<String, String> BY_ZONE = byZone();

  private Countries() {}

  /// Returns the country (ISO 3166, two letters) of a time zone; empty if it is in none, like UTC.
  public static Optional<String> of(ZoneId zone) {
    return Optional.ofNullable(BY_ZONE.get(zone.getId()));
  }

  private static Map<String, String> byZone() {
    Map<String, String> countries = new HashMap<>();
    Properties file = file();
    for (String country : file.stringPropertyNames()) {
      for (String zone : file.getProperty(country).split(",", -1)) {
        countries.put(zone, country);
      }
    }
    return Map.copyOf(countries);
  }

  private static Properties file() {
    Properties properties = new Properties();
    try (InputStream file = Countries.class.getResourceAsStream("countries.properties")) {
      if (file == null) {
        throw new IllegalStateException("Missing on the class path: countries.properties");
      }
      properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return properties;
  }
}
