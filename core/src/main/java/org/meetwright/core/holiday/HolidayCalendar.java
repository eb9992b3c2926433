package org.meetwright.core.holiday;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Jollyday: the holidays of a country and its regions, read from a file of the library each time.
final class HolidayCalendar {
  /// The languages in which Jollyday has names, besides English.
  private static final Set<String> LANGUAGES = Set.of("de", "el", "fr", "nl", "pt", "sv");

  /// The codes of ISO 3166, and of Kosovo, which has none there. Jollyday has stock exchanges too.
  private static final Set<String> COUNTRIES = countries();

  private final HolidayManager manager;

  static {
    // It would keep every year of every region for ever; Holidays keeps what is needed, bounded.
    HolidayManager.setManagerCachingEnabled(false);
  }

  /// Reads the calendar of a country.
  ///
  /// @param country one of [#COUNTRIES]
  HolidayCalendar(String country) {
    // The library would make small letters by the habits of the server: in Turkish, no i of IE.
    String file = country.toLowerCase(Locale.ROOT);
    manager = HolidayManager.getInstance(ManagerParameters.create(file));
  }

  private static Set<String> countries() {
    Set<String> countries = new TreeSet<>(Set.of(Locale.getISOCountries()));
    countries.add("XK");
    countries.retainAll(HolidayManager.getSupportedCalendarCodes());
    return Set.copyOf(countries);
  }

  static boolean has(String country) {
    return COUNTRIES.contains(country);
  }

  static List<HolidayRegion> countries(Locale language) {
    return COUNTRIES.stream()
        .map(code -> new HolidayRegion(code, Locale.of("", code).getDisplayCountry(language)))
        .sorted(Comparator.comparing(HolidayRegion::name).thenComparing(HolidayRegion::code))
        .toList();
  }

  List<HolidayRegion> regions(Locale language) {
    List<HolidayRegion> regions = new ArrayList<>();
    addRegions(manager.getCalendarHierarchy(), "", "", known(language), regions);
    regions.sort(Comparator.comparing(HolidayRegion::name).thenComparing(HolidayRegion::code));
    return List.copyOf(regions);
  }

  private static void addRegions(
      CalendarHierarchy of,
      String code,
      String name,
      Locale language,
      List<HolidayRegion> regions) {
    for (CalendarHierarchy child : of.getChildren().values()) {
      String childCode = code + child.getId().toUpperCase(Locale.ROOT);
      String childName = name + child.getDescription(language);
      regions.add(new HolidayRegion(childCode, childName));
      addRegions(child, childCode + "-", childName + ", ", language, regions);
    }
  }

  /// Returns the holidays of some years, by date.
  ///
  /// @param region its code; null for what all of the country has
  NavigableMap<LocalDate, List<Holiday>> holidays(
      @Nullable String region, int firstYear, int lastYear) {
    NavigableMap<LocalDate, List<Holiday>> all = new TreeMap<>();
    String[] path = path(region);
    for (int year = firstYear; year <= lastYear && path != null; year++) {
      for (Holiday holiday : ofYear(year, path)) {
        all.computeIfAbsent(holiday.date(), date -> new ArrayList<>()).add(holiday);
      }
    }
    return all;
  }

  private List<Holiday> ofYear(int year, String... path) {
    Map<String, Set<LocalDate>> dates = new TreeMap<>();
    manager
        .getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, path)
        .forEach(
            found ->
                dates
                    .computeIfAbsent(found.getPropertiesKey(), key -> new TreeSet<>())
                    .add(found.getDate()));
    List<Holiday> holidays = new ArrayList<>();
    dates.forEach(
        (key, on) -> {
          boolean manyMonths = on.stream().map(LocalDate::getMonth).distinct().count() > 1;
          for (LocalDate date : on) {
            String id = manyMonths ? "%s/%02d".formatted(key, date.getMonthValue()) : key;
            holidays.add(new Holiday(id, date));
          }
        });
    return holidays;
  }

  /// Returns the library's ids on the way to a region; null if there is no such region.
  private String @Nullable [] path(@Nullable String region) {
    if (region == null) {
      return new String[0];
    }
    List<String> path = new ArrayList<>();
    CalendarHierarchy at = manager.getCalendarHierarchy();
    for (String code : region.split("-", -1)) {
      Map<String, CalendarHierarchy> children = new HashMap<>();
      at.getChildren()
          .values()
          .forEach(child -> children.put(child.getId().toUpperCase(Locale.ROOT), child));
      CalendarHierarchy next = children.get(code);
      if (next == null) {
        return null;
      }
      path.add(next.getId());
      at = next;
    }
    return path.toArray(String[]::new);
  }

  static boolean areNamedIn(Locale language) {
    return language.getLanguage().equals("en") || LANGUAGES.contains(language.getLanguage());
  }

  static String name(Holiday holiday, Locale language) {
    return new de.focus_shift.jollyday.core.Holiday(
            holiday.date(), holiday.key(), HolidayType.PUBLIC_HOLIDAY)
        .getDescription(known(language));
  }

  /// Otherwise the library would answer in the language of the server.
  private static Locale known(Locale language) {
    return LANGUAGES.contains(language.getLanguage())
        ? Locale.of(language.getLanguage())
        : Locale.ROOT;
  }
}
