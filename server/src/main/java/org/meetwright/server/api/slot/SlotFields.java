package org.meetwright.server.api.slot;

import io.helidon.webserver.http.ServerRequest;
import java.time.ZoneId;
import org.meetwright.core.availability.Availability.Slots;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.exchange.Query;

/// What an answer tells of each slot.
enum SlotFields {
  /// `"slots": [{"start": ..., "end": ..., "seatsLeft": ...}]`.
  ALL("slots") {
    @Override
    int longest(int slots) {
      return SlotsText.longest(slots);
    }

    @Override
    int write(Slots slots, ZoneId zone, byte[] into, int at) {
      return SlotsText.write(slots.starts(), slots.ends(), slots.seatsLeft(), zone, into, at);
    }
  },

  /// `"starts": [...]`, a third of the size.
  START("starts") {
    @Override
    int longest(int slots) {
      return "[]".length() + Math.multiplyExact(slots, ",\"\"".length() + OffsetText.LONGEST);
    }

    @Override
    int write(Slots slots, ZoneId zone, byte[] into, int at) {
      OffsetText text = new OffsetText(zone);
      into[at] = '[';
      int next = at + 1;
      for (int i = 0; i < slots.starts().length; i++) {
        if (i > 0) {
          into[next++] = ',';
        }
        into[next++] = '"';
        next = text.write(slots.starts()[i], into, next);
        into[next++] = '"';
      }
      into[next] = ']';
      return next + 1;
    }
  };

  private static final String PARAMETER = "fields";

  private final String key;

  SlotFields(String key) {
    this.key = key;
  }

  /// Returns what a request asks for: all, or the starts alone with `?fields=start`.
  ///
  /// @throws InvalidValueException if it asks for something else
  static SlotFields of(ServerRequest request) {
    String asked = new Query(request).optional(PARAMETER).orElse("");
    return switch (asked) {
      case "" -> ALL;
      case "start" -> START;
      default ->
          throw new InvalidValueException(
              PARAMETER,
              "must be start, or left out for all fields, not "
                  + InvalidValueException.shown(asked));
    };
  }

  /// Returns the key of the array.
  String key() {
    return key;
  }

  /// Returns how many bytes the array of so many slots has at most.
  abstract int longest(int slots);

  /// Writes the array, in ASCII.
  ///
  /// @param at where the array begins; there must be room for [#longest] bytes
  /// @return where it ends, exclusive
  abstract int write(Slots slots, ZoneId zone, byte[] into, int at);
}
