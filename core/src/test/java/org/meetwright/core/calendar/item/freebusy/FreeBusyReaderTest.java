package org.meetwright.core.calendar.item.freebusy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.calendar.item.CalendarItem;

class FreeBusyReaderTest {
  private static final BusyWeeks WEEKS =
      BusyWeeks.around(
          Instant.parse("2026-03-04T00:00:00Z"), Instant.parse("2026-03-12T00:00:00Z"));

  private static String answer(String... lines) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VFREEBUSY\r\nDTSTART:20260302T000000Z\r\n"
        + String.join("\r\n", lines)
        + "\r\nEND:VFREEBUSY\r\nEND:VCALENDAR\r\n";
  }

  private static FreeBusyReading.Read read(String... lines) {
    return (FreeBusyReading.Read) FreeBusyReader.read(answer(lines));
  }

  private static List<String> busy(FreeBusyReading.Read read) {
    return read.busy().stream()
        .map(one -> one.start() + " " + one.end() + (one.tentative() ? " tentative" : ""))
        .toList();
  }

  private static List<String> weeks(String... lines) {
    return WEEKS.items(read(lines).busy()).stream()
        .map(week -> week.uid() + " " + week.text())
        .toList();
  }

  @Test
  void readsBothFormsAndSeveralInALine() {
    assertThat(
            busy(
                read(
                    "FREEBUSY:20260304T090000Z/20260304T100000Z,20260305T090000Z/PT30M",
                    "FREEBUSY;FBTYPE=BUSY:20260306T090000Z/P1DT2H, 20260309T090000Z/P1W ,")))
        .containsExactly(
            "2026-03-04T09:00:00Z 2026-03-04T10:00:00Z",
            "2026-03-05T09:00:00Z 2026-03-05T09:30:00Z",
            "2026-03-06T09:00:00Z 2026-03-07T11:00:00Z",
            "2026-03-09T09:00:00Z 2026-03-16T09:00:00Z");
  }

  @Test
  void readsLinesThatAreFoldedOrInLowerCase() {
    String text =
        answer(
            "freebusy;fbtype=busy-unavailable:20260304t090000z/pt1h",
            "FREEBUSY;FBTYPE=\"BUSY\";X-NOTE=\"a:b;c\":20260305T0900",
            " 00Z/202603",
            "\t05T100000Z");
    FreeBusyReading.Read read =
        (FreeBusyReading.Read)
            FreeBusyReader.read(text.replace("VFREEBUSY", "vFreeBusy").replace("BEGIN", "begin"));

    assertThat(busy(read)).contains("2026-03-05T09:00:00Z 2026-03-05T10:00:00Z");
    assertThat(read.busy()).hasSize(2);
    assertThat(read.unreadable()).isZero();
  }

  @Test
  void knowsWhatIsFreeAndWhatMayBe() {
    assertThat(
            busy(
                read(
                    "FREEBUSY;FBTYPE=FREE:20260304T090000Z/PT1H",
                    "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20260305T090000Z/PT1H",
                    "FREEBUSY;FBTYPE=X-TRAVELLING:20260306T090000Z/PT1H")))
        .containsExactly(
            "2026-03-05T09:00:00Z 2026-03-05T10:00:00Z tentative",
            "2026-03-06T09:00:00Z 2026-03-06T10:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20260304T090000Z",
        "20260304T090000Z/",
        "/20260304T090000Z",
        "20260304T090000/20260304T100000",
        "20260304/20260305",
        "20260304T100000Z/20260304T090000Z",
        "20260304T090000Z/20260304T090000Z",
        "20260304T090000Z/-PT1H",
        "20260304T090000Z/PT0S",
        "20260304T090000Z/PT99999999999H",
        "20261304T090000Z/PT1H",
        "\u0662026304T090000Z/PT1H",
        "tomorrow/PT1H",
        "<b>/<i>"
      })
  void losesAMalformedPeriodAlone(String period) {
    FreeBusyReading.Read read = read("FREEBUSY:" + period + ",20260305T090000Z/PT30M");

    assertThat(busy(read)).containsExactly("2026-03-05T09:00:00Z 2026-03-05T09:30:00Z");
    assertThat(read.unreadable()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>Sign in</html>", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"})
  void believesNothingThatSaysNothing(String text) {
    assertThat(FreeBusyReader.read(text)).isEqualTo(new FreeBusyReading.NoFreeBusy());
  }

  @Test
  void believesNothingThatEndsInTheMiddle() {
    String whole = answer("FREEBUSY:20260304T090000Z/PT1H");
    assertThat(FreeBusyReader.read(whole)).isInstanceOf(FreeBusyReading.Read.class);
    for (String end : new String[] {"END:VFREEBUSY", "END:VCALENDAR"}) {
      assertThat(FreeBusyReader.read(whole.substring(0, whole.indexOf(end))))
          .isEqualTo(new FreeBusyReading.NoFreeBusy());
    }
    assertThat(FreeBusyReader.read(whole.replace("END:VFREEBUSY\r\n", "")))
        .isEqualTo(new FreeBusyReading.NoFreeBusy());
  }

  @Test
  void readsNoMoreThanItKeeps() {
    String hour = "FREEBUSY:20260304T090000Z/PT1H\r\n";
    int most = FreeBusyReader.MOST_PERIODS;
    assertThat(read(hour.repeat(most)).busy()).hasSize(most);
    assertThat(FreeBusyReader.read(answer(hour.repeat(most + 1))))
        .isEqualTo(new FreeBusyReading.TooLarge());
    assertThat(FreeBusyReader.read(answer("FREEBUSY:x" + ",x".repeat(most))))
        .isEqualTo(new FreeBusyReading.TooLarge());
    // A line that is too long to be kept would lose times that nobody sees.
    assertThat(FreeBusyReader.read(answer("FREEBUSY:20260304T090000Z/PT1H" + ",".repeat(300_000))))
        .isEqualTo(new FreeBusyReading.TooLarge());
    assertThat(FreeBusyReader.read(answer("X:" + "x".repeat(11 << 20))))
        .isEqualTo(new FreeBusyReading.TooLarge());
  }

  @Test
  void saysTheSameOfAWeekHoweverItIsTold() {
    assertThat(
            weeks(
                "FREEBUSY:20260304T110000Z/PT1H",
                "FREEBUSY:20260304T100000Z/20260304T110000Z,20260304T090000Z/PT90M"))
        .isEqualTo(weeks("FREEBUSY:20260304T090000Z/20260304T120000Z"))
        .containsExactly(
            """
            free-busy-2026-03-02 BEGIN:VEVENT
            UID:free-busy-2026-03-02
            DTSTART:20260304T090000Z
            DTEND:20260304T120000Z
            CLASS:PRIVATE
            END:VEVENT
            """);
  }

  @Test
  void keepsOfAbsurdlyLongTimesWhatWasAskedFor() {
    List<CalendarItem> weeks =
        WEEKS.items(
            read(
                    "FREEBUSY:00010101T000000Z/99991231T235959Z",
                    "FREEBUSY:20260301T000000Z/PT99999999H",
                    "FREEBUSY:20000101T000000Z/PT1H,20990101T000000Z/PT1H")
                .busy());

    assertThat(weeks)
        .extracting(CalendarItem::uid)
        .containsExactly("free-busy-2026-03-02", "free-busy-2026-03-09");
    assertThat(weeks.getFirst().text())
        .containsOnlyOnce("BEGIN:VEVENT")
        .contains("DTSTART:20260302T000000Z\nDTEND:20260309T000000Z");
    assertThat(weeks.getLast().text()).contains("DTSTART:20260309T000000Z\nDTEND:20260316T000000Z");
  }

  @Test
  void cutsTimesAtTheEndsOfWeeks() {
    assertThat(weeks("FREEBUSY;FBTYPE=BUSY-TENTATIVE:20260308T230000Z/20260309T010000Z"))
        .hasSize(2)
        .allMatch(week -> week.contains("STATUS:TENTATIVE"))
        .anyMatch(week -> week.contains("DTEND:20260309T000000Z"))
        .anyMatch(week -> week.contains("DTSTART:20260309T000000Z"));
    Instant monday = Instant.parse("2026-03-02T00:00:00Z");
    assertThat(BusyWeeks.around(monday, monday.plusSeconds(1)))
        .isEqualTo(BusyWeeks.around(monday, monday.plusSeconds(7 * 86_400)))
        .isEqualTo(new BusyWeeks(monday, monday.plusSeconds(7 * 86_400)));
  }
}
