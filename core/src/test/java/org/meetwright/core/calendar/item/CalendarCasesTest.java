package org.meetwright.core.calendar.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.meetwright.core.time.Interval;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Nasty events, and the times that RFC 5545 says they take. Where the list says otherwise than we
/// do, `ours` has what we say and `why` the reason.
class CalendarCasesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  @TestFactory
  Stream<DynamicTest> takeTheTimesThatTheStandardSays() throws Exception {
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("/calendars/cases.json"))) {
      JsonNode cases = JsonMapper.shared().readTree(in);
      assertThat(cases.size()).isEqualTo(51);
      List<DynamicTest> tests = new ArrayList<>();
      for (JsonNode each : cases) {
        tests.add(DynamicTest.dynamicTest(each.get("name").asString(), () -> check(each)));
      }
      return tests.stream();
    }
  }

  private static void check(JsonNode each) {
    List<String> expected = new ArrayList<>();
    (each.has("ours") ? each.get("ours") : each.get("busy"))
        .forEach(time -> expected.add(time.asString()));
    assertThat(told(each)).isEqualTo(expected);
  }

  private static List<String> told(JsonNode each) {
    IcsReading.Read read =
        (IcsReading.Read) new IcsReader(java.util.Set.of()).read(each.get("ics").asString());
    assertThat(read.unreadable()).isZero();
    Recurrences recurrences =
        new Recurrences(BERLIN, new Interval(day(each, "from"), day(each, "to")));
    List<String> told = new ArrayList<>();
    for (CalendarItem item : read.items()) {
      ExpandedEvent expansion = recurrences.expand(item);
      expansion
          .busy()
          .forEach(busy -> told.add(FORM.format(busy.start()) + "/" + FORM.format(busy.end())));
      if (!expansion.unknownZones().isEmpty()) {
        told.add("unknown zone " + expansion.unknownZones());
      }
      if (expansion.problem() != ExpandedEvent.Problem.NONE) {
        told.add(expansion.problem().name());
      }
    }
    return told;
  }

  private static java.time.Instant day(JsonNode each, String field) {
    return LocalDate.parse(each.get(field).asString(), DateTimeFormatter.BASIC_ISO_DATE)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }
}
