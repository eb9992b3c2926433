package org.meetwright.core.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.backup.BackupLines.End;
import org.meetwright.core.backup.BackupLines.TableBegin;
import org.meetwright.core.backup.BackupLines.TableEnd;
import org.meetwright.core.backup.BackupReport.TableReport;
import org.meetwright.core.database.table.DatabaseTable;

/// Writes the lines of a backup.
final class BackupWriter {
  private final OutputStream out;
  private final MessageDigest all = RowSum.sha256();
  private final List<TableReport> tables = new ArrayList<>();
  private RowSum sum = new RowSum("");

  BackupWriter(OutputStream out, BackupHead head) throws IOException {
    this.out = out;
    line(BackupLines.write(head));
  }

  private void line(byte[] line) throws IOException {
    if (line.length > BackupLines.LONGEST) {
      throw new IOException("A row has more than " + BackupLines.LONGEST + " bytes");
    }
    all.update(line);
    all.update((byte) '\n');
    out.write(line);
    out.write('\n');
  }

  void begin(DatabaseTable table) throws IOException {
    sum = new RowSum(table.name());
    line(BackupLines.write(TableBegin.of(table)));
  }

  void row(List<@Nullable Object> row) throws IOException {
    byte[] line = BackupLines.write(row);
    sum.add(line);
    line(line);
  }

  TableReport end() throws IOException {
    TableReport report = sum.report();
    tables.add(report);
    line(BackupLines.write(new TableEnd(report.rows(), report.checksum())));
    return report;
  }

  List<TableReport> finish() throws IOException {
    String checksum = HexFormat.of().formatHex(all.digest());
    line(BackupLines.write(new End(tables.size(), checksum)));
    return tables;
  }
}
