package org.meetwright.core.schedule;

import static org.meetwright.core.value.InvalidValueException.shown;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.holiday.Holiday;
import org.meetwright.core.holiday.HolidayRegion;
import org.meetwright.core.holiday.Holidays;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// The public holidays on which a schedule is closed. A place or an exception that is no longer
/// known closes or opens nothing.
///
/// @param country its code, such as `DE`
/// @param region its code, such as `BY`; null for the holidays that all of the country has
/// @param except the holidays that do not count, sorted: ids of [Holiday], which mean every year,
///   and single dates
public record PublicHolidays(String country, @Nullable String region, List<String> except) {
  private static final int MOST_EXCEPTIONS = 100;
  private static final int LONGEST_EXCEPTION = 80;

  /// Where the holidays of an exception are looked for.
  private static final int FIRST_YEAR = 2020;

  private static final int LAST_YEAR = 2059;

  /// Takes stored values as they are; [#of] looks whether they exist.
  public PublicHolidays {
    except = List.copyOf(new TreeSet<>(except));
  }

  /// Returns the holidays of a place. Small letters are fine, and the country's code before the
  /// region's (`DE-BY`).
  ///
  /// @throws InvalidValueException (field `country`, `region` or `except`) if there is no such
  ///   country, region or holiday
  public static PublicHolidays of(
      String country, @Nullable String region, Collection<String> except) {
    String countryCode = country.strip().toUpperCase(Locale.ROOT);
    if (!Holidays.hasCountry(countryCode)) {
      throw new InvalidValueException(
          "country",
          "must be the code of a country with known holidays, such as DE or US, not "
              + shown(country));
    }
    Text.number("except", except.size(), 0, MOST_EXCEPTIONS);
    PublicHolidays holidays =
        new PublicHolidays(countryCode, region(countryCode, region), List.copyOf(except));
    holidays.except.forEach(holidays::check);
    return holidays;
  }

  private static @Nullable String region(String country, @Nullable String region) {
    if (region == null || region.isBlank()) {
      return null;
    }
    String upper = region.strip().toUpperCase(Locale.ROOT);
    List<String> known =
        Holidays.regions(country, Locale.ROOT).stream().map(HolidayRegion::code).sorted().toList();
    for (String code : List.of(upper, upper.replaceFirst("^" + country + "-", ""))) {
      if (known.contains(code)) {
        return code;
      }
    }
    throw new InvalidValueException(
        "region",
        known.isEmpty()
            ? "must be left out, as " + country + " has no regions: " + shown(region)
            : "must be one of " + String.join(", ", known) + ", not " + shown(region));
  }

  private void check(String exception) {
    if (exception.length() > LONGEST_EXCEPTION
        || IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
            .mapToObj(year -> Holidays.ofYear(country, region, year))
            .flatMap(List::stream)
            .noneMatch(holiday -> holiday.isMeantBy(exception))) {
      throw new InvalidValueException(
          "except",
          "must be holidays of "
              + (region == null ? country : country + ", " + region)
              + ", such as "
              + Holidays.ofYear(country, region, FIRST_YEAR).stream()
                  .map(Holiday::id)
                  .distinct()
                  .collect(Collectors.joining(", "))
              + ", or dates of such, not "
              + shown(exception));
    }
  }

  /// A holiday that closes a date.
  ///
  /// @param id that of [Holiday]
  /// @param name in English
  public record Closure(String id, String name) {}

  /// Returns the holiday that closes a date; null if none does.
  public @Nullable Closure on(LocalDate date) {
    for (Holiday holiday : Holidays.on(country, region, date)) {
      if (counts(holiday)) {
        return new Closure(holiday.id(), holiday.name(Locale.ENGLISH));
      }
    }
    return null;
  }

  /// Returns whether a date is closed.
  boolean close(LocalDate date) {
    return Holidays.on(country, region, date).stream().anyMatch(this::counts);
  }

  /// Returns the last closed date before another; null if there is none.
  @Nullable LocalDate lastBefore(LocalDate date) {
    return Holidays.lastBefore(country, region, date, this::counts);
  }

  private boolean counts(Holiday holiday) {
    return except.stream().noneMatch(holiday::isMeantBy);
  }
}
