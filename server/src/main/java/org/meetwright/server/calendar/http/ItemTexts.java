package org.meetwright.server.calendar.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes the events out of text in iCalendar format: those of one UID together, and of each the
/// lines that say when it is, what it is called, and whether it takes time.
public final class ItemTexts {
  private static final Set<String> WANTED =
      Set.of(
          "UID",
          "DTSTART",
          "DTEND",
          "DURATION",
          "RRULE",
          "RDATE",
          "EXDATE",
          "EXRULE",
          "RECURRENCE-ID",
          "STATUS",
          "TRANSP",
          "SUMMARY",
          "CLASS",
          "SEQUENCE",
          "ATTENDEE",
          "LAST-MODIFIED",
          "X-MICROSOFT-CDO-BUSYSTATUS",
          "X-MEETWRIGHT-MEETING");
  private static final int LONGEST_LINE = 64 * 1024;

  private final Map<String, StringBuilder> events = new LinkedHashMap<>();
  private final List<String> open = new ArrayList<>();
  private final StringBuilder event = new StringBuilder();
  private String uid = "";
  private boolean dated;
  private @Nullable String name;
  private @Nullable String color;
  private @Nullable ZoneId zone;
  private int unreadable;
  private boolean begun;
  private boolean ended;

  private ItemTexts() {}

  /// What an object holds.
  public sealed interface Outcome permits Event, Other {}

  /// An event, with its exceptions if it repeats.
  public record Event(String uid, String text) implements Outcome {}

  /// What is no event.
  public enum Other implements Outcome {
    /// A task, a journal or the like.
    NO_EVENT,
    /// Nothing that can be read.
    UNREADABLE
  }

  /// What a feed holds.
  ///
  /// @param name null if it does not say
  /// @param color `#rrggbb`; null if it does not say
  /// @param zone null if it does not say
  /// @param unreadable how many events can't be read
  /// @param whole whether it is a calendar, and has its end
  public record Feed(
      @Nullable String name,
      @Nullable String color,
      @Nullable ZoneId zone,
      List<Event> events,
      int unreadable,
      boolean whole) {}

  /// Reads an object.
  public static Outcome of(String text) {
    ItemTexts texts = new ItemTexts();
    try {
      texts.read(new BufferedReader(new StringReader(text)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    List<Event> events = texts.events();
    if (!texts.begun || texts.unreadable > 0 && events.isEmpty()) {
      return Other.UNREADABLE;
    }
    return events.isEmpty() ? Other.NO_EVENT : events.getFirst();
  }

  /// Reads a feed.
  public static Feed feed(InputStream in) throws IOException {
    ItemTexts texts = new ItemTexts();
    texts.read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    return new Feed(
        texts.name,
        texts.color,
        texts.zone,
        texts.events(),
        texts.unreadable,
        texts.begun && texts.ended);
  }

  private List<Event> events() {
    List<Event> all = new ArrayList<>(events.size());
    events.forEach((id, text) -> all.add(new Event(id, text.toString())));
    return all;
  }

  private void read(BufferedReader in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (String next = in.readLine(); next != null; next = in.readLine()) {
      if (!next.isEmpty() && (next.charAt(0) == ' ' || next.charAt(0) == '\t')) {
        if (line.length() + next.length() < LONGEST_LINE) {
          line.append(next, 1, next.length());
        }
      } else {
        take(line.toString());
        line.setLength(0);
        line.append(next.startsWith("\uFEFF") ? next.substring(1) : next);
      }
    }
    take(line.toString());
  }

  private void take(String line) {
    int end = 0;
    while (end < line.length() && line.charAt(end) != ':' && line.charAt(end) != ';') {
      end++;
    }
    if (end == line.length()) {
      return;
    }
    String key = line.substring(0, end).strip().toUpperCase(Locale.ROOT);
    String value = line.substring(line.indexOf(':', end) + 1).strip();
    switch (key) {
      case "BEGIN" -> begin(value.toUpperCase(Locale.ROOT));
      case "END" -> end(value.toUpperCase(Locale.ROOT));
      default -> {
        if (open.size() == 1) {
          calendarLine(key, value);
        } else if (open.size() == 2 && open.getLast().equals("VEVENT") && WANTED.contains(key)) {
          event.append(line).append("\r\n");
          uid = key.equals("UID") ? value : uid;
          dated |= key.equals("DTSTART");
        }
      }
    }
  }

  private void calendarLine(String key, String value) {
    switch (key) {
      case "X-WR-CALNAME" -> name = value.replaceAll("\\\\(.)", "$1");
      case "X-APPLE-CALENDAR-COLOR" ->
          color =
              value.matches("#[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?")
                  ? value.substring(0, 7).toLowerCase(Locale.ROOT)
                  : null;
      case "X-WR-TIMEZONE" -> {
        try {
          zone = ZoneId.of(value);
        } catch (DateTimeException unknown) {
          zone = null;
        }
      }
      default -> {
        // Nothing that matters here.
      }
    }
  }

  private void begin(String component) {
    begun |= component.equals("VCALENDAR");
    if (component.equals("VEVENT")) {
      event.setLength(0);
      uid = "";
      dated = false;
    }
    open.add(component);
  }

  private void end(String component) {
    int last = open.lastIndexOf(component);
    if (last < 0) {
      return;
    }
    open.subList(last, open.size()).clear();
    ended |= component.equals("VCALENDAR");
    if (!component.equals("VEVENT")) {
      return;
    }
    if (uid.isEmpty() || !dated) {
      unreadable++;
      return;
    }
    events
        .computeIfAbsent(uid, _ -> new StringBuilder())
        .append("BEGIN:VEVENT\r\n")
        .append(event)
        .append("END:VEVENT\r\n");
  }
}
