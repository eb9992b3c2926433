package org.meetwright.cli.commands.eventtype;

import java.util.stream.Collectors;
import org.meetwright.core.value.InvalidValueException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Says what is wrong with a field of a JSON object.
final class FieldComplaint {
  private FieldComplaint() {}

  /// Returns the complaint about a value that cannot be read.
  ///
  /// @param fields the object
  static InvalidValueException of(JsonNode fields, DatabindException wrong) {
    return new InvalidValueException(path(wrong), complaint(wrong) + given(fields, wrong));
  }

  /// Returns the value that was given in place of another kind of value.
  private static String given(JsonNode fields, DatabindException wrong) {
    JsonNode value = fields;
    for (JacksonException.Reference step : wrong.getPath()) {
      String name = step.getPropertyName();
      value = name == null ? value.path(step.getIndex()) : value.path(name);
    }
    return wrong instanceof UnrecognizedPropertyException
        ? ""
        : ", not " + InvalidValueException.shown(value);
  }

  private static String path(DatabindException wrong) {
    return wrong.getPath().stream()
        .map(
            step ->
                step.getPropertyName() == null
                    ? "[" + step.getIndex() + "]"
                    : "." + step.getPropertyName())
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  private static String complaint(DatabindException wrong) {
    Class<?> wanted =
        wrong instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    if (wrong instanceof UnrecognizedPropertyException unknown) {
      return "is not known here; known are "
          + unknown.getKnownPropertyIds().stream()
              .map(String::valueOf)
              .sorted()
              .collect(Collectors.joining(", "));
    }
    String kind = wanted == null ? "" : wanted.getSimpleName();
    return switch (kind) {
      case "Integer", "int" -> "must be a whole number";
      case "Boolean", "boolean" -> "must be true or false";
      case "String" -> "must be a text";
      case "UUID" -> "must be an id";
      case "LocalDate" -> "must be a date like 2026-03-09";
      case "List", "ArrayList" -> "must be a list, such as [1440, 60]";
      default -> "must be a JSON object as the API has it";
    };
  }
}
