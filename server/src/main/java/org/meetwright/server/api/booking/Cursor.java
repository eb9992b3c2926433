package org.meetwright.server.api.booking;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.meetwright.core.booking.Bookings.Position;
import org.meetwright.core.value.InvalidValueException;

/// Where a page of bookings begins, as an opaque text: the start in microseconds and the id of the
/// last booking before it. Bookings that are added or moved meanwhile shift nothing.
public final class Cursor {
  private Cursor() {}

  /// Returns the text of a position.
  public static String print(Position position) {
    ByteBuffer bytes = ByteBuffer.allocate(24);
    bytes.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, position.start()));
    bytes.putLong(position.id().getMostSignificantBits());
    bytes.putLong(position.id().getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /// Reads a position.
  ///
  /// @throws InvalidValueException (field `cursor`) if it is none
  public static Position parse(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (bytes.remaining() == 24) {
        Instant start = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
        return new Position(start, new UUID(bytes.getLong(), bytes.getLong()));
      }
    } catch (IllegalArgumentException notBase64) {
      // Said below.
    }
    throw new InvalidValueException(
        "cursor", "must be a nextCursor of this list, not " + InvalidValueException.shown(text));
  }
}
