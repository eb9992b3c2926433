package org.meetwright.server.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/// Finds the region whose habits someone has: on which day a week begins, how times are written.
public final class Regions {
  private static final Map<String, String> LIKELY = likely();
  private static final String SPREAD_OUT = "en";

  private Regions() {}

  /// Returns the region of someone who reads these languages, the dearest first: the one that he
  /// names with the first language, else the one where most people read it. English is read
  /// everywhere, so any region that he names says more. Empty if nothing is known.
  ///
  /// @param languages may name a script and a region each
  public static String of(List<Locale> languages) {
    if (languages.isEmpty()) {
      return "";
    }
    Locale first = languages.getFirst();
    String own =
        named(
            languages.stream()
                .filter(each -> each.getLanguage().equals(first.getLanguage()))
                .toList());
    String likely = LIKELY.getOrDefault(tag(first), LIKELY.getOrDefault(first.getLanguage(), ""));
    if (!own.isEmpty()) {
      return own;
    }
    if (!likely.isEmpty() && !first.getLanguage().equals(SPREAD_OUT)) {
      return likely;
    }
    String other = named(languages);
    return other.isEmpty() ? likely : other;
  }

  private static String named(List<Locale> languages) {
    return languages.stream()
        .map(Locale::getCountry)
        .filter(country -> !country.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String tag(Locale locale) {
    return locale.getLanguage() + "-" + locale.getScript();
  }

  private static Map<String, String> likely() {
    Map<String, String> regions = new HashMap<>();
    Properties file = file();
    for (String region : file.stringPropertyNames()) {
      for (String language : file.getProperty(region).split(",", -1)) {
        regions.put(language, region);
      }
    }
    return Map.copyOf(regions);
  }

  private static Properties file() {
    Properties properties = new Properties();
    try (InputStream file = Regions.class.getResourceAsStream("regions.properties")) {
      if (file == null) {
        throw new IllegalStateException("Missing on the class path: regions.properties");
      }
      properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return properties;
  }
}
