package org.meetwright.server.pages.account.hours.away;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.holiday.HolidayRegion;
import org.meetwright.core.holiday.Holidays;
import org.meetwright.core.schedule.Away;
import org.meetwright.core.value.TimeZones;
import org.meetwright.server.pages.text.TimeFormats;

/// Holidays and travel on a schedule's page.
///
/// @param countries whose holidays are known
/// @param country the chosen one; empty if holidays do not count
/// @param regions of the chosen country
/// @param shown the country and region whose holidays are listed
/// @param holidays of the coming year
/// @param inEnglish whether their names are in English for want of others
/// @param travel as it was typed
public record AwayView(
    List<HolidayRegion> countries,
    String country,
    List<HolidayRegion> regions,
    String region,
    String shown,
    List<Day> holidays,
    boolean inEnglish,
    List<Row> travel) {

  /// A holiday.
  ///
  /// @param closed whether it counts
  public record Day(String id, String name, String date, boolean closed) {}

  /// A row of travel.
  ///
  /// @param error what is wrong with it; null if nothing is
  public record Row(String id, String from, String to, String zone, @Nullable String error) {}

  /// Shows a form.
  ///
  /// @param kept what is saved
  /// @param errors what is wrong, by field
  public static AwayView of(
      AwayForm form,
      Away kept,
      LocalDate today,
      Locale language,
      TimeFormats formats,
      Map<String, String> errors) {
    ComingHolidays coming = new ComingHolidays(form, kept, today);
    List<Day> days =
        coming.holidays().stream()
            .map(
                holiday ->
                    new Day(
                        holiday.id(),
                        holiday.name(language),
                        formats.fullDate(holiday.date()),
                        coming.closes(holiday)))
            .toList();
    return new AwayView(
        Holidays.countries(language),
        form.country(),
        Holidays.regions(form.country(), language),
        form.regionOfCountry(),
        form.place(),
        days,
        !Holidays.areNamedIn(language),
        IntStream.range(0, form.travel().size())
            .mapToObj(
                row -> {
                  var typed = form.travel().get(row);
                  return new Row(
                      "travel-" + row,
                      typed.from(),
                      typed.to(),
                      typed.zone(),
                      errors.get("travel." + row));
                })
            .toList());
  }

  /// Returns the zones that are offered while typing.
  public List<String> zones() {
    return Stream.concat(Stream.of("UTC"), TimeZones.places().stream()).distinct().toList();
  }
}
