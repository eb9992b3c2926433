package org.meetwright.cli.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetwright.server.api.model.schedule.ApiSchedule;

final class WeekTextTest {
  @Test
  void readsDaysAndSpans() {
    assertThat(WeekText.parse("mon,wed 09:00-12:00,13:00-17:00; sat 10:00-24:00"))
        .containsExactly(
            new ApiSchedule.Weekly("MONDAY", "09:00", "12:00"),
            new ApiSchedule.Weekly("MONDAY", "13:00", "17:00"),
            new ApiSchedule.Weekly("WEDNESDAY", "09:00", "12:00"),
            new ApiSchedule.Weekly("WEDNESDAY", "13:00", "17:00"),
            new ApiSchedule.Weekly("SATURDAY", "10:00", "24:00"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mon-fri 09:00-12:00,13:00-17:00; sat 10:00-12:00 | same",
        "MONDAY 09:00-10:00; tue 09:00-10:00; | mon-tue 09:00-10:00",
        "fri-mon 09:00-10:00 | mon,fri-sun 09:00-10:00",
        "tue 13:00-14:00 09:00-10:00 | tue 09:00-10:00,13:00-14:00",
        "mon 09:00-10:00; mon 10:00-11:00 | mon 09:00-10:00,10:00-11:00",
        "Closed | closed",
      })
  void writesHoursInOneWay(String given, String written) {
    assertThat(WeekText.print(WeekText.parse(given)))
        .isEqualTo(written.equals("same") ? given : written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mon-fri 9-17 | \"9-17\" at character 9 is wrong: its start must be a time like 09:00",
        "mon-fri 09:00-25:00 | \"09:00-25:00\" at character 9 is wrong: its end must be a time",
        "mon 17:00-09:00 | past midnight, give the rest to the next day",
        "mon 09:00-17:00; monkey 09:00-10:00 | \"monkey\" at character 18 is no day",
        "09:00-17:00 | \"09:00-17:00\" at character 1 has no day before its hours",
        "mon 09:00-17:00; tue | \"tue\" at character 17 has no hours",
        "mon 09:00-10:00 tue 10:00-11:00 | \"tue\" at character 17 stands after hours",
        "mon-fri 09:00-12:00; fri 11:00-13:00 | \"11:00-13:00\" at character 26 overlaps"
            + " 09:00-12:00 on fri",
        "mon 09:00 | \"09:00\" at character 5 is no span of time like 09:00-12:00",
        "mon-tue-wed 09:00-10:00 | is neither a day like mon nor days like mon-fri",
        "; | has no",
        "'' | has no",
      })
  void saysWhatIsWrongAndWhere(String given, String complaint) {
    assertThatThrownBy(() -> WeekText.parse(given))
        .hasMessageContaining("must be weekly hours like " + WeekText.EXAMPLE)
        .hasMessageContaining(complaint);
  }

  @Test
  void readsWhatItWrites() {
    Random random = new Random(20261127);
    for (int i = 0; i < 2000; i++) {
      List<ApiSchedule.Weekly> week = week(random);

      assertThat(WeekText.parse(WeekText.print(week))).isEqualTo(week);
    }
  }

  private static List<ApiSchedule.Weekly> week(Random random) {
    List<ApiSchedule.Weekly> week = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      TreeSet<Integer> ends = new TreeSet<>();
      int spans = random.nextInt(4);
      while (ends.size() < 2 * spans) {
        ends.add(random.nextInt(97) * 15);
      }
      List<Integer> sorted = List.copyOf(ends);
      for (int at = 0; at < sorted.size(); at += 2) {
        week.add(
            new ApiSchedule.Weekly(day.name(), clock(sorted.get(at)), clock(sorted.get(at + 1))));
      }
    }
    return week;
  }

  private static String clock(int minute) {
    return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
  }

  @Test
  void readsTheHoursOfADate() {
    assertThat(DayText.print(DayText.parse("13:00-17:00, 09:00-12:00")))
        .isEqualTo("09:00-12:00,13:00-17:00");
    assertThat(DayText.parse("closed")).isEmpty();
    assertThatThrownBy(() -> DayText.parse("09:00-12:00,noon"))
        .hasMessageContaining("\"noon\" at character 13");
  }
}
