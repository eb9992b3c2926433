package org.meetwright.core.calendar.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.meetwright.core.time.Interval;

/// The rules that libical publishes with their times. They lie beside the project, and may not be
/// there.
class LibicalRecurrencesTest {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// Rules whose times we tell otherwise, and why.
  private static final Map<String, String> DIFFERENT = differences();

  private static Map<String, String> differences() {
    return Map.of();
  }

  private static Path file() {
    Path beside = Path.of("../shared/calendars/libical-recurrences.txt");
    return Files.exists(beside) ? beside : Path.of("..").resolve(beside);
  }

  @Test
  void haveTheTimesThatLibicalTells() throws Exception {
    assumeTrue(Files.exists(file()), "There is no ../shared/calendars/libical-recurrences.txt");
    Map<String, String> wrong = new TreeMap<>();
    int count = 0;
    for (String block : Files.readString(file()).split("\n\\s*\n")) {
      Map<String, String> lines = new TreeMap<>();
      block
          .lines()
          .filter(line -> !line.startsWith("#") && line.contains(":"))
          .forEach(
              line ->
                  lines.put(
                      line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1)));
      if (lines.containsKey("RRULE")) {
        count++;
        // One says that libical can't tell its times.
        if (!lines.getOrDefault("INSTANCES", "").contains("UNIMPLEMENTED")) {
          check(lines, wrong);
        }
      }
    }
    assertThat(count).isEqualTo(146);
    DIFFERENT.keySet().forEach(rule -> assertThat(wrong).containsKey(rule));
    wrong.keySet().removeAll(DIFFERENT.keySet());
    assertThat(wrong).isEmpty();
  }

  private static void check(Map<String, String> lines, Map<String, String> wrong) {
    List<String> expected =
        List.of(lines.getOrDefault("INSTANCES", "").replace("Z", "").split(","));
    String rule = lines.getOrDefault("RRULE", "");
    String start = lines.getOrDefault("DTSTART", "");
    String first = lines.getOrDefault("START-AT", start);
    String text =
        Calendars.of(Calendars.event("a", "DTSTART:" + start, "DURATION:PT1S", "RRULE:" + rule));
    CalendarItem item = Calendars.read(text).items().getFirst();
    Instant last = instant(expected.getLast());
    Instant end = (last.isBefore(instant(first)) ? instant(first) : last).plusSeconds(1);
    Expansion expansion =
        new Recurrences(ZoneId.of("UTC"), new Interval(instant(first), end)).expand(item);
    List<String> told = new ArrayList<>();
    for (BusySpan busy : expansion.busy()) {
      String time = FORM.format(busy.start());
      told.add(start.length() == 8 ? time.substring(0, 8) : time);
    }
    // We count the start among the times, as RFC 5545 says; libical tells those of the rule.
    String begin = start.replace("Z", "");
    if (!expected.contains(begin)) {
      told.remove(begin);
    }
    boolean finer = rule.startsWith("FREQ=SECONDLY") || rule.startsWith("FREQ=MINUTELY");
    if (finer ? expansion.problem() != Expansion.Problem.TOO_FINE : !told.equals(expected)) {
      wrong.put(
          rule + " from " + start,
          "\n  told " + cut(told) + " " + expansion.problem() + "\n  not  " + cut(expected));
    }
  }

  private static String cut(List<String> times) {
    return times.size() + " " + times.subList(0, Math.min(6, times.size()));
  }

  private static Instant instant(String text) {
    String time = text.replace("Z", "");
    return FORM.parse(time.length() == 8 ? time + "T000000" : time, Instant::from);
  }
}
