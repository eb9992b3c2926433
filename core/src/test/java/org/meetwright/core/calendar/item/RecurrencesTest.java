package org.meetwright.core.calendar.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meetwright.core.calendar.item.Calendars.calendar;
import static org.meetwright.core.calendar.item.Calendars.event;
import static org.meetwright.core.calendar.item.Calendars.expand;
import static org.meetwright.core.calendar.item.Calendars.read;
import static org.meetwright.core.calendar.item.Calendars.starts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.calendar.item.Recurrences.First;
import org.meetwright.core.time.Interval;

class RecurrencesTest {
  private static final String START = "DTSTART;TZID=America/New_York:20260310T090000";
  private static final String HOUR = "DURATION:PT1H";

  private static ExpandedEvent of1(String... lines) {
    return expand(read(calendar(event("a", lines))).items().getFirst());
  }

  /// Trap 6.
  @ParameterizedTest
  @ValueSource(strings = {"SECONDLY", "MINUTELY", "SECONDLY;INTERVAL=7;BYMONTH=2;BYMONTHDAY=30"})
  void refusesRulesFinerThanHourly(String rule) {
    ExpandedEvent expansion = of1("DTSTART:16010101T090000Z", HOUR, "RRULE:FREQ=" + rule);

    assertThat(expansion.problem()).isEqualTo(ExpandedEvent.Problem.TOO_FINE);
    assertThat(expansion.busy()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "HOURLY;BYMONTH=2;BYMONTHDAY=30",
        "DAILY;COUNT=999999",
        "YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=0,1,2,3,4,5,6,7,8,9;BYMINUTE=0,1,2,3,4,5,6,7,8,9",
      })
  void endsWithinItsBudget(String rule) {
    assertThat(of1("DTSTART:16010101T090000Z", HOUR, "RRULE:FREQ=" + rule).problem())
        .isEqualTo(ExpandedEvent.Problem.PAST_BUDGET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY"})
  void endsForAbsurdIntervals(String unit) {
    assertThat(of1(START, HOUR, "RRULE:FREQ=" + unit + ";INTERVAL=99999999").busy()).hasSize(1);
    assertThat(
            of1(START, HOUR, "RRULE:FREQ=" + unit + ";INTERVAL=999;BYMONTH=2;BYMONTHDAY=30").busy())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FREQ=OFTEN", "BYDAY=MO", "FREQ=DAILY;UNTIL=x", ""})
  void tellsTheFirstTimeOfARuleThatIsNone(String rule) {
    ExpandedEvent expansion = of1(START, HOUR, "RRULE:" + rule);

    assertThat(expansion.problem()).isEqualTo(ExpandedEvent.Problem.BAD_RULE);
    assertThat(expansion.busy()).hasSize(1);
  }

  @Test
  void takesPeriodsAsLongAsTheyAre() {
    ExpandedEvent expansion =
        of1(
            START,
            HOUR,
            "RDATE;VALUE=PERIOD:20260401T100000Z/PT3H,20260402T100000Z/20260402T120000Z");

    assertThat(expansion.busy())
        .extracting(busy -> Duration.between(busy.start(), busy.end()).toHours())
        .containsExactly(1L, 3L, 2L);
  }

  @Test
  void countsTheStartAsTheFirstWhetherItFitsOrNot() {
    assertThat(of1(START, HOUR, "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3").busy())
        .extracting(busy -> busy.start().toString().substring(0, 10))
        .containsExactly("2026-03-10", "2026-03-16", "2026-03-23");
  }

  /// Trap 3.
  @Test
  void tellsNothingOfWhatIsCancelledOrFree() {
    String master = event("a", START, HOUR, "RRULE:FREQ=DAILY;COUNT=3");
    String cancelled =
        event(
            "a", "RECURRENCE-ID:20260311T130000Z", "DTSTART:20260311T130000Z", "STATUS:CANCELLED");
    String free =
        event(
            "a",
            "RECURRENCE-ID:20260312T130000Z",
            "DTSTART:20260312T130000Z",
            HOUR,
            "TRANSP:TRANSPARENT");

    assertThat(starts(read(calendar(master, cancelled, free))))
        .containsExactly("2026-03-10T13:00:00Z");
    assertThat(
            starts(
                read(
                    calendar(
                        event("a", START, HOUR, "STATUS:CANCELLED", "RRULE:FREQ=DAILY"), free))))
        .isEmpty();
    assertThat(
            starts(
                read(
                    calendar(
                        event("a", START, HOUR, "TRANSP:TRANSPARENT", "RRULE:FREQ=DAILY"),
                        event(
                            "a",
                            "RECURRENCE-ID:20260312T130000Z",
                            "DTSTART:20260312T150000Z",
                            HOUR)))))
        .containsExactly("2026-03-12T15:00:00Z");
  }

  @Test
  void cancelsAllThatFollow() {
    String master = event("a", START, HOUR, "RRULE:FREQ=DAILY;COUNT=5");
    String end =
        event(
            "a",
            "RECURRENCE-ID;RANGE=THISANDFUTURE:20260312T130000Z",
            "DTSTART:20260312T130000Z",
            "STATUS:CANCELLED");

    assertThat(starts(read(calendar(master, end))))
        .containsExactly("2026-03-10T13:00:00Z", "2026-03-11T13:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXDATE;VALUE=DATE:20260411",
        "EXDATE:20260411T000000Z",
        "EXDATE;TZID=America/New_York:20260411T000000",
        "EXDATE:20260410T220000Z",
        "EXDATE:20260411",
      })
  void leavesOutDaysHoweverTheyAreWritten(String line) {
    assertThat(of1("DTSTART;VALUE=DATE:20260410", "RRULE:FREQ=DAILY;COUNT=3", line).busy())
        .extracting(busy -> busy.start().toString())
        .containsExactly("2026-04-09T22:00:00Z", "2026-04-11T22:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"20260411", "20260411T000000Z", "20260410T220000Z", "20260411T000000"})
  void repeatsDaysUntilTheLastHoweverItIsWritten(String until) {
    assertThat(of1("DTSTART;VALUE=DATE:20260410", "RRULE:FREQ=DAILY;UNTIL=" + until).busy())
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"20260311", "20260311T130000Z", "20260311T090000"})
  void repeatsTimesUntilTheLastHoweverItIsWritten(String until) {
    assertThat(of1(START, HOUR, "RRULE:FREQ=DAILY;UNTIL=" + until).busy()).hasSize(2);
  }

  @Test
  void tellsTheFirstTimeOfAnEvent() {
    Recurrences recurrences =
        new Recurrences(
            Calendars.BERLIN, new Interval(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)));
    List<CalendarItem> items =
        read(calendar(
                event("a", START, HOUR, "TRANSP:TRANSPARENT"),
                event("b", START, HOUR, "STATUS:CANCELLED"),
                event("c", START)))
            .items();

    assertThat(recurrences.first(items.get(0)))
        .isEqualTo(
            new First.At(
                new Interval(
                    Instant.parse("2026-03-10T13:00:00Z"), Instant.parse("2026-03-10T14:00:00Z"))));
    assertThat(recurrences.first(items.get(1))).isEqualTo(new First.Cancelled());
    assertThat(recurrences.first(items.get(2))).isEqualTo(new First.Unclear());
  }
}
