package org.meetwright.core.backup;

import java.util.List;

/// What a backup holds.
///
/// @param tables in the order of the file
public record BackupReport(BackupHead head, boolean encrypted, List<TableReport> tables) {
  /// Creates the report.
  public BackupReport {
    tables = List.copyOf(tables);
  }

  /// A table.
  ///
  /// @param checksum the sum of the rows' SHA-256, modulo 2^256, 64 hexadecimal digits: the same in
  ///   any order
  public record TableReport(String table, long rows, String checksum) {}

  /// Returns how many rows there are.
  public long rows() {
    return tables.stream().mapToLong(TableReport::rows).sum();
  }
}
