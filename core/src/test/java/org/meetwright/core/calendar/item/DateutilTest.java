package org.meetwright.core.calendar.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.time.Interval;
import tools.jackson.databind.json.JsonMapper;

/// Random rules with exceptions, told by us and by python's dateutil, whatever the JVM's locale.
@Isolated("It sets the locale")
class DateutilTest {
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final int COUNT = 2_000;
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
  private static final List<String> ZONES =
      List.of(
          "America/New_York",
          "Europe/Berlin",
          "Australia/Lord_Howe",
          "Asia/Kolkata",
          "America/St_Johns",
          "America/Sao_Paulo",
          "Pacific/Apia",
          "Africa/Casablanca",
          "Asia/Tokyo",
          "Europe/London",
          "America/Santiago",
          "UTC");
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2028-01-01T00:00:00Z");

  @TempDir private Path directory;
  private Locale before = Locale.ROOT;

  private record Case(
      String zone,
      String start,
      String rule,
      int count,
      long last,
      List<Long> without,
      List<Long> also,
      long from,
      long until) {}

  @BeforeEach
  void keepTheLocale() {
    before = Locale.getDefault();
  }

  @AfterEach
  void setTheLocaleBack() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "en-US", "ar-EG"})
  void tellsTheSameTimes(String locale) throws Exception {
    assumeTrue(hasDateutil(), "Debian's python3-dateutil is not installed");
    Locale.setDefault(Locale.forLanguageTag(locale));
    Random random = new Random(20260310);
    List<Case> cases = new ArrayList<>();
    List<List<Long>> told = new ArrayList<>();
    StringBuilder input = new StringBuilder();
    for (int i = 0; i < COUNT; i++) {
      Case made = make(random, told);
      cases.add(made);
      input.append(JsonMapper.shared().writeValueAsString(made)).append('\n');
    }
    List<String> answers = ask(input.toString());
    assertThat(answers).hasSize(COUNT);
    List<String> different = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      List<Long> expected = new ArrayList<>();
      JsonMapper.shared().readTree(answers.get(i)).forEach(time -> expected.add(time.asLong()));
      if (!expected.equals(told.get(i))) {
        different.add(
            cases.get(i).toString().replaceAll("without.*", "")
                + "\n  told "
                + first(told.get(i), expected)
                + "\n  not  "
                + first(expected, told.get(i)));
      }
    }
    assertThat(different).isEmpty();
    assertThat(told).filteredOn(times -> times.size() > 1).hasSizeGreaterThan(COUNT * 3 / 4);
  }

  private static String first(List<Long> these, List<Long> others) {
    return these.size()
        + " "
        + these.stream()
            .filter(time -> !others.contains(time))
            .limit(4)
            .map(Instant::ofEpochSecond)
            .toList();
  }

  private static Case make(Random random, List<List<Long>> told) {
    String zone = ZONES.get(random.nextInt(ZONES.size()));
    LocalDateTime start =
        LocalDateTime.of(2025, 1, 1, 0, 0)
            .plusDays(random.nextInt(500))
            .plusMinutes(15L * random.nextInt(96));
    String rule = RandomRules.next(random);
    int count = random.nextInt(4) == 0 ? 1 + random.nextInt(60) : 0;
    long last =
        count == 0 && random.nextInt(4) == 0
            ? UNTIL.getEpochSecond() - 3600L * random.nextInt(12_000)
            : 0;
    String end =
        (count > 0 ? ";COUNT=" + count : "")
            + (last > 0 ? ";UNTIL=" + FORM.format(utc(last)) + "Z" : "");
    List<String> lines = new ArrayList<>();
    String begin = "DTSTART;TZID=" + zone + ":" + FORM.format(start);
    lines.add(Calendars.event("a", begin, "DURATION:PT1M", "RRULE:" + rule + end));
    List<Long> all = expand(lines);
    List<Long> without = new ArrayList<>();
    List<Long> also = new ArrayList<>();
    if (!all.isEmpty()) {
      long left = all.get(random.nextInt(all.size()));
      long moved = all.get(random.nextInt(all.size()));
      without.add(left);
      without.add(moved);
      also.add(moved + 420);
      String away =
          random.nextBoolean()
              ? "EXDATE:" + FORM.format(utc(left)) + "Z"
              : "EXDATE;TZID="
                  + zone
                  + ":"
                  + FORM.format(Instant.ofEpochSecond(left).atZone(ZoneId.of(zone)));
      lines.clear();
      lines.add(Calendars.event("a", begin, "DURATION:PT1M", "RRULE:" + rule + end, away));
      lines.add(
          Calendars.event(
              "a",
              "RECURRENCE-ID:" + FORM.format(utc(moved)) + "Z",
              "DTSTART:" + FORM.format(utc(moved + 420)) + "Z",
              "DURATION:PT1M"));
    }
    told.add(expand(lines));
    return new Case(
        zone,
        FORM.format(start),
        rule,
        count,
        last,
        without,
        also,
        FROM.getEpochSecond(),
        UNTIL.getEpochSecond());
  }

  private static LocalDateTime utc(long second) {
    return LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
  }

  private static List<Long> expand(List<String> events) {
    CalendarItem item =
        Calendars.read(Calendars.calendar(events.toArray(String[]::new))).items().getFirst();
    ExpandedEvent expansion =
        new Recurrences(ZoneId.of("UTC"), new Interval(FROM, UNTIL)).expand(item);
    assertThat(expansion.problem()).as(item.text()).isEqualTo(ExpandedEvent.Problem.NONE);
    TreeSet<Long> starts = new TreeSet<>();
    for (BusySpan busy : expansion.busy()) {
      if (!busy.start().isBefore(FROM)) {
        starts.add(busy.start().getEpochSecond());
      }
    }
    return List.copyOf(starts);
  }

  private static boolean hasDateutil() throws IOException, InterruptedException {
    return Files.isExecutable(PYTHON)
        && new ProcessBuilder(PYTHON.toString(), "-c", "import dateutil.rrule, zoneinfo")
                .redirectErrorStream(true)
                .start()
                .waitFor()
            == 0;
  }

  private List<String> ask(String input) throws Exception {
    Path script = directory.resolve("recurrences.py");
    try (var in =
        Objects.requireNonNull(getClass().getResourceAsStream("/calendars/recurrences.py"))) {
      Files.copy(in, script);
    }
    Path questions = Files.writeString(directory.resolve("questions"), input);
    Path answers = directory.resolve("answers");
    Process python =
        new ProcessBuilder(PYTHON.toString(), script.toString())
            .redirectInput(questions.toFile())
            .redirectOutput(answers.toFile())
            .redirectError(directory.resolve("errors").toFile())
            .start();
    try {
      assertThat(python.waitFor(5, TimeUnit.MINUTES)).isTrue();
    } finally {
      python.destroyForcibly();
    }
    assertThat(Files.readString(directory.resolve("errors"))).isEmpty();
    return Files.readAllLines(answers);
  }
}
