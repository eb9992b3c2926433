package org.meetwright.server.calendar.google;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.item.IcsReader;
import org.meetwright.core.calendar.item.IcsReading;
import org.meetwright.core.calendar.remote.RemoteItem;
import tools.jackson.databind.JsonNode;

/// Tells Google's events as iCalendar text, so that they are read and expanded like all others: a
/// series with its exceptions is one item.
final class GoogleEventText {
  /// The private property by which our own events are known.
  static final String MARKER = "meetwrightMeeting";

  /// Stands for the account's owner: Google says which attendee is.
  private static final String SELF = "self@calendar.google.com";

  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");

  /// These say where someone is, or whose birthday it is, and take no time.
  private static final Set<String> NEVER_BUSY = Set.of("workingLocation", "birthday");

  /// Those lines of `recurrence` that are read.
  private static final Set<String> REPEATS = Set.of("RRULE", "EXRULE", "RDATE", "EXDATE");

  private GoogleEventText() {}

  static boolean isCancelled(JsonNode event) {
    return event.path("status").asString("").equals("cancelled");
  }

  /// Returns an item of an event and, if it repeats, its exceptions; null if it can't be read.
  ///
  /// @param id what it is known by
  static @Nullable RemoteItem item(String id, List<JsonNode> events) {
    JsonNode first = events.getFirst();
    String uid = uid(first);
    List<String> lines = new ArrayList<>(List.of("BEGIN:VCALENDAR", "VERSION:2.0"));
    for (int number = 0; number < events.size(); number++) {
      try {
        lines.addAll(lines(uid, events.get(number), number > 0));
      } catch (DateTimeException unreadable) {
        return null;
      }
    }
    lines.add("END:VCALENDAR");
    String text = String.join("\r\n", lines) + "\r\n";
    if (!(new IcsReader(Set.of(SELF)).read(text) instanceof IcsReading.Read read)
        || read.items().size() != 1
        || read.unreadable() > 0) {
      return null;
    }
    String etag = first.path("etag").asString("");
    return new RemoteItem(id, uid, etag.isEmpty() ? null : etag, read.items().getFirst().text());
  }

  private static String uid(JsonNode event) {
    String uid = event.path("iCalUID").asString("");
    return oneLine(uid.isEmpty() ? event.path("id").asString("") : uid);
  }

  private static List<String> lines(String uid, JsonNode event, boolean ofSeries) {
    List<String> lines = new ArrayList<>(List.of("BEGIN:VEVENT", "UID:" + uid));
    JsonNode original = event.path("originalStartTime");
    boolean isException = ofSeries && event.has("recurringEventId");
    if (isException) {
      lines.add(time("RECURRENCE-ID", original));
    }
    // A cancelled exception may carry no times of its own.
    lines.add(time("DTSTART", event.has("start") ? event.path("start") : original));
    if (event.has("end") && !event.path("endTimeUnspecified").asBoolean(false)) {
      lines.add(time("DTEND", event.path("end")));
    }
    if (!isException) {
      for (JsonNode rule : event.path("recurrence")) {
        String line = oneLine(rule.asString(""));
        if (REPEATS.contains(line.replaceFirst("[;:].*", "").toUpperCase(Locale.ROOT))) {
          lines.add(line);
        }
      }
    }
    status(event, lines);
    lines.add("END:VEVENT");
    return lines;
  }

  private static void status(JsonNode event, List<String> lines) {
    String status = event.path("status").asString("confirmed");
    lines.add("STATUS:" + oneLine(status).toUpperCase(Locale.ROOT));
    boolean isFree =
        event.path("transparency").asString("").equals("transparent")
            || NEVER_BUSY.contains(event.path("eventType").asString(""));
    lines.add(isFree ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE");
    String visibility = event.path("visibility").asString("");
    if (visibility.equals("private") || visibility.equals("confidential")) {
      lines.add("CLASS:PRIVATE");
    }
    String summary = event.path("summary").asString("");
    if (!summary.isBlank()) {
      lines.add("SUMMARY:" + escaped(summary));
    }
    String meeting = event.at("/extendedProperties/private/" + MARKER).asString("");
    if (!meeting.isEmpty()) {
      lines.add("X-MEETWRIGHT-MEETING:" + oneLine(meeting));
    }
    JsonNode attendee = selfOf(event);
    if (attendee != null) {
      lines.add("ATTENDEE;PARTSTAT=" + partStat(attendee) + ":mailto:" + SELF);
    }
  }

  private static @Nullable JsonNode selfOf(JsonNode event) {
    for (JsonNode attendee : event.path("attendees")) {
      if (attendee.path("self").asBoolean(false)) {
        return attendee;
      }
    }
    return null;
  }

  private static String partStat(JsonNode attendee) {
    return switch (attendee.path("responseStatus").asString("")) {
      case "declined" -> "DECLINED";
      case "tentative" -> "TENTATIVE";
      case "needsAction" -> "NEEDS-ACTION";
      default -> "ACCEPTED";
    };
  }

  private static String time(String name, JsonNode time) {
    String date = time.path("date").asString("");
    if (!date.isEmpty()) {
      return name + ";VALUE=DATE:" + LocalDate.parse(date).format(DAY);
    }
    OffsetDateTime at = OffsetDateTime.parse(time.path("dateTime").asString(""));
    String zone = time.path("timeZone").asString("");
    if (zone.isEmpty() || !ZoneId.getAvailableZoneIds().contains(zone)) {
      return name + ":" + at.withOffsetSameInstant(ZoneOffset.UTC).format(LOCAL) + "Z";
    }
    return name + ";TZID=" + zone + ":" + at.atZoneSameInstant(ZoneId.of(zone)).format(LOCAL);
  }

  private static String escaped(String text) {
    return oneLine(text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,"));
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
  }
}
