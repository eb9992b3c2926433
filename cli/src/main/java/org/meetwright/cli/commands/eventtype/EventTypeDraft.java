package org.meetwright.cli.commands.eventtype;

import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.program.Failure;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.model.eventtype.ApiEventType;
import org.meetwright.server.api.model.eventtype.EventTypeRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An event type that is being written: the fields of the API, of which any can be set.
final class EventTypeDraft {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final List<String> FIELDS =
      Arrays.stream(EventTypeRequest.class.getRecordComponents())
          .map(RecordComponent::getName)
          .filter(name -> !name.equals("id") && !name.equals("warnings"))
          .toList();

  private final ObjectNode fields;

  private EventTypeDraft(ObjectNode fields) {
    this.fields = fields;
  }

  /// Returns a draft without a field.
  static EventTypeDraft empty() {
    return new EventTypeDraft(JSON.createObjectNode());
  }

  /// Returns a draft of what is there.
  static EventTypeDraft of(ApiEventType type) {
    return new EventTypeDraft(JSON.valueToTree(type));
  }

  /// Returns a draft of another event type that is like one.
  static EventTypeDraft like(ApiEventType type) {
    EventTypeDraft draft = of(type);
    draft.fields.remove("id");
    // A question is of one event type.
    for (JsonNode question : draft.fields.path("questions")) {
      ((ObjectNode) question).remove("id");
    }
    return draft;
  }

  /// Takes over the fields of a JSON object.
  ///
  /// @param file `-` for standard input
  /// @throws Failure if it cannot be read, or is no JSON object
  void read(Path file, InputStream in) {
    JsonFile.read(file, in)
        .properties()
        .forEach(entry -> fields.set(entry.getKey(), entry.getValue()));
  }

  /// Sets a field if there is something to set.
  void set(String name, @Nullable Object value) {
    if (value != null) {
      fields.set(name, JSON.valueToTree(value));
    }
  }

  /// Sets a field as a person writes it: `seats=5`, `bookingWindow.days=30`, `redirectUrl=`.
  ///
  /// @throws InvalidValueException if there is no such field, or it is no assignment
  void assign(String assignment) {
    int equals = assignment.indexOf('=');
    if (equals < 1) {
      throw new InvalidValueException(
          "--set", "must be like seats=5, not " + InvalidValueException.shown(assignment));
    }
    String[] path = assignment.substring(0, equals).strip().split("\\.");
    String value = assignment.substring(equals + 1);
    if (!FIELDS.contains(path[0])) {
      throw new InvalidValueException(
          path[0], "is not known here; known are " + String.join(", ", FIELDS));
    }
    ObjectNode object = fields;
    for (String name : List.of(path).subList(0, path.length - 1)) {
      object = object.get(name) instanceof ObjectNode inner ? inner : object.putObject(name);
    }
    String last = path[path.length - 1];
    if (value.isEmpty() || value.equals("null")) {
      object.putNull(last);
    } else {
      object.set(last, path.length == 1 && isText(last) ? JSON.valueToTree(value) : json(value));
    }
  }

  private static boolean isText(String name) {
    return Arrays.stream(EventTypeRequest.class.getRecordComponents())
        .filter(component -> component.getName().equals(name))
        .map(RecordComponent::getType)
        .anyMatch(type -> type == String.class || type == UUID.class);
  }

  /// What is no JSON is a text.
  private static JsonNode json(String value) {
    try {
      return JSON.readTree(value);
    } catch (JacksonException notJson) {
      return JSON.valueToTree(value);
    }
  }

  /// Sets the length. A step that was as long as the meeting stays so.
  void setDuration(int minutes) {
    JsonNode before = fields.path("durationMinutes");
    boolean alike = before.isNumber() && before.equals(fields.path("stepMinutes"));
    if (alike && fields.path("durationsMinutes").size() <= 1) {
      fields.remove("stepMinutes");
    }
    fields.put("durationMinutes", minutes);
  }

  /// Returns the request.
  ///
  /// @throws InvalidValueException that names the field, if one is not as it has to be
  EventTypeRequest request() {
    for (String required : List.of("slug", "name", "durationMinutes")) {
      if (!fields.hasNonNull(required)) {
        throw new InvalidValueException(required, "must be given");
      }
    }
    fields.remove("warnings");
    try {
      return JSON.treeToValue(fields, EventTypeRequest.class);
    } catch (DatabindException wrong) {
      throw FieldComplaint.of(fields, wrong);
    }
  }

  /// Returns the fields that differ from what was there, a line each.
  List<String> changes(ApiEventType before) {
    ObjectNode old = JSON.valueToTree(before);
    return FIELDS.stream()
        .filter(name -> !Objects.equals(old.path(name), fields.path(name)))
        .map(name -> name + ": " + shown(old.path(name)) + " -> " + shown(fields.path(name)))
        .toList();
  }

  private static String shown(JsonNode value) {
    return value.isMissingNode() || value.isNull() ? "-" : value.toString();
  }
}
