package org.meetwright.core.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Changes the lines of a backup as somebody would who knows its format: its checksums are right
/// again.
final class BackupLinesEdit {
  private BackupLinesEdit() {}

  static void edit(Path file, UnaryOperator<String> change) {
    try {
      List<String> lines = new ArrayList<>();
      RowSum sum = new RowSum("");
      for (String line : read(file)) {
        String changed = change.apply(line);
        if (line.startsWith("{\"table\":")) {
          sum = new RowSum("");
        } else if (line.startsWith("[")) {
          sum.add(changed.getBytes(StandardCharsets.US_ASCII));
        } else if (line.startsWith("{\"rows\":")) {
          changed =
              "{\"rows\":%d,\"checksum\":\"%s\"}"
                  .formatted(sum.report().rows(), sum.report().checksum());
        }
        lines.add(changed);
      }
      String before = String.join("\n", lines.subList(0, lines.size() - 1)) + "\n";
      String all =
          HexFormat.of()
              .formatHex(RowSum.sha256().digest(before.getBytes(StandardCharsets.US_ASCII)));
      String end = lines.getLast().replaceFirst("[0-9a-f]{64}", all);
      try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
        out.write((before + end + "\n").getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static List<String> read(Path file) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    }
  }
}
