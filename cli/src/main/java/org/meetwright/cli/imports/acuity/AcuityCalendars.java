package org.meetwright.cli.imports.acuity;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.imports.reading.FittingWords;
import org.meetwright.cli.imports.reading.Gathering;
import org.meetwright.cli.imports.reading.Shape;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.Attendance;
import org.meetwright.core.eventtype.Correspondence;
import org.meetwright.core.eventtype.Listing;
import org.meetwright.core.eventtype.rule.Bounds;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.eventtype.rule.Timing;
import org.meetwright.core.imports.ImportReport.ItemKind;
import org.meetwright.core.imports.ImportedEventType;
import org.meetwright.core.imports.ImportedEventType.Origin;
import org.meetwright.core.imports.ImportedHost;
import org.meetwright.core.value.EmailAddress;

/// Calendars of Acuity, which are hosts here, and their appointment types.
///
/// @param zones of the calendars, by id
record AcuityCalendars(
    Gathering gathering,
    Map<String, Shape> calendars,
    Map<String, Shape> types,
    Map<String, ZoneId> zones) {
  AcuityCalendars(Gathering gathering, Map<String, Shape> calendars, Map<String, Shape> types) {
    this(gathering, calendars, types, new HashMap<>());
  }

  void read() {
    calendars.forEach(
        (id, calendar) ->
            gathering.attempt(
                ItemKind.HOST, calendar.textOr("name", id), () -> host(calendar, id)));
    for (Shape type : types.values()) {
      String name = FittingWords.line(type.text("name"), 100);
      List<String> of = type.list("calendarIDs").stream().map(Shape::text).toList();
      for (String id : of.isEmpty() ? List.copyOf(calendars.keySet()) : of) {
        known(id, null);
        gathering.attempt(
            ItemKind.EVENT_TYPE, name, () -> gathering.add(eventType(type, id, name)));
      }
    }
    if (!types.isEmpty()) {
      gathering.differs(
          ItemKind.SCHEDULE,
          "hours",
          "Acuity does not tell hours, notice and limits; set them: meetwright schedule set,"
              + " meetwright event-type edit");
    }
  }

  private void host(Shape calendar, String id) {
    String email = calendar.textOrNull("email");
    ZoneId zone = FittingWords.zone(calendar.textOrNull("timezone"), gathering.zone());
    zones.put(id, zone);
    gathering.add(
        new ImportedHost(
            id,
            FittingWords.line(calendar.textOr("name", id), 100),
            email == null ? null : new EmailAddress(email),
            zone,
            FittingWords.locale(null),
            FittingWords.handle(calendar.textOr("name", id)),
            null));
  }

  /// Makes sure that there is a host for a calendar that is named elsewhere.
  void known(String id, @Nullable String name) {
    gathering.add(
        new ImportedHost(
            id,
            FittingWords.line(name == null ? "The calendar " + id : name, 100),
            null,
            gathering.zone(),
            FittingWords.locale(null),
            null,
            null));
  }

  ZoneId zone(String id) {
    return zones.getOrDefault(id, gathering.zone());
  }

  static String key(String calendarId, String typeId) {
    return calendarId + "/" + typeId;
  }

  private static ImportedEventType eventType(Shape type, String calendarId, String name) {
    return new ImportedEventType(
        new Origin(key(calendarId, type.text("id")), calendarId, null, null),
        new Listing(
            FittingWords.slug(name),
            name,
            FittingWords.lines(type.textOr("description", ""), 5000),
            FittingWords.color(type.textOrNull("color")),
            type.flag("private"),
            !type.has("active") || type.flag("active")),
        Timing.ofMinutes(type.number("duration"))
            .withBuffers(type.numberOr("paddingBefore", 0), type.numberOr("paddingAfter", 0)),
        Bounds.USUAL,
        new Attendance(
            new Assignment.OneHost(), null, Math.max(1, type.numberOr("classSize", 1)), List.of()),
        new Correspondence(List.of(), Correspondence.DEFAULT_REMINDERS),
        Policies.FREE);
  }
}
