package org.meetwright.server.reference;

import java.util.List;
import java.util.Locale;
import org.meetwright.server.pages.frame.PageLinks;

/// The content of the page about the API.
///
/// @param paragraphs what holds for all operations
/// @param objects what answers are made of
/// @param problems what can go wrong
public record Reference(
    PageLinks links,
    String title,
    String summary,
    List<String> paragraphs,
    List<Section> sections,
    List<Event> events,
    List<Structure> objects,
    List<Problem> problems) {

  /// Operations that belong together.
  public record Section(String name, String description, List<Operation> operations) {
    /// Returns what links to it end in.
    public String anchor() {
      return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
  }

  /// A call.
  ///
  /// Wide: the template of the reference reads each of them by its name.
  ///
  /// @param anchor what links to it end in
  /// @param needsToken whether it is for hosts
  /// @param body the fields of the request's body; empty if it has none
  /// @param example how it is done with curl
  /// @param problems what can go wrong, as status and codes
  public record Operation(
      String anchor,
      String method,
      String path,
      String summary,
      String description,
      boolean needsToken,
      List<Field> parameters,
      List<Field> body,
      String example,
      List<Answer> answers,
      List<String> problems) {}

  /// An answer that is no problem.
  ///
  /// @param types what it holds: one of these
  /// @param fields its fields, if it is no object with a name
  public record Answer(
      String status, String description, List<FieldType> types, List<Field> fields) {}

  /// A field of an object, or a parameter.
  ///
  /// @param depth how many objects it is in
  /// @param mark whether it must be sent, or may be missing; may be empty
  /// @param note what it means and may hold; may be empty
  public record Field(String name, int depth, FieldType type, String mark, String note) {}

  /// What a field holds: words, perhaps about an object with a name.
  ///
  /// @param object the name; empty if it is about none
  public record FieldType(String before, String object, String after) {
    /// Returns the same without null, which counts as left out in a request.
    FieldType withoutNull() {
      return new FieldType(
          before.replace(SchemaWords.OR_NULL, ""), object, after.replace(SchemaWords.OR_NULL, ""));
    }

    FieldType around(String start, String end) {
      return new FieldType(start + before, object, after + end);
    }
  }

  /// An object with a name.
  public record Structure(String name, String description, List<Field> fields) {}

  /// What webhooks are sent.
  public record Event(String name, String summary) {}

  /// What can go wrong.
  public record Problem(String status, String codes, String description) {}
}
