package org.meetwright.server.api.slot;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.meetwright.core.availability.Availability.Slots;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.slot.Reason;
import org.meetwright.server.api.exchange.EntityTag;
import org.meetwright.server.load.Memory;

/// Writes the times that can be booked, as the API shows them: `{"zone": ..., "from": ..., "to":
/// ..., "durationMinutes": ..., "slots": [...], "nextFrom": ...}`, with `"starts"` in place of
/// `"slots"` if these alone are asked for, and `"reasons": ["inactive"]` if the event type is
/// switched off. Everything in it is ASCII without a character that JSON would escape, so it is
/// written as it is, without an object a slot.
final class SlotsJson {
  private final Slots slots;
  private final int durationMinutes;
  private final boolean active;
  private final byte[] bytes;
  private final String entityTag;

  private SlotsJson(Slots slots, EventType type, byte[] bytes) {
    this.slots = slots;
    this.durationMinutes = type.timing().durationMinutes();
    this.active = type.active();
    this.bytes = bytes;
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, bytes.length);
    this.entityTag = entityTag(slots.revision(), sum.getValue(), bytes.length);
  }

  /// Writes the answer.
  static SlotsJson of(RequestedDates dates, Slots slots, EventType type, SlotFields fields) {
    byte[] before = before(dates, type.timing().durationMinutes(), fields);
    byte[] after = after(slots, type);
    byte[] bytes = new byte[before.length + fields.longest(slots.starts().length) + after.length];
    System.arraycopy(before, 0, bytes, 0, before.length);
    int end = fields.write(slots, dates.zone(), bytes, before.length);
    System.arraycopy(after, 0, bytes, end, after.length);
    return new SlotsJson(slots, type, Arrays.copyOf(bytes, end + after.length));
  }

  static byte[] before(RequestedDates dates, int durationMinutes, SlotFields fields) {
    String text =
        "{\"zone\":\""
            + dates.zone().getId()
            + "\",\"from\":\""
            + dates.from()
            + "\",\"to\":\""
            + dates.to()
            + "\",\"durationMinutes\":"
            + durationMinutes
            + ",\""
            + fields.key()
            + "\":";
    return text.getBytes(US_ASCII);
  }

  static byte[] after(Slots slots, EventType type) {
    LocalDate next = slots.nextFrom();
    String text = next == null ? "null" : "\"" + next + "\"";
    String reasons =
        reasons(type).isEmpty()
            ? ""
            : ",\"reasons\":[\"" + String.join("\",\"", reasons(type)) + "\"]";
    return (",\"nextFrom\":" + text + reasons + "}").getBytes(US_ASCII);
  }

  /// Returns the codes of what keeps an event type from being booked at any time.
  static List<String> reasons(EventType type) {
    return type.active() ? List.of() : List.of(Reason.Code.INACTIVE.word());
  }

  /// Returns the entity tag (RFC 9110): the revision, which no change leaves as it was, and a sum
  /// of what is said, since time alone takes slots away. It is a weak one: the answer may be
  /// compressed.
  static String entityTag(long revision, long sum, int length) {
    return "W/\"%x-%x-%x\"".formatted(revision, sum, length);
  }

  /// Returns whether it says the same as would be written of other slots, for the same question.
  boolean tells(Slots others, EventType type) {
    return slots.revision() == others.revision()
        && durationMinutes == type.timing().durationMinutes()
        && active == type.active()
        && Objects.equals(slots.nextFrom(), others.nextFrom())
        && Arrays.equals(slots.starts(), others.starts())
        && Arrays.equals(slots.ends(), others.ends())
        && Arrays.equals(slots.seatsLeft(), others.seatsLeft());
  }

  /// Returns roughly how much memory it takes, in bytes.
  int weight() {
    return bytes.length + 20 * slots.starts().length + 300;
  }

  /// Answers with it, or that the client has it already.
  void send(ServerRequest request, ServerResponse response) {
    send(
        request,
        response,
        entityTag,
        () -> Memory.send(response.header(HeaderValues.CONTENT_TYPE_JSON), bytes));
  }

  /// Sends a body, unless the client has it already.
  static void send(
      ServerRequest request, ServerResponse response, String entityTag, Runnable sendBody) {
    response
        .header(HeaderNames.ETAG, entityTag)
        .header(HeaderNames.CACHE_CONTROL, "no-cache")
        .header(HeaderNames.VARY, "Accept-Encoding");
    if (EntityTag.isKnown(request, entityTag)) {
      response.status(Status.NOT_MODIFIED_304).send();
    } else {
      sendBody.run();
    }
  }

  @Override
  public String toString() {
    return new String(bytes, US_ASCII);
  }
}
