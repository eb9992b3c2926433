package org.meetwright.server.pages.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.WeekFields;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.text.HourCycle;

class LanguagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de,en-US | | de | MONDAY | 24 | de-DE",
        "de | | de | MONDAY | 24 | de-DE",
        "de,de-AT;q=0.9 | | de | MONDAY | 24 | de-AT",
        "en-US,en | | en | SUNDAY | 12 | en-US",
        "en | | en | SUNDAY | 12 | en-US",
        "en,de-DE;q=0.5 | | en | MONDAY | 24 | en-DE",
        "en-GB | | en | MONDAY | 24 | en-GB",
        "fr | | fr | MONDAY | 24 | fr-FR",
        "fr-CA,en-US | | fr | SUNDAY | 24 | fr-CA",
        "es | | es | MONDAY | 24 | es-ES",
        "es-MX | | es | SUNDAY | 12 | es-MX",
        "pt | | pt | SUNDAY | 24 | pt-BR",
        "ja | | ja | SUNDAY | 24 | ja-JP",
        "ar | | ar | SATURDAY | 12 | ar-EG",
        "ar-MA | | ar | MONDAY | 24 | ar-MA",
        "fa-IR | | en | SATURDAY | 24 | fa-IR",
        "fa | | en | SATURDAY | 24 | fa-IR",
        "nl,en-US;q=0.7,en;q=0.3 | | en | MONDAY | 24 | en-NL",
        "ko-KR | | en | SUNDAY | 12 | ko-KR",
        "zh-Hant | | en | SUNDAY | 12 | zh-TW",
        "zh-Hans | | en | MONDAY | 24 | zh-CN",
        "hi,en;q=0.5 | | en | SUNDAY | 12 | en-IN",
        "en-US | de | de | SUNDAY | 12 | de-US",
        "fr,de-CH;q=0.5 | de | de | MONDAY | 24 | de-CH",
        "fr | de | de | MONDAY | 24 | de-DE",
        "'' | | en | MONDAY | 24 | en-GB",
        "'' | pt | pt | SUNDAY | 24 | pt-BR",
        "nonsense;;;=,, | | en | MONDAY | 24 | en-GB",
      })
  void followsTheHabitsOfTheLikelyRegion(
      String header, String chosen, String page, DayOfWeek first, int hours, String asked) {
    Languages languages = Languages.of(header, chosen == null ? "" : chosen);

    assertThat(languages.page().getLanguage()).isEqualTo(page);
    assertThat(WeekFields.of(languages.page()).getFirstDayOfWeek()).isEqualTo(first);
    assertThat(HourCycle.isTwelve(languages.habits())).isEqualTo(hours == 12);
    assertThat(languages.asked().toLanguageTag()).isEqualTo(asked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en-GB | November 2026",
        "de-DE | November 2026",
        "es-ES | noviembre de 2026",
        "fr-FR | novembre 2026",
        "pt-BR | novembro de 2026",
        "ja-JP | 2026年11月",
        "ar-EG | نوفمبر 2026",
      })
  void writesMonthsAsEachLanguageDoes(String tag, String month) {
    assertThat(in(tag).month(YearMonth.of(2026, 11))).isEqualTo(month);
  }

  @Test
  void leavesNothingOfTheYearInAJapaneseDay() {
    assertThat(in("ja-JP").day(LocalDate.of(2026, 11, 3))).isEqualTo("11月3日火曜日");
  }

  private static TimeFormats in(String tag) {
    return new TimeFormats(Locale.forLanguageTag(tag), ZoneId.of("UTC"), false);
  }
}
