package org.meetwright.server.mail.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WrittenTimeTest {
  private static final Instant START = Instant.parse("2026-12-03T13:00:00Z");
  private static final Instant END = Instant.parse("2026-12-03T13:30:00Z");

  private static WrittenTime in(String zone, Locale locale) {
    return new WrittenTime(START, END, ZoneId.of(zone), locale);
  }

  @Test
  void writesTheReadersZoneAndLanguage() {
    assertThat(in("Europe/Berlin", Locale.GERMANY).full())
        .containsExactly("Donnerstag, 3. Dezember 2026", "14:00 – 14:30", "Europe/Berlin (GMT+1)");
    assertThat(in("America/New_York", Locale.US).full())
        .containsExactly(
            "Thursday, December 3, 2026", "8:00 AM – 8:30 AM", "America/New York (GMT-5)");
    assertThat(in("Asia/Tokyo", Locale.JAPAN).full())
        .containsExactly("2026年12月3日木曜日", "22:00～22:30", "Asia/Tokyo (GMT+9)");
    assertThat(in("Asia/Tokyo", Locale.JAPAN).brief()).isEqualTo("2026/12/03(木) 22:00");
    assertThat(in("UTC", Locale.UK).full()).endsWith("UTC (GMT)");
  }

  @Test
  void writesAnotherDateOnlyWhereItIsAnother() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    assertThat(in("Asia/Kolkata", Locale.UK).compact(berlin))
        .isEqualTo("18:30 – 19:00, Asia/Kolkata (GMT+5:30)");
    assertThat(in("Pacific/Auckland", Locale.UK).compact(berlin))
        .isEqualTo("Friday, 4 December 2026, 02:00 – 02:30, Pacific/Auckland (GMT+13)");
  }

  @Test
  void writesTheEndsDateWhenItIsTheNextDay() {
    WrittenTime late =
        new WrittenTime(START, END.plusSeconds(12 * 3600), ZoneId.of("UTC"), Locale.UK);
    assertThat(late.full()).contains("13:00 – Friday, 4 December 2026, 01:30");
  }

  @Test
  void canBeWrittenInEveryLanguage() {
    for (Locale locale : Locale.getAvailableLocales()) {
      assertThat(in("Asia/Tokyo", locale).brief()).as(locale.toString()).contains("2026");
      assertThat(in("Asia/Tokyo", locale).full()).hasSize(3);
    }
  }
}
