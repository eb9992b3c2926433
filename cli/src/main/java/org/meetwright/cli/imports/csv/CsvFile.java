package org.meetwright.cli.imports.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meetwright.cli.imports.reading.Document;
import org.meetwright.cli.program.Failure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/// A CSV file with a heading.
///
/// @param name of the file
/// @param heading as it is written
/// @param rows each with as many cells as the heading
record CsvFile(String name, List<String> heading, List<CsvRow> rows) {
  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

  /// Reads a file.
  ///
  /// @throws Failure if it breaks off, or a row has more or fewer cells than the heading
  static CsvFile read(Document document) {
    List<List<String>> lines = lines(document);
    if (lines.isEmpty()) {
      throw new Failure(
          document.name() + " is empty. Nothing was imported; a heading is needed, then rows.");
    }
    List<String> heading = lines.getFirst().stream().map(String::strip).toList();
    List<CsvRow> rows = new ArrayList<>();
    for (int number = 1; number < lines.size(); number++) {
      List<String> cells = lines.get(number);
      boolean blank = cells.stream().allMatch(String::isBlank);
      if (!blank && cells.size() != heading.size()) {
        throw new Failure(
            document.name()
                + ": row "
                + (number + 1)
                + " has "
                + cells.size()
                + " cells, and the heading has "
                + heading.size()
                + ". Nothing was imported; mend the row, or export the file again.");
      }
      if (!blank) {
        rows.add(new CsvRow(document.name(), number + 1, heading, cells));
      }
    }
    return new CsvFile(document.name(), heading, rows);
  }

  private static List<List<String>> lines(Document document) {
    CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator(document.text()));
    List<List<String>> lines = new ArrayList<>();
    try (MappingIterator<List<String>> all =
        CSV.readerForListOf(String.class).with(schema).readValues(document.text())) {
      while (all.hasNextValue()) {
        lines.add(all.nextValue().stream().map(cell -> cell == null ? "" : cell).toList());
      }
    } catch (JacksonException broken) {
      throw new Failure(
          document.name()
              + " breaks off, or is no CSV, after row "
              + lines.size()
              + ". Nothing was imported; export it again.",
          broken);
    }
    return lines;
  }

  private static char separator(String text) {
    String first = text.lines().findFirst().orElse("");
    for (char separator : new char[] {'\t', ';'}) {
      if (count(first, separator) > count(first, ',')) {
        return separator;
      }
    }
    return ',';
  }

  private static long count(String text, char searched) {
    return text.chars().filter(character -> character == searched).count();
  }

  /// Returns a heading's word without what is written one way or another.
  static String plain(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
