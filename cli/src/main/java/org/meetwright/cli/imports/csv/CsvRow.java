package org.meetwright.cli.imports.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.program.Failure;
import org.meetwright.core.imports.ImportedMeeting.Answer;
import org.meetwright.core.value.InvalidValueException;

/// A row of a CSV file.
///
/// @param file its name
/// @param number 1 is the heading
record CsvRow(String file, int number, List<String> heading, List<String> cells) {
  /// What export puts an apostrophe before, so that spreadsheets do not compute it.
  private static final Pattern GUARDED =
      Pattern.compile("'[\\s\\p{Z}]*[=+\\-@|%\\t\\r\\n].*", Pattern.DOTALL);

  /// A cell with the name of its column.
  record Cell(String column, String text) {}

  /// Returns the first of some columns that has something in it; null if none has.
  @Nullable Cell cell(List<String> columns) {
    for (String column : columns) {
      for (int at = 0; at < heading.size(); at++) {
        if (CsvFile.plain(heading.get(at)).equals(column) && !cells.get(at).isBlank()) {
          return new Cell(heading.get(at), text(cells.get(at)));
        }
      }
    }
    return null;
  }

  private static String text(String cell) {
    return GUARDED.matcher(cell).matches() ? cell.substring(1).strip() : cell.strip();
  }

  /// Returns what is in the first of some columns; empty if nothing is.
  String textOr(List<String> columns) {
    Cell cell = cell(columns);
    return cell == null ? "" : cell.text();
  }

  /// Returns a cell that must be there.
  ///
  /// @param what it is called, for the message
  Cell needed(List<String> columns, String what) {
    Cell cell = cell(columns);
    if (cell == null) {
      throw wrong(new Cell(what, ""), "must not be empty");
    }
    return cell;
  }

  /// Returns the answers in pairs of columns such as `Question 1` and `Response 1`.
  List<Answer> answers() {
    List<Answer> answers = new ArrayList<>();
    for (int at = 0; at < heading.size(); at++) {
      String column = CsvFile.plain(heading.get(at));
      if (column.matches("question[0-9]+") && !cells.get(at).isBlank()) {
        String answer = textOr(List.of(column.replace("question", "response")));
        if (!answer.isEmpty()) {
          answers.add(
              new Answer(
                  text(cells.get(at)).replaceAll("\\s+", " "), List.of(answer.split("\\R", -1))));
        }
      }
    }
    return answers;
  }

  /// Returns a complaint about a cell.
  Failure wrong(Cell cell, String expected) {
    return new Failure(
        file
            + ": row "
            + number
            + ", column "
            + cell.column()
            + ": "
            + expected
            + (cell.text().isEmpty() ? "" : ", not " + InvalidValueException.shown(cell.text()))
            + ". Nothing was imported; mend the row and try again.");
  }
}
