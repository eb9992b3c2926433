package org.meetwright.server.pages.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TimeFormatsTest {
  private static final Instant AFTERNOON = Instant.parse("2026-12-03T14:05:00Z");

  private static TimeFormats in(String zone, Locale locale, boolean twelveHours) {
    return new TimeFormats(locale, ZoneId.of(zone), twelveHours);
  }

  @Test
  void writesTheTimeOfDayAsAsked() {
    assertThat(in("UTC", Locale.UK, false).time(AFTERNOON)).isEqualTo("14:05");
    assertThat(in("UTC", Locale.US, true).time(AFTERNOON)).matches("2:05\\hPM");
    assertThat(in("UTC", Locale.US, false).time(AFTERNOON)).isEqualTo("14:05");
    assertThat(in("Asia/Kathmandu", Locale.UK, false).time(AFTERNOON)).isEqualTo("19:50");
  }

  @Test
  void leavesTheYearOutOfADay() {
    LocalDate date = LocalDate.of(2026, 12, 3);

    assertThat(in("UTC", Locale.UK, false).day(date)).matches("Thursday,? 3 December");
    assertThat(in("UTC", Locale.US, false).day(date)).isEqualTo("Thursday, December 3");
    assertThat(in("UTC", Locale.of("es"), false).day(date)).isEqualTo("jueves, 3 de diciembre");
    assertThat(in("UTC", Locale.GERMANY, false).day(date)).isEqualTo("Donnerstag, 3. Dezember");
    assertThat(in("UTC", Locale.US, false).fullDate(date)).contains("2026");
  }

  @Test
  void namesTheDateOfAnEndOnAnotherDay() {
    TimeFormats formats = in("Asia/Kathmandu", Locale.UK, false);
    Instant beforeMidnight = Instant.parse("2026-12-03T18:00:00Z");

    assertThat(formats.times(beforeMidnight, beforeMidnight.plusSeconds(600)))
        .isEqualTo("23:45 – 23:55");
    assertThat(formats.times(beforeMidnight, beforeMidnight.plusSeconds(1800)))
        .matches("23:45 – Friday,? 4 December, 00:15");
  }
}
