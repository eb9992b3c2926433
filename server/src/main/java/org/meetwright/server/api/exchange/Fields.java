package org.meetwright.server.api.exchange;

import static org.meetwright.core.value.InvalidValueException.shown;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.InvalidValueException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The fields of a JSON object in a request. Everything that is not as asked ends in an
/// [InvalidValueException] that names the field; null counts as left out.
public final class Fields {
  private static final ClassValue<String[]> KEYS =
      new ClassValue<>() {
        @Override
        protected String[] computeValue(Class<?> request) {
          return Arrays.stream(request.getRecordComponents())
              .map(Fields::key)
              .toArray(String[]::new);
        }
      };

  private final ObjectNode object;

  Fields(ObjectNode object) {
    this.object = object;
  }

  /// Returns the fields of a request's record: what a program of this installation asks for is read
  /// as what comes over HTTP is.
  public static Fields of(Record request) {
    return new Fields(JsonMapper.shared().valueToTree(request));
  }

  /// Refuses keys other than these.
  public Fields only(String... known) {
    Collection<String> allowed = List.of(known);
    for (String name : object.propertyNames()) {
      if (!allowed.contains(name)) {
        throw new InvalidValueException(
            name, "is not known here; known are " + String.join(", ", allowed));
      }
    }
    return this;
  }

  /// Refuses keys other than those of a request's record.
  public Fields only(Class<? extends Record> request) {
    return only(KEYS.get(request));
  }

  private static String key(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null ? component.getName() : named.value();
  }

  /// Returns the names of all fields.
  public Collection<String> names() {
    return object.propertyNames();
  }

  /// Returns whether a field is there and not null.
  public boolean has(String name) {
    return optional(name).isPresent();
  }

  /// Returns a whole number that null takes away.
  ///
  /// @param otherwise what counts if the field is left out
  public @Nullable Integer removableNumber(String name, @Nullable Integer otherwise) {
    return object.has(name) ? optionalNumber(name).orElse(null) : otherwise;
  }

  /// Reads a field of any type.
  ///
  /// @param read reads what stands there: a text, a number, a truth value, a list, a map, or null
  public <T> T value(String name, Function<@Nullable Object, T> read) {
    try {
      return read.apply(JsonMapper.shared().treeToValue(object.get(name), Object.class));
    } catch (InvalidValueException wrong) {
      throw wrong.inside(name);
    }
  }

  /// Returns a text.
  public String text(String name) {
    return optionalText(name).orElseThrow(() -> missing(name));
  }

  /// Returns a text; left out, it is `otherwise`.
  public String text(String name, String otherwise) {
    return optionalText(name).orElse(otherwise);
  }

  /// Returns a text that no error message may repeat.
  public String secret(String name) {
    return optionalSecret(name).orElseThrow(() -> missing(name));
  }

  /// Returns a text that no error message may repeat; empty if it is left out.
  public Optional<String> optionalSecret(String name) {
    return optional(name)
        .map(
            node -> {
              if (!node.isString()) {
                throw new InvalidValueException(name, "must be a text");
              }
              return node.stringValue();
            });
  }

  /// Returns a text; empty if it is left out.
  public Optional<String> optionalText(String name) {
    return optional(name)
        .map(
            node -> {
              if (!node.isString()) {
                throw new InvalidValueException(name, "must be a text, not " + shown(node));
              }
              return node.stringValue();
            });
  }

  /// Returns a whole number.
  public int number(String name) {
    return optionalNumber(name).orElseThrow(() -> missing(name));
  }

  /// Returns a whole number; left out, it is `otherwise`.
  public int number(String name, int otherwise) {
    return optionalNumber(name).orElse(otherwise);
  }

  /// Returns a whole number; empty if it is left out.
  public Optional<Integer> optionalNumber(String name) {
    return optional(name).map(node -> number(name, node));
  }

