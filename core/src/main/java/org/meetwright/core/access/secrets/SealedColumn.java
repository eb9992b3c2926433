package org.meetwright.core.access.secrets;

import java.util.List;
import java.util.UUID;

/// A column of sealed secrets.
///
/// @param id the column with the row's id
record SealedColumn(String table, String id, String column) {
  /// All that there are.
  static final List<SealedColumn> ALL =
      List.of(
          new SealedColumn("second_factor", "host_id", "secret"),
          new SealedColumn("webhook", "id", "secret"),
          new SealedColumn("webhook", "id", "previous_secret"),
          new SealedColumn("calendar_connection", "id", "credentials"),
          new SealedColumn("certificate", "id", "account_key"),
          new SealedColumn("certificate", "id", "private_key"),
          new SealedColumn("calendar_token", "connection_id", "refresh_token"),
          new SealedColumn("calendar_token", "connection_id", "access_token"),
          new SealedColumn("calendar_consent", "id", "verifier"));

  SealedPlace in(UUID row) {
    return new SealedPlace(table, row, column);
  }
}
