package org.meetwright.core.calendar.item.event;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.item.line.IcsLine;

/// A `VEVENT`.
///
/// @param replaces the occurrence of its series that it replaces; null if it is no exception
/// @param future whether it replaces all that follow too
public record CalendarEvent(
    EventTime start,
    EventDuration length,
    @Nullable EventTime replaces,
    boolean future,
    Repetition repetition,
    EventStatus status,
    int sequence) {
  /// When it repeats.
  ///
  /// @param rules as they are written
  /// @param withoutRules rules of what is left out
  /// @param also more occurrences
  /// @param not occurrences that are left out
  public record Repetition(
      List<String> rules, List<String> withoutRules, List<Also> also, List<EventTime> not) {}

  /// One more occurrence.
  ///
  /// @param length null if it is as long as the others
  public record Also(EventTime start, @Nullable EventDuration length) {}

  /// Reads an event.
  ///
  /// @throws DateTimeException if a time in it can't be read, or it has no start
  public static CalendarEvent of(List<IcsLine> lines, EventZones zones) {
    IcsLine start = line(lines, "DTSTART");
    if (start == null) {
      throw new DateTimeException("No start");
    }
    EventTime begin = EventTime.parse(start, start.value(), zones);
    IcsLine id = line(lines, "RECURRENCE-ID");
    return new CalendarEvent(
        begin,
        length(lines, begin, zones),
        id == null ? null : EventTime.parse(id, id.value(), zones).like(begin),
        id != null && id.parameter("RANGE").equalsIgnoreCase("THISANDFUTURE"),
        repetition(lines, zones),
        EventStatus.of(lines),
        sequence(line(lines, "SEQUENCE")));
  }

  private static EventDuration length(List<IcsLine> lines, EventTime start, EventZones zones) {
    IcsLine end = line(lines, "DTEND");
    IcsLine duration = line(lines, "DURATION");
    if (end != null) {
      return EventDuration.between(start, EventTime.parse(end, end.value(), zones));
    } else if (duration != null) {
      return EventDuration.parse(duration.value());
    }
    return start.isDate() ? EventDuration.parse("P1D") : EventDuration.NONE;
  }

  private static Repetition repetition(List<IcsLine> lines, EventZones zones) {
    List<String> rules = new ArrayList<>();
    List<String> withoutRules = new ArrayList<>();
    List<Also> also = new ArrayList<>();
    List<EventTime> not = new ArrayList<>();
    for (IcsLine line : lines) {
      switch (line.name()) {
        case "RRULE" -> rules.add(line.value());
        case "EXRULE" -> withoutRules.add(line.value());
        case "RDATE" -> values(line).forEach(value -> also.add(also(line, value, zones)));
        case "EXDATE" ->
            values(line).forEach(value -> not.add(EventTime.parse(line, value, zones)));
        default -> {}
      }
    }
    return new Repetition(rules, withoutRules, also, not);
  }

  private static List<String> values(IcsLine line) {
    List<String> values = new ArrayList<>();
    for (String value : line.value().split(",", -1)) {
      if (!value.isBlank()) {
        values.add(value.strip());
      }
    }
    return values;
  }

  private static Also also(IcsLine line, String value, EventZones zones) {
    int slash = value.indexOf('/');
    if (slash < 0) {
      return new Also(EventTime.parse(line, value, zones), null);
    }
    EventTime start = EventTime.parse(line, value.substring(0, slash), zones);
    String rest = value.substring(slash + 1);
    EventDuration length =
        rest.indexOf('P') >= 0
            ? EventDuration.parse(rest)
            : EventDuration.between(start, EventTime.parse(line, rest, zones));
    return new Also(start, length);
  }

  private static int sequence(@Nullable IcsLine line) {
    return line != null && line.value().matches("[0-9]{1,9}") ? Integer.parseInt(line.value()) : 0;
  }

  private static @Nullable IcsLine line(List<IcsLine> lines, String name) {
    for (IcsLine line : lines) {
      if (line.name().equals(name)) {
        return line;
      }
    }
    return null;
  }
}
