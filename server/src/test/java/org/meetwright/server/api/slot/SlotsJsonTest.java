package org.meetwright.server.api.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.availability.Availability.Slots;
import org.meetwright.core.database.Ids;

class SlotsJsonTest {
  private final EventTypeBuilder type = new EventTypeBuilder(Ids.next());
  private static final LocalDate FROM = LocalDate.parse("2026-03-29");
  private static final LocalDate TO = LocalDate.parse("2026-03-30");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void writesTheWholeAnswer() {
    long start = Instant.parse("2026-03-29T00:45:00Z").getEpochSecond();
    Slots slots =
        new Slots(
            new long[] {start, start + 900},
            new long[] {start + 1800, start + 3600},
            new int[] {1, 12},
            LocalDate.of(2026, 3, 31),
            7,
            true);
    assertThat(SlotsJson.of(slots, FROM, TO, BERLIN, type.build()))
        .hasToString(
            """
            {"zone":"Europe/Berlin","from":"2026-03-29","to":"2026-03-30","durationMinutes":30,\
            "slots":[\
            {"start":"2026-03-29T01:45:00+01:00","end":"2026-03-29T03:15:00+02:00","seatsLeft":1},\
            {"start":"2026-03-29T03:00:00+02:00","end":"2026-03-29T03:45:00+02:00","seatsLeft":12}\
            ],"nextFrom":"2026-03-31"}\
            """);
  }

  @Test
  void saysThatAnEventTypeIsSwitchedOff() {
    Slots none = new Slots(new long[0], new long[0], new int[0], null, 7, false);
    assertThat(SlotsJson.of(none, FROM, TO, ZoneId.of("UTC"), type.inactive().build()))
        .hasToString(
            """
            {"zone":"UTC","from":"2026-03-29","to":"2026-03-30","durationMinutes":30,\
            "slots":[],"nextFrom":null,"reasons":["inactive"]}\
            """);
  }
}
