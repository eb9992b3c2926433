package org.meetwright.server.api.slot;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetTextTest {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);
  private static final long YEAR_0000 = Instant.parse("0000-01-03T00:00:00Z").getEpochSecond();
  private static final long YEAR_1850 = Instant.parse("1850-01-01T00:00:00Z").getEpochSecond();
  private static final long YEAR_1970 = 0;
  private static final long YEAR_2100 = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();
  private static final long YEAR_3000 = Instant.parse("3000-01-01T00:00:00Z").getEpochSecond();
  private static final long YEAR_9999 = Instant.parse("9999-12-30T00:00:00Z").getEpochSecond();

  private static String text(OffsetText writer, long second) {
    byte[] bytes = new byte[OffsetText.LONGEST + 4];
    int end = writer.write(second, bytes, 3);
    return new String(bytes, 3, end - 3, US_ASCII);
  }

  private static String text(String zone, String instant) {
    return text(new OffsetText(ZoneId.of(zone)), Instant.parse(instant).getEpochSecond());
  }

  @Test
  void writesTheOffsetThatCountsAtTheInstant() {
    assertThat(text("Europe/Berlin", "2026-03-29T00:59:59Z"))
        .isEqualTo("2026-03-29T01:59:59+01:00");
    assertThat(text("Europe/Berlin", "2026-03-29T01:00:00Z"))
        .isEqualTo("2026-03-29T03:00:00+02:00");
    assertThat(text("America/New_York", "2026-01-01T04:59:59Z"))
        .isEqualTo("2025-12-31T23:59:59-05:00");
  }

  @Test
  void writesZForAnOffsetOfZero() {
    assertThat(text("UTC", "2026-03-29T01:00:00Z")).isEqualTo("2026-03-29T01:00:00Z");
    assertThat(text("Europe/London", "2026-03-29T00:59:59Z")).isEqualTo("2026-03-29T00:59:59Z");
    assertThat(text("Europe/London", "2026-03-29T01:00:00Z"))
        .isEqualTo("2026-03-29T02:00:00+01:00");
  }

  @Test
  void refusesYearsThatDoNotHaveFourDigits() {
    assertThatThrownBy(() -> text("UTC", "+10000-01-01T00:00:00Z"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("+10000-01-01");
    assertThatThrownBy(() -> text("UTC", "-0001-12-31T23:59:59Z"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tellsWhetherTheDateAndTheOffsetAreTheSame() {
    OffsetText writer = new OffsetText(ZoneId.of("Europe/Berlin"));
    long change = Instant.parse("2026-03-29T01:00:00Z").getEpochSecond();
    text(writer, change);
    assertThat(writer.differsInTimeOnly(change - 1)).isFalse();
    assertThat(writer.differsInTimeOnly(change)).isTrue();
    long midnight = Instant.parse("2026-03-29T22:00:00Z").getEpochSecond();
    assertThat(writer.differsInTimeOnly(midnight - 1)).isTrue();
    assertThat(writer.differsInTimeOnly(midnight)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "Europe/London",
        "Europe/Berlin",
        "Europe/Dublin",
        "Europe/Amsterdam",
        "America/New_York",
        "America/St_Johns",
        "America/Sao_Paulo",
        "Africa/Monrovia",
        "Africa/Casablanca",
        "Asia/Kathmandu",
        "Asia/Tehran",
        "Asia/Manila",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "Pacific/Chatham",
        "+00:00:30",
        "-00:01:30",
        "+18:00"
      })
  void writesWhatTheFormatterOfJavaTimeWrites(String name) {
    ZoneId zone = ZoneId.of(name);
    Random random = new Random(name.hashCode());
    OffsetText writer = new OffsetText(zone);
    for (int i = 0; i < 2000; i++) {
      assertSame(writer, zone, random.nextLong(YEAR_1970, YEAR_3000));
      assertSame(writer, zone, random.nextLong(YEAR_1850, YEAR_2100));
      assertSame(writer, zone, random.nextLong(YEAR_0000, YEAR_9999));
      assertSameAroundAChange(writer, zone, random.nextLong(YEAR_1850, YEAR_2100), random);
      assertSameOneAfterTheOther(writer, zone, random.nextLong(YEAR_1850, YEAR_3000), random);
    }
  }

  private static void assertSame(OffsetText writer, ZoneId zone, long second) {
    assertThat(text(writer, second))
        .as("%s in %s", second, zone)
        .isEqualTo(FORM.format(Instant.ofEpochSecond(second).atZone(zone)));
  }

  private static void assertSameAroundAChange(
      OffsetText writer, ZoneId zone, long second, Random random) {
    ZoneOffsetTransition next = zone.getRules().nextTransition(Instant.ofEpochSecond(second));
    if (next != null) {
      for (long around : new long[] {-7200, -1, 0, 1, 3600, random.nextLong(-90000, 90000)}) {
        assertSame(writer, zone, next.toEpochSecond() + around);
      }
    }
  }

  private static void assertSameOneAfterTheOther(
      OffsetText writer, ZoneId zone, long first, Random random) {
    long second = first;
    for (int i = 0; i < 20; i++) {
      assertSame(writer, zone, second);
      second += random.nextInt(12 * 60 * 60);
    }
  }
}
