package org.meetwright.core.calendar.item;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.item.line.IcsLine;
import org.meetwright.core.calendar.item.line.TooLargeException;
import org.meetwright.core.calendar.item.zone.EventZone;
import org.meetwright.core.calendar.item.zone.ZoneBook;
import org.meetwright.core.calendar.item.zone.ZoneDefinition;

/// Gathers the events and zones of a calendar line by line.
final class CalendarParser {
  private static final int LONGEST_UID = 255;
  private static final int MOST_LINES = 20_000;

  private final Set<String> ownAddresses;
  private final int maxEvents;
  private final ZoneBook zones = new ZoneBook();
  private final Map<String, List<String>> events = new LinkedHashMap<>();
  private boolean begun;
  private boolean ended;
  private int count;
  private int unreadable;
  private String name = "";
  private String zone = "";
  private @Nullable String color;
  private @Nullable List<String> event;
  private @Nullable List<String> definition;
  private int nested;
  private boolean broken;

  CalendarParser(Set<String> ownAddresses, int maxEvents) {
    this.ownAddresses = ownAddresses;
    this.maxEvents = maxEvents;
  }

  /// Takes a line.
  ///
  /// @param cut whether it lost its end
  /// @return whether more are wanted
  boolean take(String line, boolean cut) throws TooLargeException {
    String property = IcsLine.name(line);
    switch (property) {
      case "BEGIN" -> begin(line, word(line));
      case "END" -> end(line, word(line));
      default -> property(property, line, cut);
    }
    return begun;
  }

  private static String word(String line) {
    return line.substring(line.indexOf(':') + 1).strip().toUpperCase(Locale.ROOT);
  }

  private void begin(String line, String component) {
    switch (component) {
      case "VCALENDAR" -> {
        loseEvent();
        begun = true;
        ended = false;
      }
      case "VEVENT" -> {
        loseEvent();
        event = new ArrayList<>();
        definition = null;
        nested = 0;
        broken = false;
      }
      case "VTIMEZONE" -> {
        loseEvent();
        definition = new ArrayList<>();
      }
      default -> {
        if (event != null) {
          nested++;
        } else if (definition != null) {
          definition.add(line);
        }
      }
    }
  }

  private void end(String line, String component) throws TooLargeException {
    switch (component) {
      case "VCALENDAR" -> {
        loseEvent();
        ended = true;
      }
      case "VEVENT" -> keepEvent();
      case "VTIMEZONE" -> keepDefinition();
      default -> {
        if (event != null) {
          nested = Math.max(0, nested - 1);
        } else if (definition != null) {
          definition.add(line);
        }
      }
    }
  }

  private void property(String property, String line, boolean cut) {
    if (event != null) {
      if (nested == 0 && ItemText.wants(property, line, ownAddresses)) {
        broken |= cut || event.size() == MOST_LINES;
        if (!broken) {
          event.add(line);
        }
      }
    } else if (definition != null) {
      if (definition.size() < MOST_LINES) {
        definition.add(line);
      }
    } else {
      calendarLine(property, word(line, line.indexOf(':')));
    }
  }

  private void calendarLine(String property, String value) {
    switch (property) {
      case "X-WR-CALNAME" -> name = IcsLine.plain(value);
      case "X-WR-TIMEZONE" -> zone = value;
      case "X-APPLE-CALENDAR-COLOR" ->
          color =
              value.matches("#[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?")
                  ? value.substring(0, 7).toLowerCase(Locale.ROOT)
                  : null;
      default -> {}
    }
  }

  private static String word(String line, int colon) {
    String value = line.substring(colon + 1).strip();
    return value.length() > 200 ? value.substring(0, 200) : value;
  }

  private void keepEvent() throws TooLargeException {
    if (event == null) {
      return;
    }
    if (++count > maxEvents) {
      throw new TooLargeException("The calendar has more than " + maxEvents + " events.");
    }
    String text = String.join("\n", event);
    if (broken) {
      unreadable++;
    } else {
      events.computeIfAbsent(uid(event, text), key -> new ArrayList<>(1)).add(text);
    }
    event = null;
  }

  private static String uid(List<String> lines, String text) {
    for (String line : lines) {
      if (IcsLine.name(line).equals("UID")) {
        IcsLine parsed = IcsLine.parse(line);
        String uid = parsed == null ? "" : parsed.plain();
        if (!uid.isBlank() && uid.length() <= LONGEST_UID) {
          return uid.replaceAll("\\s+", " ");
        }
        return made(line);
      }
    }
    return made(text);
  }

  private static String made(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)) + "@made.meetwright";
  }

  private void keepDefinition() {
    ZoneDefinition read = definition == null ? null : ZoneDefinition.read(definition);
    if (read != null) {
      zones.define(read);
    }
    definition = null;
  }

  private void loseEvent() {
    if (event != null) {
      unreadable++;
    }
    event = null;
  }

  /// Returns what was gathered.
  IcsReading reading() {
    if (!begun) {
      return new IcsReading.NoCalendar(
          "The answer is not a calendar: it does not begin with BEGIN:VCALENDAR.");
    } else if (!ended) {
      return new IcsReading.NoCalendar(
          "The calendar is not whole: it does not end with END:VCALENDAR.");
    }
    List<CalendarItem> items = new ArrayList<>();
    events.forEach(
        (uid, texts) -> {
          ItemText item = ItemText.of(uid, texts, zones);
          unreadable += item.unreadable();
          if (!item.text().isEmpty()) {
            items.add(new CalendarItem(uid, item.text()));
          }
        });
    return new IcsReading.Read(items, unreadable, name, color, zone());
  }

  private @Nullable ZoneId zone() {
    EventZone own = zones.find(zone);
    return own.rules() == null || !own.definition().isEmpty() ? null : ZoneId.of(own.name());
  }
}
