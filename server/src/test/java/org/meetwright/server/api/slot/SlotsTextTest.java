package org.meetwright.server.api.slot;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotsTextTest {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static String written(long[] starts, int[] seatsLeft, int minutes, ZoneId zone) {
    byte[] bytes = new byte[SlotsText.longest(starts.length) + 1];
    long[] ends = LongStream.of(starts).map(start -> start + 60L * minutes).toArray();
    int end = SlotsText.write(starts, ends, seatsLeft, zone, bytes, 1);
    return new String(bytes, 1, end - 1, US_ASCII);
  }

  private static String expected(long[] starts, int[] seatsLeft, int minutes, ZoneId zone) {
    return IntStream.range(0, starts.length)
        .mapToObj(
            i ->
                "{\"start\":\"%s\",\"end\":\"%s\",\"seatsLeft\":%d}"
                    .formatted(
                        text(starts[i], zone), text(starts[i] + 60L * minutes, zone), seatsLeft[i]))
        .collect(joining(",", "[", "]"));
  }

  private static String text(long second, ZoneId zone) {
    return FORM.format(Instant.ofEpochSecond(second).atZone(zone));
  }

  private static long second(String instant) {
    return Instant.parse(instant).getEpochSecond();
  }

  @Test
  void writesAnEmptyArray() {
    assertThat(written(new long[0], new int[0], 30, BERLIN)).isEqualTo("[]");
  }

  @Test
  void givesStartAndEndTheirOwnOffsetsAndDates() {
    long[] starts = {second("2026-03-29T00:45:00Z"), second("2026-03-29T21:45:00Z")};
    assertThat(written(starts, new int[] {1, 1}, 30, BERLIN))
        .isEqualTo(
            """
            [{"start":"2026-03-29T01:45:00+01:00","end":"2026-03-29T03:15:00+02:00","seatsLeft":1},\
            {"start":"2026-03-29T23:45:00+02:00","end":"2026-03-30T00:15:00+02:00","seatsLeft":1}]\
            """);
  }

  @Test
  void writesHowManySeatsAreLeft() {
    long first = second("2026-03-29T10:00:00Z");
    long[] starts = {first, first + 900, first + 1800, first + 2700, first + 3600};
    int[] seatsLeft = {0, 9, 10, 1000, Integer.MAX_VALUE};
    assertThat(written(starts, seatsLeft, 45, BERLIN))
        .isEqualTo(expected(starts, seatsLeft, 45, BERLIN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "Europe/London",
        "Europe/Berlin",
        "America/New_York",
        "America/St_Johns",
        "Africa/Monrovia",
        "Africa/Casablanca",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "Pacific/Chatham"
      })
  void writesWhatTheFormatterOfJavaTimeWrites(String name) {
    ZoneId zone = ZoneId.of(name);
    Random random = new Random(name.hashCode());
    for (int i = 0; i < 100; i++) {
      long[] starts = starts(random);
      int[] seatsLeft = random.ints(starts.length, 0, i % 2 == 0 ? 2 : 1001).toArray();
      int minutes = 1 + random.nextInt(1440);
      assertThat(written(starts, seatsLeft, minutes, zone))
          .isEqualTo(expected(starts, seatsLeft, minutes, zone));
    }
  }

  private static long[] starts(Random random) {
    long[] starts = new long[1 + random.nextInt(60)];
    long next = random.nextLong(0, second("2999-01-01T00:00:00Z"));
    for (int i = 0; i < starts.length; i++) {
      starts[i] = next;
      next += 60L * random.nextInt(1, random.nextBoolean() ? 60 : 20000);
    }
    return starts;
  }
}
