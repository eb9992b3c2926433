package org.meetwright.server.api.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.availability.Availability.Slots;
import org.meetwright.core.value.Ids;

class SlotsJsonTest {
  private final EventTypeBuilder type = new EventTypeBuilder(Ids.next());
  private static final LocalDate FROM = LocalDate.parse("2026-03-29");
  private static final LocalDate TO = LocalDate.parse("2026-03-30");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static RequestedDates dates(ZoneId zone) {
    return new RequestedDates(FROM, TO, zone);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 499, 500, 501, 1000, 2345})
  void writesTheSamePieceByPiece(int number) throws IOException {
    long first = Instant.parse("2026-03-28T12:00:00Z").getEpochSecond();
    long[] starts = IntStream.range(0, number).mapToLong(i -> first + i * 60L).toArray();
    long[] ends = IntStream.range(0, number).mapToLong(i -> first + i * 60L + 900).toArray();
    int[] seats = IntStream.range(0, number).map(i -> 1 + i % 3).toArray();
    Slots slots = new Slots(starts, ends, seats, LocalDate.of(2026, 3, 31), 7, List.of(), true);
    ByteArrayOutputStream pieces = new ByteArrayOutputStream();
    for (SlotFields fields : SlotFields.values()) {
      pieces.reset();
      new LongSlotsJson(dates(BERLIN), slots, type.build(), fields).writeTo(pieces);
      assertThat(SlotsJson.of(dates(BERLIN), slots, type.build(), fields))
          .hasToString(pieces.toString(StandardCharsets.US_ASCII));
    }
  }

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
            List.of(),
            true);
    assertThat(SlotsJson.of(dates(BERLIN), slots, type.build(), SlotFields.ALL))
        .hasToString(
            """
            {"zone":"Europe/Berlin","from":"2026-03-29","to":"2026-03-30","durationMinutes":30,\
            "slots":[\
            {"start":"2026-03-29T01:45:00+01:00","end":"2026-03-29T03:15:00+02:00","seatsLeft":1},\
            {"start":"2026-03-29T03:00:00+02:00","end":"2026-03-29T03:45:00+02:00","seatsLeft":12}\
            ],"nextFrom":"2026-03-31"}\
            """);
    assertThat(SlotsJson.of(dates(BERLIN), slots, type.build(), SlotFields.START))
        .hasToString(
            """
            {"zone":"Europe/Berlin","from":"2026-03-29","to":"2026-03-30","durationMinutes":30,\
            "starts":["2026-03-29T01:45:00+01:00","2026-03-29T03:00:00+02:00"],\
            "nextFrom":"2026-03-31"}\
            """);
  }

  @Test
  void saysThatAnEventTypeIsSwitchedOff() {
    Slots none = new Slots(new long[0], new long[0], new int[0], null, 7, List.of(), false);
    assertThat(SlotsJson.of(dates(ZoneId.of("UTC")), none, type.inactive().build(), SlotFields.ALL))
        .hasToString(
            """
            {"zone":"UTC","from":"2026-03-29","to":"2026-03-30","durationMinutes":30,\
            "slots":[],"nextFrom":null,"reasons":["inactive"]}\
            """);
  }
}
