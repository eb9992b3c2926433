package org.meetwright.core.holiday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetwright.core.schedule.PublicHolidays;
import org.meetwright.core.value.InvalidValueException;

class HolidaysTest {
  private static List<String> dates(String country, String region, int year) {
    return Holidays.ofYear(country, region, year).stream()
        .map(holiday -> holiday.date().toString())
        .toList();
  }

  @Test
  void tellsTheHolidaysOfACountryAndOfARegion() {
    assertThat(dates("DE", null, 2026))
        .containsExactly(
            "2026-01-01",
            "2026-04-03",
            "2026-04-06",
            "2026-05-01",
            "2026-05-14",
            "2026-05-25",
            "2026-10-03",
            "2026-12-25",
            "2026-12-26");
    assertThat(dates("DE", "BY", 2026)).contains("2026-01-06", "2026-06-04", "2026-11-01");
    assertThat(dates("DE", "BY", 2026)).doesNotContain("2026-08-08");
    assertThat(dates("DE", "BY-AG", 2026)).contains("2026-01-06", "2026-08-08");
    assertThat(dates("US", null, 2026)).contains("2026-11-26", "2026-12-25");
    assertThat(dates("DE", "XX", 2026)).isEmpty();
    assertThat(dates("XX", null, 2026)).isEmpty();
    assertThat(dates("DE", null, 1969)).isEmpty();
    assertThat(dates("DE", null, 2100)).isEmpty();
  }

  @Test
  void namesPlacesAndHolidaysInALanguage() {
    assertThat(Holidays.countries(Locale.GERMAN)).contains(new HolidayRegion("DE", "Deutschland"));
    assertThat(Holidays.countries(Locale.of("es"))).contains(new HolidayRegion("DE", "Alemania"));
    assertThat(Holidays.countries(Locale.ENGLISH)).hasSizeGreaterThan(200);
    assertThat(Holidays.regions("DE", Locale.GERMAN))
        .contains(
            new HolidayRegion("BY", "Bayern"), new HolidayRegion("BY-AG", "Bayern, Augsburg"));
    assertThat(Holidays.regions("DE", Locale.JAPANESE))
        .contains(new HolidayRegion("BY", "Bavaria"));
    Holiday epiphany = Holidays.on("DE", "BY", LocalDate.parse("2026-01-06")).getFirst();
    assertThat(epiphany.id()).isEqualTo("EPIPHANY");
    assertThat(epiphany.name(Locale.GERMAN)).isEqualTo("Heilige Drei Könige");
    assertThat(epiphany.name(Locale.forLanguageTag("pt-BR"))).isNotEqualTo("Epiphany");
    assertThat(epiphany.name(Locale.of("ar"))).isEqualTo("Epiphany");
    assertThat(epiphany.name(Locale.ENGLISH)).isEqualTo("Epiphany");
  }

  @Test
  void tellsApartWhatHasOneNameInSeveralMonths() {
    assertThat(Holidays.ofYear("IE", null, 2026))
        .contains(
            new Holiday("BANK_HOLIDAY/06", LocalDate.parse("2026-06-01")),
            new Holiday("BANK_HOLIDAY/08", LocalDate.parse("2026-08-03")),
            new Holiday("BANK_HOLIDAY/10", LocalDate.parse("2026-10-26")));
  }

  @Test
  void looksBackForTheLastHolidayThatCounts() {
    LocalDate christmas = LocalDate.parse("2026-12-25");
    assertThat(Holidays.lastBefore("DE", null, christmas, holiday -> true)).isEqualTo("2026-10-03");
    assertThat(
            Holidays.lastBefore("DE", null, christmas, holiday -> holiday.date().getYear() < 1990))
        .isEqualTo("1989-12-26");
    assertThat(Holidays.lastBefore("DE", null, christmas, holiday -> false)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"de,,DE,", "DE,by,DE,BY", "de,de-by,DE,BY", "DE,by-ag,DE,BY-AG", "us, NY,US,NY"})
  void takesCodesAsPeopleWriteThem(String country, String region, String code, String regionCode) {
    assertThat(PublicHolidays.of(country, region, List.of()))
        .isEqualTo(new PublicHolidays(code, regionCode, List.of()));
  }

  @Test
  void refusesWhatIsNotKnown() {
    assertRefused("ZZ", null, List.of(), "country", "\"ZZ\"");
    assertRefused("NYSE", null, List.of(), "country", "\"NYSE\"");
    assertRefused("DE", "XX", List.of(), "region", "BW, BY");
    assertRefused("DE", "XX", List.of(), "region", "\"XX\"");
    assertRefused("DE", "BY", List.of("EPIPHANY", "CARNIVAL"), "except", "\"CARNIVAL\"");
    assertRefused("DE", null, List.of("EPIPHANY"), "except", "\"EPIPHANY\"");
    assertRefused("DE", "BY", List.of("2026-01-07"), "except", "\"2026-01-07\"");
    assertRefused("DE", "BY", List.of("x".repeat(81)), "except", "EPIPHANY");
  }

  private static void assertRefused(
      String country, String region, List<String> except, String field, String part) {
    assertThatThrownBy(() -> PublicHolidays.of(country, region, except))
        .isInstanceOfSatisfying(
            InvalidValueException.class, wrong -> assertThat(wrong.field()).isEqualTo(field))
        .hasMessageContaining(part);
  }

  @Test
  void leavesOutExceptionsByIdEveryYearAndByDateOnce() {
    PublicHolidays holidays =
        PublicHolidays.of("IE", null, List.of("BANK_HOLIDAY/08", "2026-06-01", "NEW_YEAR"));
    assertThat(holidays.on(LocalDate.parse("2026-08-03"))).isNull();
    assertThat(holidays.on(LocalDate.parse("2027-08-02"))).isNull();
    assertThat(holidays.on(LocalDate.parse("2026-06-01"))).isNull();
    assertThat(holidays.on(LocalDate.parse("2027-06-07"))).isNotNull();
    assertThat(holidays.on(LocalDate.parse("2026-10-26"))).isNotNull();
    assertThat(holidays.on(LocalDate.parse("2030-01-01"))).isNull();
    PublicHolidays none = PublicHolidays.of("IE", null, List.of("BANK_HOLIDAY"));
    assertThat(none.on(LocalDate.parse("2026-10-26"))).isNull();
  }
}
