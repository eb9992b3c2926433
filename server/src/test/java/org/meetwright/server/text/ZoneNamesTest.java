package org.meetwright.server.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetwright.core.value.TimeZones;

class ZoneNamesTest {
  private static final Instant WINTER = Instant.parse("2026-12-03T13:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Europe/Berlin | Berlin (UTC+1)",
        "America/New_York | New York (UTC−5)",
        "America/Indiana/Knox | Indiana, Knox (UTC−6)",
        "Asia/Calcutta | Kolkata (UTC+5:30)",
        "Europe/Kiev | Kyiv (UTC+2)",
        "Europe/London | London (UTC)",
        "UTC | UTC",
        "GMT | UTC",
        "Etc/UTC | UTC",
        "Etc/GMT+5 | UTC−5",
        "Singapore | Singapore (UTC+8)"
      })
  void namesThePlaceOfTodayAndItsOffset(String zone, String expected) {
    assertThat(ZoneNames.full(TimeZones.parse("zone", zone), WINTER)).isEqualTo(expected);
  }

  @Test
  void followsTheSeasons() {
    assertThat(ZoneNames.full(ZoneId.of("Europe/Berlin"), Instant.parse("2026-07-01T00:00:00Z")))
        .isEqualTo("Berlin (UTC+2)");
  }

  @Test
  void writesOffsetsAsPeopleSayThem() {
    assertThat(ZoneNames.offset(ZoneOffset.UTC)).isEqualTo("UTC");
    assertThat(ZoneNames.offset(ZoneOffset.ofHoursMinutes(5, 45))).isEqualTo("UTC+5:45");
    assertThat(ZoneNames.offset(ZoneOffset.ofHoursMinutes(-3, -30))).isEqualTo("UTC−3:30");
    assertThat(ZoneNames.offset(ZoneOffset.ofHours(-11))).isEqualTo("UTC−11");
  }
}
