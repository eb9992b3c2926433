package org.meetwright.cli.imports.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.program.Failure;
import org.meetwright.core.value.InvalidValueException;
import tools.jackson.databind.JsonNode;

/// A part of a JSON document whose shape is known. What is not of that shape is refused, with the
/// place where it stands.
///
/// @param document its name, for messages
/// @param path where the part stands in it, such as `collection[3]`; empty for the whole
public record Shape(String document, String path, JsonNode node) {
  /// Returns whether there is something under a key.
  public boolean has(String key) {
    return node.hasNonNull(key);
  }

  /// Returns a part that may be missing, whatever it is.
  public Optional<Shape> part(String key) {
    return has(key) ? Optional.of(below(key)) : Optional.empty();
  }

  private Shape below(String key) {
    return new Shape(document, path.isEmpty() ? key : path + "." + key, node.get(key));
  }

  /// Returns an object that may be missing.
  ///
  /// @throws Failure if it is something else
  public Optional<Shape> object(String key) {
    Optional<Shape> part = part(key);
    if (part.isPresent() && !part.get().node().isObject()) {
      throw wrong(key, "an object");
    }
    return part;
  }

  /// Returns an object.
  ///
  /// @throws Failure if it is missing or something else
  public Shape inside(String key) {
    return object(key).orElseThrow(() -> wrong(key, "an object"));
  }

  /// Returns the elements of a list; none if it is missing.
  ///
  /// @throws Failure if it is no list
  public List<Shape> list(String key) {
    return part(key).map(Shape::elements).orElse(List.of());
  }

  /// Returns the elements of this list, all of which are objects, lists or values.
  ///
  /// @throws Failure if it is no list
  public List<Shape> elements() {
    if (!node.isArray()) {
      throw wrong("", "a list");
    }
    List<Shape> elements = new ArrayList<>();
    for (JsonNode element : node) {
      elements.add(new Shape(document, path + "[" + elements.size() + "]", element));
    }
    return elements;
  }

  /// Returns a text; a number too, as it is written.
  ///
  /// @throws Failure if it is missing, empty or something else
  public String text(String key) {
    String text = textOr(key, "");
    if (text.isBlank()) {
      throw wrong(key, "a text");
    }
    return text;
  }

  /// Returns a text that may be missing.
  ///
  /// @throws Failure if it is something else
  public String textOr(String key, String otherwise) {
    JsonNode value = node.get(key);
    if (value == null || value.isNull()) {
      return otherwise;
    }
    if (!value.isString() && !value.isNumber()) {
      throw wrong(key, "a text");
    }
    return value.asString();
  }

  /// Returns a text; null if it is missing or empty.
  ///
  /// @throws Failure if it is something else
  public @Nullable String textOrNull(String key) {
    String text = textOr(key, "");
    return text.isBlank() ? null : text;
  }

  /// Returns this value as text.
  ///
  /// @throws Failure if it is none
  public String text() {
    if (node.isContainer() || node.isNull()) {
      throw wrong("", "a text");
    }
    return node.asString();
  }

  /// Returns this value as texts: itself, or those of the list that it is.
  public List<String> texts() {
    return node.isArray()
        ? elements().stream().map(Shape::text).toList()
        : List.of(node.isObject() ? node.toString() : node.asString());
  }

  /// Returns a whole number.
  ///
  /// @throws Failure if it is missing or something else
  public int number(String key) {
    if (!has(key)) {
      throw wrong(key, "a whole number");
    }
    return numberOr(key, 0);
  }

  /// Returns a whole number that may be missing; one that is written as text too.
  ///
  /// @throws Failure if it is something else
  public int numberOr(String key, int otherwise) {
    String text = textOr(key, "").strip();
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("-?[0-9]{1,9}(\\.0+)?")) {
      throw wrong(key, "a whole number");
    }
    return Integer.parseInt(text.replaceFirst("\\..*", ""));
  }

  /// Returns whether something is so; not, if it is missing.
  ///
  /// @throws Failure if it is neither true nor false
  public boolean flag(String key) {
    JsonNode value = node.get(key);
    if (value == null || value.isNull()) {
      return false;
    }
    if (!value.isBoolean() && !(value.isNumber() && value.asString().matches("[01]"))) {
      throw wrong(key, "true or false");
    }
    return value.asString().equals("true") || value.asString().equals("1");
  }

  /// Returns a time with its distance from UTC.
  ///
  /// @throws Failure if it is missing or something else
  public Instant instant(String key) {
    String text = textOr(key, "");
    try {
      // Some write +0200 for +02:00.
      return OffsetDateTime.parse(text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2")).toInstant();
    } catch (DateTimeException none) {
      throw wrong(key, "a time like 2026-03-09T10:00:00Z");
    }
  }

  /// Returns a time that may be missing.
  ///
  /// @throws Failure if it is something else
  public @Nullable Instant instantOrNull(String key) {
    return has(key) ? instant(key) : null;
  }

  /// Returns a complaint about what stands under a key.
  ///
  /// @param key empty for all of this
  /// @param expected what it should be
  public Failure wrong(String key, String expected) {
    String where = key.isEmpty() ? path : path.isEmpty() ? key : path + "." + key;
    JsonNode value = key.isEmpty() ? node : node.get(key);
    return new Failure(
        document
            + ": "
            + (where.isEmpty() ? "it" : where)
            + " must be "
            + expected
            + (value == null
                ? ", and is missing"
                : ", not "
                    + InvalidValueException.shown(value.isString() ? value.asString() : value))
            + ". Nothing was imported; docs/import.md says what is read.");
  }
}
