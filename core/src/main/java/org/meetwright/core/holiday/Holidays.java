package org.meetwright.core.holiday;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Tells which dates are public holidays of a country or one of its regions: a pure function. Ten
/// years are computed at a time and kept; how many are kept is bounded, at a few megabytes.
public final class Holidays {
  /// The first year whose holidays are known.
  public static final int FIRST_YEAR = 1970;

  /// The last year whose holidays are known.
  public static final int LAST_YEAR = 2099;

  private static final int DECADE = 10;
  private static final long MOST_DECADES = 500;

  private static final Cache<Decade, NavigableMap<LocalDate, List<Holiday>>> KEPT =
      Caffeine.newBuilder().maximumSize(MOST_DECADES).executor(Runnable::run).build();

  private Holidays() {}

  /// @param decade the year divided by ten
  private record Decade(String country, @Nullable String region, int decade) {}

  /// Returns all countries whose holidays are known, by name.
  public static List<HolidayRegion> countries(Locale language) {
    return HolidayCalendar.countries(language);
  }

  /// Returns whether the names of holidays are known in a language; otherwise they are in English.
  public static boolean areNamedIn(Locale language) {
    return HolidayCalendar.areNamedIn(language);
  }

  /// Returns whether the holidays of a country are known.
  ///
  /// @param country its code, in capitals
  public static boolean hasCountry(String country) {
    return HolidayCalendar.has(country);
  }

  /// Returns the regions of a country that have holidays of their own, by name; those within a
  /// region, too. None if the country is not known.
  public static List<HolidayRegion> regions(String country, Locale language) {
    return hasCountry(country) ? new HolidayCalendar(country).regions(language) : List.of();
  }

  /// Returns the holidays of a year, by date.
  ///
  /// @param region its code; null for those that all of the country has
  /// @return none if there is no such place, or nothing is known of the year
  public static List<Holiday> ofYear(String country, @Nullable String region, int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    LocalDate last = LocalDate.of(year, 12, 31);
    return decade(country, region, year).subMap(first, true, last, true).values().stream()
        .flatMap(List::stream)
        .toList();
  }

  /// Returns the holidays on a date: hardly ever more than one.
  public static List<Holiday> on(String country, @Nullable String region, LocalDate date) {
    return decade(country, region, date.getYear()).getOrDefault(date, List.of());
  }

  /// Returns the last date before another with a holiday that counts; null if there is none.
  public static @Nullable LocalDate lastBefore(
      String country, @Nullable String region, LocalDate date, Predicate<Holiday> counts) {
    for (int year = date.getYear(); year >= FIRST_YEAR; year = year / DECADE * DECADE - 1) {
      for (Map.Entry<LocalDate, List<Holiday>> on :
          decade(country, region, year).headMap(date, false).descendingMap().entrySet()) {
        if (on.getValue().stream().anyMatch(counts)) {
          return on.getKey();
        }
      }
    }
    return null;
  }

  private static NavigableMap<LocalDate, List<Holiday>> decade(
      String country, @Nullable String region, int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR || !hasCountry(country)) {
      return Collections.emptyNavigableMap();
    }
    return KEPT.get(new Decade(country, region, year / DECADE), Holidays::compute);
  }

  private static NavigableMap<LocalDate, List<Holiday>> compute(Decade key) {
    int first = key.decade * DECADE;
    return new HolidayCalendar(key.country).holidays(key.region, first, first + DECADE - 1);
  }
}
