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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.meetwright.core.time.Interval;

/// The rules that libical publishes with their times. They lie beside the project, and may not be
/// there.
class LibicalRecurrencesTest {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final String WEEK_53 =
      "lib-recur takes week 53 of a year that has none for week 1 of the next.";
  private static final String POSITIONS =
      "lib-recur counts positions in the first year from the start, not from the year's begin.";
  private static final String INTERVAL =
      "lib-recur counts intervals from the start's year, libical from the year of its week.";
  private static final String SELDOM =
      "Hours that are months apart are not searched for: past the budget, and said to be.";
  private static final String MANY = "69,632 times a month: past the budget, and said to be.";

  /// Rules whose times we tell otherwise, and why.
  private static final Map<String, String> DIFFERENT = differences();

  private static Map<String, String> differences() {
    return Map.ofEntries(
        Map.entry("FREQ=HOURLY;BYHOUR=12;BYYEARDAY=-366;COUNT=3 from 20120101T120000", SELDOM),
        Map.entry(
            "FREQ=YEARLY;BYWEEKNO=53;BYDAY=TU,SA;UNTIL=20170101T000000Z from 20130101T000000",
            WEEK_53),
        Map.entry(
            "FREQ=HOURLY;BYHOUR=0;BYYEARDAY=360,-2;UNTIL=20260101T000000 from 20251220T000000",
            SELDOM),
        Map.entry(
            "FREQ=YEARLY;BYYEARDAY=1,2,3,4,5,6,7;BYSETPOS=3,2;COUNT=4 from 20240102", POSITIONS),
        Map.entry(
            "FREQ=YEARLY;BYYEARDAY=1,2,3,4,5,6,7;BYSETPOS=3,2;COUNT=4 from 20240103", POSITIONS),
        Map.entry(
            "FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYMONTHDAY=29;BYSETPOS=3,2;COUNT=4 from"
                + " 20240229T120000",
            POSITIONS),
        Map.entry(
            "FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17;BYHOUR=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16;BYMINUTE=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16;BYSECOND=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16;BYSETPOS=1,-1;COUNT=4"
                + " from 20250101T010101",
            MANY),
        Map.entry("FREQ=YEARLY;BYWEEKNO=53;BYDAY=TH;COUNT=1 from 20270103T000000Z", WEEK_53),
        Map.entry(
            "FREQ=YEARLY;BYWEEKNO=53;INTERVAL=6;BYDAY=TH;COUNT=1 from 20270103T000000Z", WEEK_53),
        Map.entry(
            "FREQ=YEARLY;BYWEEKNO=53;INTERVAL=5;BYDAY=TH;COUNT=1 from 20270103T000000Z", WEEK_53),
        Map.entry(
            "FREQ=YEARLY;BYWEEKNO=53;BYDAY=TU,SA;INTERVAL=6;UNTIL=20170101T000000Z from"
                + " 20100102T000000",
            WEEK_53),
        Map.entry(
            "FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO,TU;INTERVAL=3;UNTIL=20320101 from 20241231",
            INTERVAL));
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
    for (String block : Files.readString(file()).split("\n\\s*\n", -1)) {
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
    String begin = start.replace("Z", "");
    // We count the start among the times, and as the first of COUNT, as RFC 5545 says; libical
    // tells
    // those of the rule alone. START-AT is where libical begins to search, in either direction.
    boolean fits = expected.contains(begin);
    String counted = fits ? rule : oneMore(rule);
    String text =
        Calendars.calendar(
            Calendars.event("a", "DTSTART:" + start, "DURATION:PT1S", "RRULE:" + counted));
    CalendarItem item = Calendars.read(text).items().getFirst();
    Instant last = instant(expected.getLast());
    Instant end = last.plusSeconds(1);
    ExpandedEvent expansion =
        new Recurrences(ZoneId.of("UTC"), new Interval(instant(start), end)).expand(item);
    List<String> told = new ArrayList<>();
    for (BusySpan busy : expansion.busy()) {
      String time = FORM.format(busy.start());
      told.add(start.length() == 8 ? time.substring(0, 8) : time);
    }
    if (!fits) {
      told.remove(begin);
    }
    boolean finer = rule.startsWith("FREQ=SECONDLY") || rule.startsWith("FREQ=MINUTELY");
    if (finer ? expansion.problem() != ExpandedEvent.Problem.TOO_FINE : !told.equals(expected)) {
      wrong.put(
          rule + " from " + start,
          "\n  told " + cut(told) + " " + expansion.problem() + "\n  not  " + cut(expected));
    }
  }

  private static String oneMore(String rule) {
    Matcher matcher = Pattern.compile("COUNT=([0-9]+)").matcher(rule);
    return matcher.replaceFirst(found -> "COUNT=" + (Integer.parseInt(found.group(1)) + 1));
  }

  private static String cut(List<String> times) {
    return times.size() + " " + times.subList(0, Math.min(6, times.size()));
  }

  private static Instant instant(String text) {
    String time = text.replace("Z", "");
    return FORM.parse(time.length() == 8 ? time + "T000000" : time, Instant::from);
  }
}
