package org.meetwright.server.invite;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.feed.CalendarFeed;
import org.meetwright.core.feed.FeedMeetings.FeedMeeting;
import org.meetwright.core.feed.Feeds.OpenFeed;
import org.meetwright.server.text.Texts;
import org.meetwright.server.text.Translations;

/// Writes a feed as a calendar (RFC 5545, RFC 7986) piece by piece: first [#beginning], then each
/// event, then [#end].
public final class FeedCalendar {
  /// The media type of a feed, with its parameters.
  public static final String CONTENT_TYPE = "text/calendar; charset=utf-8; method=PUBLISH";

  /// What comes after the secret in the address of a feed.
  public static final String FILE = "/meetings.ics";

  /// How often calendars are to ask again.
  static final Duration REFRESH = Duration.ofMinutes(15);

  static final String END = "END:VCALENDAR\r\n";

  /// A calendar must hold something (RFC 5545 section 3.6): this, if there is no event.
  static final String SOMETHING =
      """
      BEGIN:VTIMEZONE
      TZID:Etc/UTC
      BEGIN:STANDARD
      DTSTART:19700101T000000
      TZOFFSETFROM:+0000
      TZOFFSETTO:+0000
      END:STANDARD
      END:VTIMEZONE
      """
          .replace("\n", "\r\n");

  private final OpenFeed feed;
  private final Texts texts;
  private final FeedEvent events;
  private boolean empty = true;

  /// Returns where calendars read a feed.
  ///
  /// @param publicUrl the server's address, without a slash at the end
  /// @param token the feed's secret
  public static URI address(URI publicUrl, String token) {
    return URI.create(publicUrl + "/api/v1/feeds/" + token + FILE);
  }

  /// Creates the writer.
  ///
  /// @param eventTypes finds event types; empty for one that has been deleted
  public FeedCalendar(OpenFeed feed, Function<UUID, Optional<EventType>> eventTypes) {
    Locale locale = Translations.readable(feed.host().locale());
    this.feed = feed;
    this.texts = Texts.of(EventCopy.CALENDAR, locale);
    this.events =
        switch (feed.feed().kind()) {
          case FULL -> FeedEvent.full(locale, eventTypes);
          case BUSY -> FeedEvent.busy(texts.get("busy"));
        };
  }

  /// Returns what comes before the events.
  public String beginning() {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId(CalendarObjects.PRODUCT));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableMethod.PUBLISH);
    calendar.add(new Name(new ParameterList(), name()));
    calendar.add(new XProperty("X-WR-CALNAME", name()));
    calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
    calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESH.toString()));
    String whole = ContentLines.fold(calendar.toString());
    return whole.substring(0, whole.length() - END.length());
  }

  private String name() {
    if (!feed.feed().name().isEmpty()) {
      return feed.feed().name();
    }
    return texts.get(feed.feed().kind() == CalendarFeed.FeedKind.BUSY ? "busy" : "feed");
  }

  /// Returns an event.
  public String event(FeedMeeting meeting) {
    empty = false;
    return ContentLines.fold(events.of(meeting).toString());
  }

  /// Returns what comes after the events.
  public String end() {
    return empty ? SOMETHING + END : END;
  }
}
