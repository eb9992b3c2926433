package org.meetwright.core.calendar.item;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.meetwright.core.calendar.item.event.CalendarEvent;
import org.meetwright.core.calendar.item.event.EventZones;
import org.meetwright.core.calendar.item.line.IcsLine;
import org.meetwright.core.calendar.item.zone.ZoneBook;
import org.meetwright.core.calendar.item.zone.ZoneDefinition;
import org.meetwright.core.time.Interval;

/// Tells the times that events take in a window.
public final class Recurrences {
  /// How many occurrences of an event are looked at.
  public static final int BUDGET = 20_000;

  private final ZoneId zone;
  private final Interval window;

  /// Creates it.
  ///
  /// @param zone the calendar's: for days, times without a zone and unknown zones
  public Recurrences(ZoneId zone, Interval window) {
    this.zone = zone;
    this.window = window;
  }

  /// Returns the times that an event takes. What is free, cancelled, declined or not longer than
  /// nothing takes none.
  public ExpandedEvent expand(CalendarItem item) {
    ZoneBook book = new ZoneBook();
    EventZones zones = new EventZones(book, zone);
    Occurrences occurrences = new Occurrences(window);
    try {
      add(occurrences, events(item.text(), book, zones));
    } catch (DateTimeException | ArithmeticException e) {
      occurrences.problem(ExpandedEvent.Problem.UNREADABLE);
    }
    List<BusySpan> busy = occurrences.busy();
    busy.sort(Comparator.comparing(BusySpan::start).thenComparing(BusySpan::end));
    return new ExpandedEvent(List.copyOf(busy), zones.unknown(), occurrences.problem());
  }

  /// When an event first is.
  public sealed interface First {
    /// It is then, whether it takes time or not.
    record At(Interval time) implements First {}

    /// It is cancelled.
    record Cancelled() implements First {}

    /// It can't be read, or has no length.
    record Unclear() implements First {}
  }

  /// Returns when an event that does not repeat takes place, or the first time of one that does.
  public First first(CalendarItem item) {
    ZoneBook book = new ZoneBook();
    try {
      List<CalendarEvent> events = events(item.text(), book, new EventZones(book, zone));
      CalendarEvent first =
          events.stream()
              .filter(event -> !event.status().cancelled())
              .min(Comparator.comparing(event -> event.start().instant()))
              .orElse(null);
      if (first == null) {
        return events.isEmpty() ? new First.Unclear() : new First.Cancelled();
      }
      Instant start = first.start().instant();
      return new First.At(new Interval(start, first.length().end(first.start())));
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
      return new First.Unclear();
    }
  }

  private static void add(Occurrences occurrences, List<CalendarEvent> events) {
    List<CalendarEvent> exceptions =
        events.stream().filter(event -> event.replaces() != null).toList();
    List<CalendarEvent> masters =
        events.stream().filter(event -> event.replaces() == null).toList();
    for (CalendarEvent master : masters) {
      if (master.status().cancelled()) {
        return;
      }
      new Series(master, exceptions, occurrences).add();
    }
    for (CalendarEvent exception : exceptions) {
      // Those of a master that is known stand at their places in the series.
      if (!exception.future() || masters.isEmpty()) {
        occurrences.add(exception.start(), exception.length(), exception.status());
      }
    }
  }

  private static List<CalendarEvent> events(String text, ZoneBook book, EventZones zones) {
    List<List<IcsLine>> parts = new ArrayList<>();
    List<String> definition = new ArrayList<>();
    List<IcsLine> part = new ArrayList<>();
    for (String line : text.lines().toList()) {
      switch (line) {
        case "BEGIN:VEVENT" -> part = new ArrayList<>();
        case "END:VEVENT" -> parts.add(part);
        case "BEGIN:VTIMEZONE" -> definition = new ArrayList<>();
        case "END:VTIMEZONE" -> define(book, definition);
        default -> {
          definition.add(line);
          IcsLine parsed = IcsLine.parse(line);
          if (parsed != null) {
            part.add(parsed);
          }
        }
      }
    }
    return parts.stream().map(lines -> CalendarEvent.of(lines, zones)).toList();
  }

  private static void define(ZoneBook book, List<String> lines) {
    ZoneDefinition definition = ZoneDefinition.read(lines);
    if (definition != null) {
      book.define(definition);
    }
  }
}
