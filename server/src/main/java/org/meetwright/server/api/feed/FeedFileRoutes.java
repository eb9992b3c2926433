package org.meetwright.server.api.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.feed.FeedMeetings;
import org.meetwright.core.feed.Feeds;
import org.meetwright.core.feed.Feeds.OpenFeed;
import org.meetwright.server.api.exchange.EntityTag;
import org.meetwright.server.api.exchange.Path;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.ProblemException.Code;
import org.meetwright.server.invite.FeedCalendar;
import org.meetwright.server.load.Memory;

/// The file of a calendar feed, for anyone who has its secret address.
public final class FeedFileRoutes implements HttpService {
  /// Raised when the same meetings are written differently, so that calendars read them again.
  private static final int FORMAT = 2;

  /// What a page of it takes in memory at most, roughly.
  private static final long MOST_BYTES = 4 << 20;

  private final Feeds feeds;
  private final FeedMeetings meetings;
  private final EventTypes eventTypes;

  /// Creates the route.
  public FeedFileRoutes(Feeds feeds, FeedMeetings meetings, EventTypes eventTypes) {
    this.feeds = feeds;
    this.meetings = meetings;
    this.eventTypes = eventTypes;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/{token}" + FeedCalendar.FILE, this::answer);
  }

  private void answer(ServerRequest request, ServerResponse response) {
    OpenFeed feed =
        feeds
            .open(Path.text(request, "token"))
            .orElseThrow(
                () ->
                    ProblemException.of(
                        Code.NOT_FOUND, "There is no calendar feed at this address any more."));
    LocalDate today = meetings.today();
    String tag = tag(feed, today);
    response
        .header(HeaderNames.ETAG, tag)
        .header(HeaderNames.CACHE_CONTROL, "private, no-cache")
        .header(HeaderNames.VARY, "Accept-Encoding");
    if (EntityTag.isKnown(request, tag)) {
      response.status(Status.NOT_MODIFIED_304).send();
    } else {
      write(response, feed, today);
    }
  }

  /// What is written depends on nothing else.
  private static String tag(OpenFeed feed, LocalDate today) {
    String told =
        String.join(
            "\n",
            feed.feed().id().toString(),
            String.valueOf(feed.host().revision()),
            today.toString(),
            String.valueOf(FORMAT));
    return "W/\"" + Secrets.hash(told) + "\"";
  }

  private void write(ServerResponse response, OpenFeed feed, LocalDate today) {
    response
        .header(HeaderNames.CONTENT_TYPE, FeedCalendar.CONTENT_TYPE)
        .header(HeaderNames.CONTENT_DISPOSITION, "inline; filename=\"meetings.ics\"");
    FeedCalendar calendar = new FeedCalendar(feed, eventTypes::find);
    try (Memory.Held _ = Memory.hold(MOST_BYTES);
        OutputStream out = new BufferedOutputStream(response.outputStream())) {
      out.write(calendar.beginning().getBytes(UTF_8));
      meetings.tell(feed, today, meeting -> write(out, calendar.event(meeting)));
      out.write(calendar.end().getBytes(UTF_8));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static void write(OutputStream out, String text) {
    try {
      out.write(text.getBytes(UTF_8));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
