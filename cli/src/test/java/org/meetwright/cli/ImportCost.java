package org.meetwright.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.meetwright.cli.program.Terminal;

/// Imports CSV files of many meetings into an H2 file, one after the other, and exports what is
/// there after the first and after the last. Prints how long each command took, how much of the
/// heap was in use at most, and how much after a collection at its end.
///
/// Its arguments are the number of meetings in a file, and the number of files.
/// `docs/performance.md` has the figures.
public final class ImportCost {
  private static final Instant FIRST = Instant.parse("2030-01-01T00:00:00Z");

  private ImportCost() {}

  /// Measures.
  public static void main(String[] arguments) throws IOException {
    int meetings = Integer.parseInt(arguments[0]);
    int files = Integer.parseInt(arguments[1]);
    Path home = Files.createTempDirectory("meetwright-import");
    run(home, "host add ada --name Ada --email ada@example.org --zone UTC");
    for (int file = 0; file < files; file++) {
      Path csv = write(home.resolve("meetings.csv"), file * meetings, meetings);
      timed("import " + meetings, () -> run(home, "import csv " + csv + " --host ada"));
      if (file == 0) {
        timed("import the same", () -> run(home, "import csv " + csv + " --host ada"));
      }
      if (file == 0 || file == files - 1) {
        for (String format : List.of("csv", "ics", "json")) {
          timed(
              "export " + format + " of " + (file + 1) * meetings,
              () -> run(home, "export " + format));
        }
      }
    }
    delete(home);
    System.exit(0);
  }

  private static Path write(Path csv, int from, int meetings) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(csv)) {
      out.write("Start,Duration,Name,Email,Event Type,Notes,ID\n");
      for (int n = from; n < from + meetings; n++) {
        out.write(
            "%s,15,Bob %d,bob%d@example.com,Intro,What it is about,%d\n"
                .formatted(FIRST.plusSeconds(900L * n), n, n, n));
      }
    }
    return csv;
  }

  private static void timed(String what, Runnable work) {
    List<MemoryPoolMXBean> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    System.gc();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    long start = System.nanoTime();
    work.run();
    long millis = (System.nanoTime() - start) / 1_000_000;
    long most = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    System.gc();
    long left = heap.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    System.out.printf(
        "%-24s %6.1f s, %3d MB at most, %3d MB afterwards%n",
        what, millis / 1000.0, most >> 20, left >> 20);
  }

  private static void run(Path home, String line) {
    int exit =
        MeetwrightCli.run(
            line.split(" ", -1),
            Map.of("MEETWRIGHT_HOME", home.toString()),
            new Terminal(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)),
            Instant::now);
    if (exit != 0) {
      throw new AssertionError(line + " ended with " + exit);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
