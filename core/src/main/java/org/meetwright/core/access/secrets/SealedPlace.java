package org.meetwright.core.access.secrets;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// The table, row and column of an encrypted secret. It can only be decrypted there, so one row
/// cannot be given another row's secret.
///
/// @param row the id of the row
public record SealedPlace(String table, UUID row, String column) {
  byte[] context() {
    return (table + "|" + row + "|" + column).getBytes(StandardCharsets.UTF_8);
  }
}
