package org.meetwright.core.database;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;

/// Makes ids: UUIDs of version 7 (RFC 9562), which grow with time and so keep indexes compact.
public final class Ids {
  private static final TimeBasedEpochRandomGenerator GENERATOR =
      Generators.timeBasedEpochRandomGenerator();

  private Ids() {}

  /// Returns an id that no other row has.
  public static UUID next() {
    return GENERATOR.generate();
  }
}
