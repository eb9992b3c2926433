package org.meetwright.server.api.slot;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.meetwright.core.availability.Availability.Slots;
import org.meetwright.core.availability.SlotsText;

/// Writes the times that can be booked, as the API tells them: `{"zone": ..., "from": ..., "to":
/// ..., "durationMinutes": ..., "slots": [...], "nextFrom": ...}`. Everything in it is ASCII
/// without a character that JSON would escape, so it is written as it is, without an object a slot.
final class SlotsJson {
  private final byte[] bytes;
  private final int length;
  private final long revision;

  private SlotsJson(byte[] bytes, int length, long revision) {
    this.bytes = bytes;
    this.length = length;
    this.revision = revision;
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
    return new SlotsJson(bytes, end + after.length, slots.revision());
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

  /// Returns the entity tag (RFC 9110): the revision, which no change leaves as it was, and a sum
  /// of what is said, since time alone takes slots away. It is a weak one: the answer may be
  /// compressed.
  String entityTag() {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, length);
    return "W/\""
        + Long.toHexString(revision)
        + "-"
        + Long.toHexString(sum.getValue())
        + "-"
        + Integer.toHexString(length)
        + "\"";
  }

  /// Answers with it, or that the client has it already.
  void send(ServerRequest request, ServerResponse response) {
    String tag = entityTag();
    response
        .header(HeaderNames.ETAG, tag)
        .header(HeaderNames.CACHE_CONTROL, "no-cache")
        .header(HeaderNames.VARY, "Accept-Encoding");
    if (isKnown(request, tag)) {
      response.status(Status.NOT_MODIFIED_304).send();
    } else {
      response.header(HeaderValues.CONTENT_TYPE_JSON).send(bytes, 0, length);
    }
  }

  private static boolean isKnown(ServerRequest request, String tag) {
    return request.headers().contains(HeaderNames.IF_NONE_MATCH)
        && request.headers().values(HeaderNames.IF_NONE_MATCH).stream()
            .flatMap(value -> Arrays.stream(value.split(",")))
            .map(String::strip)
            .anyMatch(known -> known.equals("*") || known.equals(tag));
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, US_ASCII);
  }
}
