package org.meetwright.cli.imports.calendly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meetwright.cli.imports.reading.Document;
import org.meetwright.cli.imports.reading.Shape;
import org.meetwright.cli.program.Failure;

/// The things in Calendly's answers, told apart by their addresses.
///
/// @param events by their addresses
/// @param invitees by the address of their event
record CalendlyParts(
    List<Shape> users,
    List<Shape> eventTypes,
    List<Shape> schedules,
    Map<String, Shape> events,
    Map<String, List<Shape>> invitees) {

  static CalendlyParts of(List<Document> documents) {
    CalendlyParts parts =
        new CalendlyParts(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>());
    for (Document document : documents) {
      Shape all = document.json();
      if (all.node().isArray()) {
        all.elements().forEach(parts::add);
      } else if (all.has("collection")) {
        all.list("collection").forEach(parts::add);
      } else if (all.has("resource")) {
        all.object("resource").ifPresent(parts::add);
      } else {
        throw new Failure(
            document.name()
                + " is no answer of Calendly: it has neither collection nor resource. Nothing was"
                + " imported; docs/import.md says what is read.");
      }
    }
    return parts;
  }

  private void add(Shape thing) {
    // A member of an organization has the user in it; a schedule has only his address.
    Optional<Shape> member = thing.part("user").filter(user -> user.node().isObject());
    if (member.isPresent()) {
      add(member.get());
      return;
    }
    String uri = thing.textOr("uri", "");
    if (uri.contains("/invitees/")) {
      invitees
          .computeIfAbsent(uri.substring(0, uri.indexOf("/invitees/")), _ -> new ArrayList<>())
          .add(thing);
    } else if (uri.contains("/scheduled_events/")) {
      events.put(uri, thing);
    } else if (uri.contains("/event_types/")) {
      eventTypes.add(thing);
    } else if (thing.has("rules")) {
      schedules.add(thing);
    } else if (uri.contains("/users/")) {
      users.add(thing);
    } else {
      throw thing.wrong(
          "uri",
          "that of a user, an event type, a scheduled event or an invitee of Calendly, or rules of"
              + " a schedule be there");
    }
  }
}