  private static int number(String name, JsonNode node) {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw new InvalidValueException(name, "must be a whole number, not " + shown(node));
    }
    return node.intValue();
  }

  /// Returns whether something is so; left out, it is `otherwise`.
  public boolean yesNo(String name, boolean otherwise) {
    return optional(name)
        .map(
            node -> {
              if (!node.isBoolean()) {
                throw new InvalidValueException(name, "must be true or false, not " + shown(node));
              }
              return node.booleanValue();
            })
        .orElse(otherwise);
  }

  /// Returns an instant.
  public Instant instant(String name) {
    return Times.instant(name, text(name));
  }

  /// Returns an instant; empty if it is left out.
  public Optional<Instant> optionalInstant(String name) {
    return optionalText(name).map(text -> Times.instant(name, text));
  }

  /// Returns a date.
  public LocalDate date(String name) {
    return Times.date(name, text(name));
  }

  /// Returns an id.
  public UUID id(String name) {
    return optionalId(name).orElseThrow(() -> missing(name));
  }

  /// Returns an id; empty if it is left out.
  public Optional<UUID> optionalId(String name) {
    return optionalText(name).map(text -> id(name, text));
  }

  /// Reads an id.
  public static UUID id(String name, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notAnId) {
      throw new InvalidValueException(name, "must be an id (a UUID), not " + shown(text));
    }
  }

  /// Returns an object.
  public Fields object(String name) {
    return optionalObject(name).orElseThrow(() -> missing(name));
  }

  /// Returns an object; empty if it is left out.
  public Optional<Fields> optionalObject(String name) {
    return optional(name).map(node -> object(name, node));
  }

  private static Fields object(String name, JsonNode node) {
    if (node instanceof ObjectNode inner) {
      return new Fields(inner);
    }
    throw new InvalidValueException(name, "must be an object, not " + shown(node));
  }

  /// Reads the object that a field holds; complaints name the way to it.
  public <T> T inside(String name, Function<Fields, T> read) {
    return within(name, object(name), read);
  }

  private static <T> T within(String name, Fields fields, Function<Fields, T> read) {
    try {
      return read.apply(fields);
    } catch (InvalidValueException wrong) {
      throw wrong.inside(name);
    }
  }

  /// Reads a list of objects; left out, it is empty.
  public <T> List<T> objects(String name, Function<Fields, T> read) {
    return list(name, (at, node) -> within(at, object(at, node), read));
  }

  /// Reads a list of texts; left out, it is empty.
  public <T> List<T> texts(String name, Function<String, T> read) {
    return list(
        name,
        (at, node) -> {
          if (!node.isString()) {
            throw new InvalidValueException(at, "must be a text, not " + shown(node));
          }
          try {
            return read.apply(node.stringValue());
          } catch (InvalidValueException wrong) {
            throw new InvalidValueException(at, String.valueOf(wrong.getMessage()));
          } catch (DateTimeException | IllegalArgumentException wrong) {
            throw new InvalidValueException(at, "is not valid: " + shown(node));
          }
        });
  }

  /// Reads a list of whole numbers.
  public List<Integer> numbers(String name, List<Integer> otherwise) {
    return optional(name).isEmpty() ? otherwise : list(name, Fields::number);
  }

  private interface ElementReader<T> {
    T read(String at, JsonNode node);
  }

  private <T> List<T> list(String name, ElementReader<T> reader) {
    Optional<JsonNode> found = optional(name);
    if (found.isEmpty()) {
      return List.of();
    }
    if (!found.get().isArray()) {
      throw new InvalidValueException(name, "must be a list, not " + shown(found.get()));
    }
    List<T> read = new ArrayList<>();
    for (JsonNode node : found.get()) {
      read.add(reader.read(name + "[" + read.size() + "]", node));
    }
    return read;
  }

  private Optional<JsonNode> optional(String name) {
    @Nullable JsonNode node = object.get(name);
    return node == null || node.isNull() ? Optional.empty() : Optional.of(node);
  }

  private static InvalidValueException missing(String name) {
    return new InvalidValueException(name, "must be given");
  }
}
