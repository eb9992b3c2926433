package org.meetwright.server.api.holiday;

import java.util.List;
import java.util.Locale;
import org.meetwright.core.holiday.HolidayRegion;
import org.meetwright.core.holiday.Holidays;
import org.meetwright.core.schedule.PublicHolidays;
import org.meetwright.server.api.model.holiday.ApiHolidays;
import org.meetwright.server.api.model.holiday.ApiHolidays.ApiHoliday;
import org.meetwright.server.api.model.holiday.ApiPlace;

/// Translates public holidays to the API.
public final class HolidayTranslation {
  private HolidayTranslation() {}

  /// Returns the holidays of a year.
  ///
  /// @param language of their names
  public static ApiHolidays ofYear(PublicHolidays place, int year, Locale language) {
    List<ApiHoliday> holidays =
        Holidays.ofYear(place.country(), place.region(), year).stream()
            .map(holiday -> new ApiHoliday(holiday.id(), holiday.date(), holiday.name(language)))
            .toList();
    return new ApiHolidays(
        place.country(),
        place.region(),
        year,
        toApi(Holidays.regions(place.country(), language)),
        holidays);
  }

  static List<ApiPlace> toApi(List<HolidayRegion> places) {
    return places.stream().map(place -> new ApiPlace(place.code(), place.name())).toList();
  }
}
