package org.meetwright.cli.commands.backup;

import java.util.List;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Table;
import org.meetwright.core.backup.BackupReport;
import org.meetwright.core.backup.BackupReport.TableReport;

/// What is printed of a backup.
///
/// @param keys `included`, `left out`, or `none` if no secret is sealed
record BackupView(
    String file,
    String madeAt,
    String schema,
    String database,
    boolean encrypted,
    String keys,
    long rows,
    List<TableReport> tables) {
  static BackupView of(Object file, BackupReport report) {
    return new BackupView(
        file.toString(),
        report.head().madeAt(),
        report.head().schema(),
        report.head().database(),
        report.encrypted(),
        keys(report),
        report.rows(),
        report.tables());
  }

  private static String keys(BackupReport report) {
    if (report.head().lacksKeys()) {
      return "left out";
    }
    return report.head().keys().isEmpty() ? "none" : "included";
  }

  /// Prints the rows of each table.
  void print(Program program) {
    if (program.options().json()) {
      program.terminal().printJson(this);
      return;
    }
    List<List<String>> rows =
        tables.stream().map(one -> List.of(one.table(), Long.toString(one.rows()))).toList();
    program.terminal().print(new Table(List.of("TABLE", "ROWS"), rows));
  }

  /// Returns how much it is, for a sentence.
  String amount() {
    return "%d rows of %d tables, of %s".formatted(rows, tables.size(), madeAt);
  }
}
