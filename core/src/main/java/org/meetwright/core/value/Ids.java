package org.meetwright.core.value;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Instant;
import java.util.UUID;

/// Makes ids: UUIDs of version 7 (RFC 9562), which grow with time, also within a millisecond, and
/// so keep indexes compact. They are no secrets.
public final class Ids {
  private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

  private Ids() {}

  /// Returns an id that no other row has.
  public static UUID next() {
    return GENERATOR.generate();
  }

  /// Returns when an id was made.
  public static Instant madeAt(UUID id) {
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
  }
}
