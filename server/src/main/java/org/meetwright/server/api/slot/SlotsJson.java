package org.meetwright.server.api.slot;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import org.meetwright.core.availability.Availability.Slots;
import org.meetwright.core.availability.SlotsText;

/// Writes the times that can be booked, as the API tells them: `{"zone": ..., "from": ..., "to":
/// ..., "durationMinutes": ..., "slots": [...], "nextFrom": ...}`. Everything in it is ASCII
/// without a character that JSON would escape, so it is written as it is, without an object a slot.
final class SlotsJson {
  private final byte[] bytes;
  private final int length;

  private SlotsJson(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  /// Writes the answer.
  ///
  /// @param from the first date asked for, inclusive, in `zone`
  /// @param to the last date asked for, inclusive, in `zone`
  static SlotsJson of(Slots slots, LocalDate from, LocalDate to, ZoneId zone, int durationMinutes) {
    byte[] before = before(from, to, zone, durationMinutes);
    byte[] after = after(slots);
    byte[] bytes =
        new byte[before.length + SlotsText.longest(slots.starts().length) + after.length];
    System.arraycopy(before, 0, bytes, 0, before.length);
    int end =
        SlotsText.write(
            slots.starts(), slots.seatsLeft(), durationMinutes, zone, bytes, before.length);
    System.arraycopy(after, 0, bytes, end, after.length);
    return new SlotsJson(bytes, end + after.length);
  }

  private static byte[] before(LocalDate from, LocalDate to, ZoneId zone, int durationMinutes) {
    String text =
        "{\"zone\":\""
            + zone.getId()
            + "\",\"from\":\""
            + from
            + "\",\"to\":\""
            + to
            + "\",\"durationMinutes\":"
            + durationMinutes
            + ",\"slots\":";
    return text.getBytes(US_ASCII);
  }

  private static byte[] after(Slots slots) {
    LocalDate next = slots.nextFrom();
    String text = next == null ? "null" : "\"" + next + "\"";
    return (",\"nextFrom\":" + text + "}").getBytes(US_ASCII);
  }

  /// Answers with it.
  void send(ServerResponse response) {
    response.header(HeaderValues.CONTENT_TYPE_JSON);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    response.send(bytes, 0, length);
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, US_ASCII);
  }
}
