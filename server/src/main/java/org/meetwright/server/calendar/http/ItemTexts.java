package org.meetwright.server.calendar.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.item.CalendarItem;
import org.meetwright.core.calendar.item.IcsReader;
import org.meetwright.core.calendar.item.IcsReading;

/// Takes the events out of text in iCalendar format: those of one UID together.
public final class ItemTexts {
  private ItemTexts() {}

  /// What an object holds.
  public sealed interface Outcome permits Event, Other {}

  /// An event, with its exceptions if it repeats.
  public record Event(String uid, String text) implements Outcome {
    private static Event of(CalendarItem item) {
      return new Event(item.uid(), item.text());
    }
  }

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
      boolean whole) {
    private static final Feed NONE = new Feed(null, null, null, List.of(), 0, false);
  }

  /// Reads an object.
  ///
  /// @param own e-mail addresses of the calendar's owner, in lower case; may be empty
  public static Outcome of(String text, Set<String> own) {
    return switch (new IcsReader(own).read(text)) {
      case IcsReading.Read read when !read.items().isEmpty() -> Event.of(read.items().getFirst());
      case IcsReading.Read read -> read.unreadable() == 0 ? Other.NO_EVENT : Other.UNREADABLE;
      case IcsReading.NoCalendar _, IcsReading.TooLarge _ -> Other.UNREADABLE;
    };
  }

  /// Reads an object of nobody in particular.
  public static Outcome of(String text) {
    return of(text, Set.of());
  }

  /// Reads a feed.
  public static Feed feed(InputStream in) throws IOException {
    return switch (new IcsReader(Set.of()).read(in)) {
      case IcsReading.Read read ->
          new Feed(
              read.name().isBlank() ? null : read.name(),
              read.color(),
              read.zone(),
              read.items().stream().map(Event::of).toList(),
              read.unreadable(),
              true);
      case IcsReading.NoCalendar _ -> Feed.NONE;
      case IcsReading.TooLarge large -> throw new IOException(large.reason());
    };
  }
}
