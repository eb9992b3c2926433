package org.meetwright.server.mail.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetwright.server.text.Translations;

class WrittenTimeTest {
  private static final Instant START = Instant.parse("2026-12-03T13:00:00Z");
  private static final Instant END = Instant.parse("2026-12-03T13:30:00Z");

  private static WrittenTime in(String zone, Locale locale) {
    return new WrittenTime(START, END, ZoneId.of(zone), locale);
  }

  @Test
  void writesTheReadersZoneAndLanguage() {
    assertThat(in("Europe/Berlin", Locale.GERMANY).full())
        .containsExactly("Donnerstag, 3. Dezember 2026", "14:00 – 14:30", "Berlin (UTC+1)");
    assertThat(in("America/New_York", Locale.US).full())
        .containsExactly("Thursday, December 3, 2026", "8:00 AM – 8:30 AM", "New York (UTC−5)");
    assertThat(in("Asia/Tokyo", Locale.JAPAN).full())
        .containsExactly("2026年12月3日木曜日", "22:00～22:30", "Tokyo (UTC+9)");
    assertThat(in("Asia/Tokyo", Locale.JAPAN).brief()).isEqualTo("2026/12/03(木) 22:00");
    assertThat(in("UTC", Locale.UK).full()).endsWith("UTC");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en-US-u-hc-h23 | Thu, Dec 3, 2026, 14:00",
        "de-DE-u-hc-h12 | Do., 03.12.2026, 2:00 PM",
        "de-DE-u-hc-h23 | Do., 03.12.2026, 14:00",
        "de-DE | Do., 03.12.2026, 14:00",
        "ja-JP-u-hc-h12 | 2026/12/03(木) 午後2:00",
        "ar-EG-u-hc-h23 | الخميس, 03‏/12‏/2026, 14:00"
      })
  void writesTheClockThatWasChosen(String language, String expected) {
    Locale locale = Translations.readable(Locale.forLanguageTag(language));
    assertThat(in("Europe/Berlin", locale).brief()).isEqualTo(expected);
  }

  @Test
  void writesAnotherDateOnlyWhereItIsAnother() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    assertThat(in("Asia/Kolkata", Locale.UK).compact(berlin))
        .isEqualTo("18:30 – 19:00, Kolkata (UTC+5:30)");
    assertThat(in("Pacific/Auckland", Locale.UK).compact(berlin))
        .isEqualTo("Friday, 4 December 2026, 02:00 – 02:30, Auckland (UTC+13)");
  }

  @Test
  void writesTheEndsDateWhenItIsTheNextDay() {
    WrittenTime late =
        new WrittenTime(START, END.plusSeconds(12 * 3600), ZoneId.of("UTC"), Locale.UK);
    assertThat(late.full()).contains("13:00 – Friday, 4 December 2026, 01:30");
  }

  @Test
  void canBeWrittenInEveryLanguage() {
    for (Locale available : Locale.getAvailableLocales()) {
      Locale locale = Translations.readable(available);
      assertThat(in("Asia/Tokyo", locale).brief()).as(locale.toString()).contains("2026");
      assertThat(in("Asia/Tokyo", locale).full()).hasSize(3);
    }
  }
}
