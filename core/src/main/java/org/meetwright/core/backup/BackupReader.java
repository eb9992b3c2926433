package org.meetwright.core.backup;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.backup.BackupLines.End;
import org.meetwright.core.backup.BackupLines.TableBegin;
import org.meetwright.core.backup.BackupLines.TableEnd;
import org.meetwright.core.backup.BackupReport.TableReport;
import tools.jackson.core.JacksonException;

/// Reads the lines of a backup, and checks everything that can be checked of them. Each of its
/// methods throws a [BackupException] if the file is not as it was written.
final class BackupReader implements AutoCloseable {
  private static final Set<String> END_OF_TABLE = Set.of("rows", "checksum");
  private static final Set<String> END = Set.of("tables", "checksum");

  private final Path file;
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final MessageDigest all = RowSum.sha256();
  private final List<TableReport> tables = new ArrayList<>();
  private final BackupHead head;
  private RowSum sum = new RowSum("");
  private int at;
  private int filled;

  /// @param in what the file holds, decrypted and unpacked
  BackupReader(Path file, InputStream in) throws IOException {
    this.file = file;
    this.in = in;
    this.head = readHead();
  }

  private BackupHead readHead() throws IOException {
    byte[] line = line();
    try {
      if (BackupLines.keys(line).contains("format")) {
        BackupHead read = BackupLines.read(line, BackupHead.class);
        if (read.format().equals(BackupHead.FORMAT) && read.version() <= BackupHead.VERSION) {
          return read;
        }
        if (read.format().equals(BackupHead.FORMAT)) {
          throw new BackupException(
              "The file " + file + " is from a newer Meetwright; install that one to read it.");
        }
      }
    } catch (JacksonException noHead) {
      // As when it has another format.
    }
    throw new BackupException("The file " + file + " is not a backup of Meetwright.");
  }

  BackupHead head() {
    return head;
  }

  /// Returns the next table; null at the end of the file.
  @Nullable TableBegin next() throws IOException {
    String before = HexFormat.of().formatHex(copyOfAll().digest());
    byte[] line = line();
    try {
      if (!BackupLines.keys(line).equals(END)) {
        TableBegin begin = BackupLines.read(line, TableBegin.class);
        sum = new RowSum(begin.table());
        return begin;
      }
      End end = BackupLines.read(line, End.class);
      if (!end.checksum().equals(before) || end.tables() != tables.size()) {
        throw BackupException.damaged(file, "its checksum is another");
      }
    } catch (JacksonException broken) {
      throw BackupException.damaged(file, "a line is not what it should be");
    }
    if (at < filled || in.read() >= 0) {
      throw BackupException.damaged(file, "it goes on after its end");
    }
    return null;
  }

  /// Returns the next row of the table; null at its end.
  @Nullable List<@Nullable Object> row() throws IOException {
    byte[] line = line();
    try {
      if (line.length > 0 && line[0] == '[') {
        sum.add(line);
        return BackupLines.row(line);
      }
      if (BackupLines.keys(line).equals(END_OF_TABLE)) {
        end(BackupLines.read(line, TableEnd.class));
        return null;
      }
    } catch (JacksonException broken) {
      // As any other line.
    }
    throw BackupException.damaged(file, "a row is not what it should be");
  }

  private void end(TableEnd end) {
    TableReport found = sum.report();
    if (end.rows() != found.rows() || !end.checksum().equals(found.checksum())) {
      throw BackupException.damaged(file, "the checksum of " + found.table() + " is another");
    }
    tables.add(found);
  }

  /// Returns the tables that were read to their ends.
  List<TableReport> tables() {
    return tables;
  }

  private MessageDigest copyOfAll() {
    try {
      return (MessageDigest) all.clone();
    } catch (CloneNotSupportedException everyPlatformDoes) {
      throw new IllegalStateException(everyPlatformDoes);
    }
  }

  private byte[] line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    while (true) {
      int from = at;
      while (at < filled && buffer[at] != '\n') {
        at++;
      }
      line.write(buffer, from, at - from);
      if (at < filled) {
        at++;
        break;
      }
      if (line.size() > BackupLines.LONGEST) {
        throw BackupException.damaged(file, "a line is too long");
      }
      filled = in.read(buffer);
      at = 0;
      if (filled < 0) {
        filled = 0;
        throw new EOFException("It ends too early");
      }
    }
    byte[] bytes = line.toByteArray();
    all.update(bytes);
    all.update((byte) '\n');
    return bytes;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
