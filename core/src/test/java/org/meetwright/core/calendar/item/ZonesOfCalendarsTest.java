package org.meetwright.core.calendar.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meetwright.core.calendar.item.Calendars.calendar;
import static org.meetwright.core.calendar.item.Calendars.event;
import static org.meetwright.core.calendar.item.Calendars.expand;
import static org.meetwright.core.calendar.item.Calendars.read;
import static org.meetwright.core.calendar.item.Calendars.starts;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Traps 1 and 2, and what comes first of the ways to name a zone.
class ZonesOfCalendarsTest {
  private static String at(String zone) {
    return event("a", "DTSTART;TZID=" + zone + ":20260310T090000", "DURATION:PT1H");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Europe/Paris|08",
        "europe/paris|08",
        "America/New York|13",
        "/mozilla.org/20070129_1/America/New_York|13",
        "/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires|12",
        "tzone://Microsoft/Utc|09",
        "\"Eastern Standard Time\"|13",
        "W. Europe Standard Time|08",
        "india standard time|03",
        "UTC-11|20",
        "GMT-0500|14",
        "GMT+05:30|03",
        "UTC|09",
        "Etc/GMT+5|14",
        "\"London, Lisbon\"|09",
        "\"(UTC+01:00) Amsterdam, Berlin, Bern\"|08",
        "(UTC+01:00) Amsterdam\\, Berlin\\, Bern|08",
      })
  void areFoundByName(String zone, String hour) {
    CalendarItem item = read(calendar(at(zone))).items().getFirst();

    assertThat(expand(item).busy().getFirst().start().toString())
        .isEqualTo(
            "2026-03-10T"
                + hour
                + (zone.contains("05:30") || zone.startsWith("india") ? ":30:00Z" : ":00:00Z"));
    assertThat(expand(item).unknownZones()).isEmpty();
  }

  @Test
  void areReadInTheCalendarsIfNobodyKnowsThem() {
    CalendarItem item = read(calendar(at("Mars/Olympus"))).items().getFirst();

    assertThat(expand(item).busy().getFirst().start().toString()).isEqualTo("2026-03-10T08:00:00Z");
    assertThat(expand(item).unknownZones()).containsExactly("Mars/Olympus");
  }

  private static String definition(String name, String offset, String... lines) {
    return "BEGIN:VTIMEZONE\r\nTZID:"
        + name
        + "\r\n"
        + String.join("\r\n", lines)
        + "\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:"
        + offset
        + "\r\nTZOFFSETTO:"
        + offset
        + "\r\nEND:STANDARD\r\nEND:VTIMEZONE";
  }

  @Test
  void areThoseOfTheirDefinitionOnlyIfTheNameMeansNothing() {
    assertThat(starts(read(calendar(definition("Europe/Paris", "-0300"), at("Europe/Paris")))))
        .containsExactly("2026-03-10T08:00:00Z");
    assertThat(starts(read(calendar(definition("Home", "-0300"), at("Home")))))
        .containsExactly("2026-03-10T12:00:00Z");
    assertThat(starts(read(calendar(definition("GMT-0500", "-0300"), at("GMT-0500")))))
        .containsExactly("2026-03-10T12:00:00Z");
    assertThat(
            starts(
                read(
                    calendar(
                        definition("Home", "-0300", "X-LIC-LOCATION:Asia/Tokyo"), at("Home")))))
        .containsExactly("2026-03-10T00:00:00Z");
  }

  @Test
  void mayBeDefinedAfterTheirUse() {
    assertThat(starts(read(calendar(at("Home"), definition("Home", "-0300")))))
        .containsExactly("2026-03-10T12:00:00Z");
  }

  @Test
  void areUnknownIfTheirDefinitionIsBroken() {
    IcsReading.Read read = read(calendar(definition("Home", "three hours"), at("Home")));

    assertThat(expand(read.items().getFirst()).unknownZones()).containsExactly("Home");
    assertThat(read.unreadable()).isZero();
  }

  @Test
  void ofWindowsAreAllKnown() throws Exception {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    Recurrences.class.getResourceAsStream("zone/windows-zones.txt")),
                StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().filter(line -> !line.startsWith("#")).toList();

      assertThat(lines).hasSize(139);
      assertThat(lines)
          .allSatisfy(
              line -> {
                String[] pair = line.split("=", -1);
                if (pair[0].equals("UTC")) {
                  return; // A name of the IANA database, which comes first.
                }
                assertThat(ZoneId.of(pair[1])).isNotNull();
                String text = read(calendar(at(pair[0]))).items().getFirst().text();
                assertThat(text).contains("TZID=\"" + pair[1] + "\"");
              });
    }
  }
}
