package org.meetwright.core.calendar.item;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.meetwright.core.calendar.item.event.CalendarEvent;
import org.meetwright.core.calendar.item.event.EventZones;
import org.meetwright.core.calendar.item.line.IcsLine;
import org.meetwright.core.calendar.item.zone.EventZone;
import org.meetwright.core.calendar.item.zone.ZoneBook;

/// Writes the text of an item: only the lines that matter.
///
/// @param text empty if none of its events could be read
/// @param unreadable how many of its events could not be read
record ItemText(String text, int unreadable) {
  private static final List<String> ORDER =
      List.of(
          "RECURRENCE-ID",
          "DTSTART",
          "DTEND",
          "DURATION",
          "RRULE",
          "EXRULE",
          "RDATE",
          "EXDATE",
          "STATUS",
          "TRANSP",
          "CLASS",
          "SUMMARY",
          "SEQUENCE",
          "X-MEETWRIGHT-MEETING",
          "X-MICROSOFT-CDO-BUSYSTATUS",
          "ATTENDEE");
  private static final Set<String> WANTED = Set.copyOf(ORDER);

  private record Part(CalendarEvent event, List<IcsLine> lines, String key) {}

  /// Returns whether a line of an event matters.
  static boolean wants(String name, String line, Set<String> ownAddresses) {
    if (name.equals("ATTENDEE")) {
      IcsLine attendee = ownAddresses.isEmpty() ? null : IcsLine.parse(line);
      return attendee != null && ownAddresses.contains(address(attendee.value()));
    }
    return name.equals("UID") || WANTED.contains(name);
  }

  private static String address(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    return lower.startsWith("mailto:") ? lower.substring(7).strip() : lower;
  }

  /// Puts an event and its exceptions together.
  static ItemText of(String uid, List<String> texts, ZoneBook book) {
    Map<String, List<Part>> parts = new LinkedHashMap<>();
    int unreadable = 0;
    for (String text : texts) {
      try {
        Part part = part(text, book);
        add(parts.computeIfAbsent(part.key, key -> new ArrayList<>(1)), part);
      } catch (DateTimeException | ArithmeticException e) {
        unreadable++;
      }
    }
    List<Part> kept = parts.values().stream().flatMap(List::stream).toList();
    return new ItemText(text(uid, kept, book), unreadable);
  }

  /// Of two that mean the same the one counts that was changed later. Where none is later, one UID
  /// was given to two events, and both count.
  private static void add(List<Part> same, Part more) {
    int sequence = more.event.sequence();
    same.removeIf(old -> old.event.sequence() < sequence || old.lines.equals(more.lines));
    if (same.stream().noneMatch(old -> old.event.sequence() > sequence)) {
      same.add(more);
    }
  }

  private static Part part(String text, ZoneBook book) {
    List<IcsLine> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      IcsLine parsed = IcsLine.parse(line);
      if (parsed != null) {
        lines.add(parsed);
      }
    }
    CalendarEvent event = CalendarEvent.of(lines, new EventZones(book, ZoneOffset.UTC));
    lines.sort(Comparator.comparingInt(line -> ORDER.indexOf(line.name())));
    String key =
        lines.stream()
            .filter(line -> line.name().equals("RECURRENCE-ID"))
            .map(line -> line.parameter("TZID") + ":" + line.value())
            .findFirst()
            .orElse("");
    return new Part(event, lines, key);
  }

  private static String text(String uid, List<Part> parts, ZoneBook book) {
    List<Part> sorted = new ArrayList<>(parts);
    sorted.sort(Comparator.comparing(Part::key));
    boolean secret =
        sorted.stream()
            .anyMatch(part -> part.event.replaces() == null && part.event.status().secret());
    Set<String> definitions = new TreeSet<>();
    StringBuilder text = new StringBuilder();
    for (Part part : sorted) {
      text.append("BEGIN:VEVENT\nUID:").append(uid).append('\n');
      for (IcsLine line : part.lines) {
        append(text, line, secret || part.event.status().secret(), part.event, book, definitions);
      }
      text.append("END:VEVENT\n");
    }
    return String.join("", definitions) + text;
  }

  private static void append(
      StringBuilder text,
      IcsLine line,
      boolean secret,
      CalendarEvent event,
      ZoneBook book,
      Set<String> definitions) {
    switch (line.name()) {
      case "UID" -> {}
      case "SUMMARY" -> {
        if (!secret) {
          text.append("SUMMARY:").append(escaped(event.status().summary())).append('\n');
        }
      }
      case "ATTENDEE" ->
          text.append("ATTENDEE;PARTSTAT=")
              .append(line.parameter("PARTSTAT").replaceAll("[^A-Za-z-]", ""))
              .append(":mailto:")
              .append(address(line.value()))
              .append('\n');
      case "DTSTART", "DTEND", "RECURRENCE-ID", "RDATE", "EXDATE" ->
          times(text, line, book, definitions);
      default -> text.append(line.name()).append(':').append(line.value()).append('\n');
    }
  }

  private static void times(
      StringBuilder text, IcsLine line, ZoneBook book, Set<String> definitions) {
    text.append(line.name());
    if (line.parameter("RANGE").equalsIgnoreCase("THISANDFUTURE")) {
      text.append(";RANGE=THISANDFUTURE");
    }
    String zone = line.parameter("TZID");
    if (!zone.isEmpty() && line.value().indexOf('T') >= 0) {
      EventZone found = book.find(IcsLine.plain(zone));
      definitions.add(found.definition());
      text.append(";TZID=\"").append(found.name()).append('"');
    }
    text.append(':').append(line.value()).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;");
  }
}
