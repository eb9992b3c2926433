package org.meetwright.core.calendar.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meetwright.core.calendar.item.Calendars.busy;
import static org.meetwright.core.calendar.item.Calendars.calendar;
import static org.meetwright.core.calendar.item.Calendars.event;
import static org.meetwright.core.calendar.item.Calendars.expand;
import static org.meetwright.core.calendar.item.Calendars.read;
import static org.meetwright.core.calendar.item.Calendars.starts;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IcsReaderTest {
  private static final String START = "DTSTART:20260310T090000Z";
  private static final String HOUR = "DURATION:PT1H";

  @ParameterizedTest
  @ValueSource(strings = {"", "\r\n", "<!DOCTYPE html><html><body>Sign in</body></html>", "{}"})
  void tellsWhatIsNoCalendarFromAnEmptyOne(String text) {
    assertThat(new IcsReader(Set.of()).read(text)).isInstanceOf(IcsReading.NoCalendar.class);
    assertThat(read(calendar()).items()).isEmpty();
  }

  @Test
  void believesNoCalendarThatEndsInTheMiddle() {
    String whole = calendar(event("a", START, HOUR), event("b", START, HOUR));

    assertThat(new IcsReader(Set.of()).read(whole.substring(0, whole.length() - 20)))
        .isInstanceOf(IcsReading.NoCalendar.class);
  }

  @Test
  void readsLinesThatAreFoldedWithinCharacters() throws Exception {
    byte[] text =
        calendar(event("a", START, HOUR, "SUMMARY:Käse für Žižka 🍰"))
            .getBytes(StandardCharsets.UTF_8);
    for (String end : new String[] {"\r\n", "\n"}) {
      ByteArrayOutputStream folded = new ByteArrayOutputStream();
      folded.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
      for (byte each : text) {
        if (each == '\r') {
          continue;
        }
        folded.write(each == '\n' ? end.getBytes(StandardCharsets.UTF_8) : new byte[] {each});
        if (each != '\n') {
          folded.write((end + " ").getBytes(StandardCharsets.UTF_8));
        }
      }
      IcsReading read =
          new IcsReader(Set.of()).read(new ByteArrayInputStream(folded.toByteArray()));

      assertThat(busy((IcsReading.Read) read).getFirst().summary()).isEqualTo("Käse für Žižka 🍰");
    }
  }

  /// Trap 4.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "DTSTART:20260231T090000Z",
        "DTSTART:tomorrow",
        "DTSTART:20260310T250000Z",
        "SUMMARY:No start",
        "DTSTART:20260310T090000Z\r\nDURATION:long",
        "DTSTART:20260310T090000Z\r\nEXDATE:x",
        "DTSTART:٢٠٢٦٠٣١٠T090000Z"
      })
  void losesAMalformedEventAlone(String lines) {
    IcsReading.Read read =
        read(calendar(event("a", START, HOUR), event("bad", lines), event("b", START, HOUR)));

    assertThat(read.items()).extracting(CalendarItem::uid).containsExactly("a", "b");
    assertThat(read.unreadable()).isEqualTo(1);
  }

  @Test
  void losesAnEventWithoutAnEndAlone() {
    IcsReading.Read read =
        read(calendar("BEGIN:VEVENT", "UID:open", START, event("b", START, HOUR), "BEGIN:VEVENT"));

    assertThat(read.items()).extracting(CalendarItem::uid).containsExactly("b");
    assertThat(read.unreadable()).isEqualTo(2);
  }

  @Test
  void looksNotIntoAlarms() {
    IcsReading.Read read =
        read(
            calendar(
                event(
                    "a",
                    "BEGIN:VALARM",
                    "DURATION:PT5M",
                    "SUMMARY:Alarm",
                    "END:VALARM",
                    START,
                    HOUR,
                    "SUMMARY:Dentist")));

    assertThat(busy(read))
        .extracting(BusySpan::summary, span -> span.end().toString())
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Dentist", "2026-03-10T10:00:00Z"));
  }

  @Test
  void keepsTheSameTextWhateverDoesNotMatter() {
    String one = calendar(event("a", START, HOUR, "DTSTAMP:20260101T000000Z", "DESCRIPTION:x"));
    String other = calendar(event("a", "DTSTAMP:20260202T000000Z", HOUR, START));

    assertThat(read(one).items()).isEqualTo(read(other).items());
  }

  @Test
  void keepsTheSameTextInWhateverOrderExceptionsCome() {
    String master = event("a", START, HOUR, "RRULE:FREQ=DAILY");
    String first = event("a", "RECURRENCE-ID:20260311T090000Z", "DTSTART:20260311T100000Z", HOUR);
    String second = event("a", "RECURRENCE-ID:20260312T090000Z", "DTSTART:20260312T100000Z", HOUR);

    assertThat(read(calendar(second, master, first)).items())
        .isEqualTo(read(calendar(master, first, second)).items());
  }

  @Test
  void countsBothOfTwoEventsWithOneUid() {
    assertThat(
            starts(
                read(
                    calendar(
                        event("a", START, HOUR), event("a", "DTSTART:20260311T090000Z", HOUR)))))
        .hasSize(2);
    assertThat(
            starts(
                read(
                    calendar(
                        event("a", START, HOUR, "SEQUENCE:2"),
                        event("a", "DTSTART:20260311T090000Z", HOUR, "SEQUENCE:1")))))
        .containsExactly("2026-03-10T09:00:00Z");
  }

  @Test
  void namesEventsThatHaveNoName() {
    String text = calendar("BEGIN:VEVENT", START, HOUR, "END:VEVENT");

    assertThat(read(text).items()).hasSize(1).isEqualTo(read(text).items());
    assertThat(read(calendar(event("x".repeat(300), START, HOUR))).items().getFirst().uid())
        .hasSizeLessThan(255);
  }

  @Test
  void keepsNothingThatPrivateEventsAreCalled() {
    for (String kind : new String[] {"PRIVATE", "CONFIDENTIAL", "X-HUSH"}) {
      CalendarItem item =
          read(calendar(event("a", START, HOUR, "SUMMARY:Therapy", "CLASS:" + kind)))
              .items()
              .getFirst();

      assertThat(item.text()).doesNotContain("Therapy");
      assertThat(expand(item).busy())
          .singleElement()
          .satisfies(busy -> assertThat(busy.secret()).isTrue());
    }
  }

  @Test
  void keepsNothingThatExceptionsOfPrivateEventsAreCalled() {
    String master = event("a", START, HOUR, "RRULE:FREQ=DAILY;COUNT=2", "CLASS:PRIVATE");
    String moved =
        event(
            "a",
            "RECURRENCE-ID:20260311T090000Z",
            "DTSTART:20260311T100000Z",
            HOUR,
            "SUMMARY:Therapy");

    assertThat(read(calendar(master, moved)).items().getFirst().text()).doesNotContain("Therapy");
  }

  @ParameterizedTest
  @CsvSource({
    "STATUS:CANCELLED, 0, false",
    "STATUS:TENTATIVE, 1, true",
    "TRANSP:TRANSPARENT, 0, false",
    "TRANSP:OPAQUE, 1, false",
    "X-MICROSOFT-CDO-BUSYSTATUS:FREE, 0, false",
    "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE, 1, true",
    "X-MICROSOFT-CDO-BUSYSTATUS:OOF, 1, false",
    "ATTENDEE;PARTSTAT=DECLINED:mailto:Ada@Example.org, 0, false",
    "ATTENDEE;PARTSTAT=TENTATIVE:MAILTO:ada@example.org, 1, true",
    "ATTENDEE;PARTSTAT=DECLINED:mailto:bob@example.org, 1, false",
  })
  void tellsWhatTakesTime(String line, int count, boolean tentative) {
    IcsReading.Read read = read(calendar(event("a", START, HOUR, line)), "ada@example.org");

    assertThat(busy(read)).hasSize(count).allMatch(busy -> busy.tentative() == tentative);
  }

  @Test
  void knowsEventsOfItsOwn() {
    UUID meeting = UUID.fromString("01a21ab6-ff35-70ce-b3f7-0f1cb1ec8b7a");
    CalendarItem item =
        read(calendar(event("a", START, HOUR, "X-MEETWRIGHT-MEETING:" + meeting)))
            .items()
            .getFirst();

    assertThat(item.meeting()).contains(meeting);
    assertThat(read(calendar(event("a", START, HOUR))).items().getFirst().meeting()).isEmpty();
  }

  @Test
  void endsAtItsLimits() throws Exception {
    assertThat(new IcsReader(Set.of()).read(endless("x".repeat(1000))))
        .isInstanceOf(IcsReading.TooLarge.class);
    assertThat(new IcsReader(Set.of()).read(endless("x\n")))
        .isInstanceOf(IcsReading.TooLarge.class);
    assertThat(new IcsReader(Set.of()).read(endless("BEGIN:VEVENT\nUID:a\nEND:VEVENT\n")))
        .isInstanceOf(IcsReading.TooLarge.class);
  }

  /// A calendar that never ends.
  private static InputStream endless(String text) {
    byte[] begin = "BEGIN:VCALENDAR\n".getBytes(StandardCharsets.UTF_8);
    byte[] more = text.getBytes(StandardCharsets.UTF_8);
    return new InputStream() {
      private int at;

      @Override
      public int read() {
        int next = at < begin.length ? begin[at] : more[(at - begin.length) % more.length];
        at++;
        return next;
      }

      @Override
      public int read(byte[] into, int offset, int length) {
        for (int i = 0; i < length; i++) {
          into[offset + i] = (byte) read();
        }
        return length;
      }
    };
  }

  @Test
  void dropsOnlyTheEndOfLinesThatAreTooLong() {
    String attachment = "ATTACH;ENCODING=BASE64:" + "A".repeat(600_000);
    IcsReading.Read read =
        read(
            calendar(
                event("a", attachment, START, HOUR),
                event("b", START, HOUR, "EXDATE:" + "1,".repeat(200_000))));

    assertThat(read.items()).extracting(CalendarItem::uid).containsExactly("a");
    assertThat(read.unreadable()).isEqualTo(1);
  }

  @Test
  void readsWhatTheCalendarIsCalled() {
    IcsReading.Read read =
        read(
            calendar(
                "X-WR-CALNAME:Ada\\, work",
                "X-WR-TIMEZONE:W. Europe Standard Time",
                "X-APPLE-CALENDAR-COLOR:#FF2968FF"));

    assertThat(read.name()).isEqualTo("Ada, work");
    assertThat(read.zone()).isEqualTo(Calendars.BERLIN);
    assertThat(read.color()).isEqualTo("#ff2968");
  }
}
