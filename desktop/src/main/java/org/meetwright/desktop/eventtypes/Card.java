package org.meetwright.desktop.eventtypes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.meetwright.desktop.text.Words;
import org.meetwright.server.api.model.eventtype.ApiEventType;

/// An event type in the list.
///
/// @param detail how long it lasts, and where it is
/// @param link where it is booked
/// @param marks what is special about it, in words
/// @param warnings what is seldom meant
public record Card(
    UUID id,
    String name,
    String detail,
    String color,
    String link,
    boolean active,
    List<String> marks,
    List<String> warnings) {
  /// Returns one.
  ///
  /// @param home the address of the host's page, or of the team's, without a slash at the end
  static Card of(ApiEventType type, String home, Words words) {
    List<String> marks = new ArrayList<>();
    if (!type.active()) {
      marks.add(words.page("type.off"));
    }
    if (type.hidden()) {
      marks.add(words.page("type.hidden"));
    }
    if (type.requiresLink()) {
      marks.add(words.page("type.linkOnly"));
    }
    if (type.requiresApproval()) {
      marks.add(words.page("type.requiresApproval"));
    }
    return new Card(
        type.id(),
        type.name(),
        detail(type, words),
        type.color(),
        home + "/" + type.slug(),
        type.active(),
        marks,
        type.warnings().stream().map(ApiEventType.Warning::message).toList());
  }

  private static String detail(ApiEventType type, Words words) {
    List<String> parts = new ArrayList<>();
    type.durationsMinutes()
        .forEach(minutes -> parts.add(words.length(Duration.ofMinutes(minutes))));
    String lengths = String.join(", ", parts);
    return type.locations().isEmpty()
        ? lengths
        : lengths + " · " + words.page("type.location." + type.locations().getFirst().kind());
  }
}
