package org.meetwright.server.invite;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.feed.FeedMeetings.FeedMeeting;
import org.meetwright.server.text.Translations;

/// Writes bookings as a calendar file (RFC 5545) piece by piece: first [#beginning], then each
/// event, then [#end]. The events are those of a host's feed. It is a file, no message of RFC 5546,
/// so it has no METHOD.
public final class ExportedCalendar {
  private final FeedEvent events;
  private boolean empty = true;

  /// Creates the writer.
  ///
  /// @param locale the language of descriptions
  /// @param eventTypes finds event types; empty for one that has been deleted
  public ExportedCalendar(Locale locale, Function<UUID, Optional<EventType>> eventTypes) {
    this.events = FeedEvent.full(Translations.readable(locale), eventTypes);
  }

  /// Returns what comes before the events.
  public String beginning() {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId(CalendarObjects.PRODUCT));
    calendar.add(ImmutableVersion.VERSION_2_0);
    String whole = ContentLines.fold(calendar.toString());
    return whole.substring(0, whole.length() - FeedCalendar.END.length());
  }

  /// Returns an event.
  public String event(FeedMeeting meeting) {
    empty = false;
    return ContentLines.fold(events.of(meeting).toString());
  }

  /// Returns what comes after the events.
  public String end() {
    return empty ? FeedCalendar.SOMETHING + FeedCalendar.END : FeedCalendar.END;
  }
}
