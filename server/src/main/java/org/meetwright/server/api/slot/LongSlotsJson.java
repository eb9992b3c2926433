package org.meetwright.server.api.slot;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.meetwright.core.availability.Availability.Slots;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.server.load.Memory;

/// The answer of [SlotsJson] when there are very many slots: steps of a minute around the clock
/// make megabytes of them. It is written piece by piece, and not cached. The memory is reserved
/// before the search, and until the answer is sent.
record LongSlotsJson(RequestedDates dates, Slots slots, EventType type, SlotFields fields) {
  /// More than a month of steps of five minutes around the clock has.
  static final int MOST_WRITTEN_AS_A_WHOLE = 10_000;

  private static final int SLOTS_IN_A_PIECE = 500;
  private static final long BYTES_PER_SLOT = 20;

  /// Takes the memory for all slots that there may be, if they may be very many.
  ///
  /// @param to inclusive
  /// @throws org.meetwright.core.value.BusyException if others have it
  static Memory.Held hold(EventType type, LocalDate from, LocalDate to) {
    Duration asked = Duration.ofDays(ChronoUnit.DAYS.between(from, to) + 1);
    long slots = asked.toMinutes() / type.timing().stepMinutes();
    return slots > MOST_WRITTEN_AS_A_WHOLE ? Memory.hold(BYTES_PER_SLOT * slots) : Memory.none();
  }

  /// Answers with it, or that the client has it already.
  void send(ServerRequest request, ServerResponse response) {
    SlotsJson.send(request, response, entityTag(), () -> sendPieces(response));
  }

  private void sendPieces(ServerResponse response) {
    response.header(HeaderValues.CONTENT_TYPE_JSON);
    try (OutputStream out = response.outputStream()) {
      writeTo(out);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private String entityTag() {
    CheckedOutputStream sum =
        new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32C());
    try {
      writeTo(sum);
    } catch (IOException nowhere) {
      throw new UncheckedIOException(nowhere);
    }
    return SlotsJson.entityTag(
        slots.revision(), sum.getChecksum().getValue(), slots.starts().length);
  }

  /// Virtual threads are not interrupted: short requests would wait for the whole of a long answer.
  @SuppressWarnings("ThreadPriorityCheck")
  private static void letOthersPast() {
    Thread.yield();
  }

  private Slots piece(int from, int until) {
    return new Slots(
        Arrays.copyOfRange(slots.starts(), from, until),
        Arrays.copyOfRange(slots.ends(), from, until),
        Arrays.copyOfRange(slots.seatsLeft(), from, until),
        slots.nextFrom(),
        slots.revision(),
        slots.absences(),
        slots.fromMemory());
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(SlotsJson.before(dates, type.timing().durationMinutes(), fields));
    byte[] piece = new byte[fields.longest(SLOTS_IN_A_PIECE)];
    for (int from = 0; from < slots.starts().length; from += SLOTS_IN_A_PIECE) {
      int until = Math.min(from + SLOTS_IN_A_PIECE, slots.starts().length);
      int end = fields.write(piece(from, until), dates.zone(), piece, 0);
      // Each piece is an array of its own; together they are one.
      piece[0] = (byte) (from == 0 ? '[' : ',');
      out.write(piece, 0, end - 1);
      letOthersPast();
    }
    out.write(slots.starts().length == 0 ? "[]".getBytes(US_ASCII) : "]".getBytes(US_ASCII));
    out.write(SlotsJson.after(slots, type));
  }
}
