package org.meetwright.core.access.secrets;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Where a sealed secret stands. It opens there alone, so rows cannot be given each other's.
///
/// @param row the id of the row
public record SealedPlace(String table, UUID row, String column) {
  byte[] context() {
    return (table + "|" + row + "|" + column).getBytes(StandardCharsets.UTF_8);
  }
}
