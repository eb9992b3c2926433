package org.meetwright.server.pages.account.eventtype.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.meetwright.server.pages.form.FormBody;

/// The form of an event type, as it was typed.
///
/// @param body its fields; those of rows repeat, once a row
public record EventTypeForm(FormBody body) {
  /// How long the list of lengths may be as it is typed, in characters.
  public static final int LONGEST_LENGTHS = 100;

  /// A part of the form that has rows.
  public enum Rows {
    LOCATION("location", 10, "kind", "value"),
    QUESTION("question", 30, "id", "label", "kind", "required", "options"),
    REMINDER("reminder", 5, "number", "unit"),
    TEXT("text", 50, "place", "language", "words");

    private final String word;
    private final int most;

    @SuppressWarnings("ImmutableEnumChecker") // It is, though its type does not say so.
    private final List<String> columns;

    Rows(String word, int most, String... columns) {
      this.word = word;
      this.most = most;
      this.columns = List.of(columns);
    }

    /// Returns the word that its fields begin with.
    public String word() {
      return word;
    }

    /// Returns the part of a word; empty if there is none.
    public static Optional<Rows> find(String word) {
      return Arrays.stream(values()).filter(rows -> rows.word.equals(word)).findFirst();
    }

    Stream<String> fields() {
      return columns.stream().map(column -> word + "." + column);
    }
  }

  /// Returns what stands in a field; empty if nothing does.
  public String get(String field) {
    return body.get(field);
  }

  /// Returns how many rows a part has.
  public int count(Rows rows) {
    return rows.fields().mapToInt(field -> body.all(field).size()).min().orElse(0);
  }

  /// Returns what stands in a column of a row.
  public String get(Rows rows, String column, int row) {
    List<String> all = body.all(rows.word + "." + column);
    return row < all.size() ? all.get(row) : "";
  }

  /// Returns the same with a further row, if there is room.
  public EventTypeForm withRow(Rows rows) {
    return count(rows) >= rows.most ? this : changed(rows, values -> values.add(""));
  }

  /// Returns the same without a row.
  public EventTypeForm withoutRow(Rows rows, int row) {
    return row < 0 || row >= count(rows) ? this : changed(rows, values -> values.remove(row));
  }

  /// Returns the same with a row one place up.
  public EventTypeForm withRowUp(Rows rows, int row) {
    return row < 1 || row >= count(rows)
        ? this
        : changed(rows, values -> Collections.swap(values, row, row - 1));
  }

  private EventTypeForm changed(Rows rows, Consumer<List<String>> change) {
    int count = count(rows);
    Map<String, List<String>> fields = new LinkedHashMap<>(body.fields());
    rows.fields()
        .forEach(
            field -> {
              List<String> values = new ArrayList<>(body.all(field).subList(0, count));
              change.accept(values);
              fields.put(field, values);
            });
    return new EventTypeForm(new FormBody(fields));
  }
}
