package org.meetwright.server.pages.account.eventtype.form;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.Attendance;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.question.Question;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.pages.account.eventtype.form.EventTypeForm.Rows;

/// Reads the rows of an event type's form that are values of their own.
final class RowReader {
  private RowReader() {}

  /// Reads the places. One that the event type has already is taken as it is.
  static List<Location> locations(EventTypeForm form, FieldReader reader, Attendance old) {
    List<Location> locations = new ArrayList<>();
    for (int row = 0; row < form.count(Rows.LOCATION); row++) {
      String kind = form.get(Rows.LOCATION, "kind", row);
      String value = form.get(Rows.LOCATION, "value", row).strip();
      Location location =
          old.locations().stream()
              .filter(known -> known.kind().wordInList().equals(kind))
              .filter(known -> known.value().equals(value))
              .findFirst()
              .orElse(null);
      if (location == null) {
        location = location(reader, "location." + row, kind, value);
      }
      if (location != null) {
        locations.add(location);
      }
    }
    return locations;
  }

  private static @Nullable Location location(
      FieldReader reader, String field, String kind, String value) {
    try {
      return Location.offered(Location.LocationKind.of(kind), value);
    } catch (InvalidValueException refused) {
      reader.wrong(
          field,
          switch (kind) {
            case "link" -> "type.wrong.link";
            case "generated_link" -> "type.wrong.pattern";
            default -> "type.wrong.location";
          },
          Location.RANDOM);
      return null;
    }
  }

  static List<Question> questions(EventTypeForm form, FieldReader reader) {
    List<Question> questions = new ArrayList<>();
    for (int row = 0; row < form.count(Rows.QUESTION); row++) {
      Question question = question(form, reader, row);
      if (question != null) {
        questions.add(question);
      }
    }
    return questions;
  }

  private static @Nullable Question question(EventTypeForm form, FieldReader reader, int row) {
    String label = form.get(Rows.QUESTION, "label", row);
    String lines = form.get(Rows.QUESTION, "options", row);
    String field = "question." + row;
    if (label.isBlank() && lines.isBlank()) {
      return null;
    }
    UUID id = FieldReader.id(form.get(Rows.QUESTION, "id", row));
    List<String> options = lines.lines().filter(line -> !line.isBlank()).toList();
    try {
      Question.AnswerKind kind = Question.AnswerKind.of(form.get(Rows.QUESTION, "kind", row));
      return new Question(
          id == null ? Ids.next() : id,
          label,
          kind,
          !form.get(Rows.QUESTION, "required", row).isEmpty(),
          kind.hasOptions() ? options : List.of());
    } catch (InvalidValueException refused) {
      boolean ofOptions = refused.field().equals("options");
      reader.wrong(field, ofOptions ? "type.wrong.options" : "type.wrong.label");
      return null;
    }
  }
}
