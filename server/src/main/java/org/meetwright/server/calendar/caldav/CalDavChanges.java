package org.meetwright.server.calendar.caldav;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.RemoteChanges;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.server.calendar.webdav.Href;
import org.meetwright.server.calendar.webdav.WebDavAnswer;
import org.meetwright.server.calendar.webdav.WebDavAnswer.Response;
import org.meetwright.server.calendar.webdav.WebDavClient;
import org.meetwright.server.calendar.webdav.WebDavNames;

/// Asks what has changed in a calendar: with a token (RFC 6578) where the server has them, else by
/// the tags of the calendar and its objects. Whatever is not understood of a token ends in a
/// comparison of all tags.
final class CalDavChanges {
  private static final int MOST_ITEMS = 50_000;
  private static final int MOST_ROUNDS = 1_000;
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// What counts of a calendar that can only be asked for a time; more than is expanded.
  private static final Duration BACK = Duration.ofDays(35);

  private static final Duration AHEAD = Duration.ofDays(500);

  private final WebDavClient dav;
  private final HttpUrl calendar;
  private final CalDavObjects objects;
  private final InstantSource clock;

  CalDavChanges(WebDavClient dav, HttpUrl calendar, CalDavObjects objects, InstantSource clock) {
    this.dav = dav;
    this.calendar = calendar;
    this.objects = objects;
    this.clock = clock;
  }

  /// The tags of objects by their ids, and what to ask with the next time.
  private record Listing(Map<String, String> tags, Set<String> gone, @Nullable SyncCursor next) {}

  RemoteChanges since(@Nullable String state, Supplier<Map<String, String>> known)
      throws RemoteFault {
    SyncCursor cursor = SyncCursor.of(state);
    if (cursor != null
        && cursor.kind() == SyncCursor.CursorKind.CTAG
        && cursor.value().equals(ctag())) {
      return RemoteChanges.none(state);
    }
    Map<String, String> before = null;
    if (cursor != null && cursor.kind() == SyncCursor.CursorKind.TOKEN) {
      Listing listing = byToken(cursor.value());
      if (listing != null && listing.tags().isEmpty()) {
        return new RemoteChanges(
            false, List.of(), Set.of(), listing.gone(), text(listing.next()), 0);
      }
      if (listing != null) {
        before = known.get();
        // A server that no longer knows the token may answer with all that it has, and without
        // what is gone (DAViCal does).
        if (listing.tags().entrySet().stream().noneMatch(before.entrySet()::contains)) {
          return delta(listing);
        }
      }
    }
    return whole(before == null ? known.get() : before);
  }

  private static @Nullable String text(@Nullable SyncCursor cursor) {
    return cursor == null ? null : cursor.text();
  }

  private RemoteChanges delta(Listing listing) throws RemoteFault {
    CalDavObjects.Read read = objects.read(listing.tags().keySet());
    Set<String> gone = new HashSet<>(listing.gone());
    gone.addAll(read.gone());
    return new RemoteChanges(
        false, read.items(), Set.of(), gone, text(listing.next()), read.unreadable().size());
  }

  private RemoteChanges whole(Map<String, String> known) throws RemoteFault {
    Listing listing = all();
    Set<String> same = new HashSet<>();
    List<String> wanted = new ArrayList<>();
    for (Map.Entry<String, String> tag : listing.tags().entrySet()) {
      if (!tag.getValue().isEmpty() && tag.getValue().equals(known.get(tag.getKey()))) {
        same.add(tag.getKey());
      } else {
        wanted.add(tag.getKey());
      }
    }
    CalDavObjects.Read read = objects.read(wanted);
    // What can't be read any more is left as it was.
    read.unreadable().stream().filter(known::containsKey).forEach(same::add);
    return new RemoteChanges(
        true, read.items(), same, Set.of(), text(listing.next()), read.unreadable().size());
  }

  private Listing all() throws RemoteFault {
    Listing listing = byToken("");
    if (listing != null) {
      return listing;
    }
    String ctag = ctag();
    SyncCursor next = ctag == null ? null : new SyncCursor(SyncCursor.CursorKind.CTAG, ctag);
    WebDavAnswer answer = listed();
    if (!answer.isMultistatus()) {
      throw dav.fault(answer.head());
    }
    Map<String, String> tags = new LinkedHashMap<>();
    add(answer, tags, new HashSet<>());
    return new Listing(tags, Set.of(), next);
  }

  /// Asks for all events, else for all objects, else for the events of a time.
  private WebDavAnswer listed() throws RemoteFault {
    WebDavAnswer answer = dav.report(calendar, 1, query("<D:getetag/>", ""));
    if (!isListing(answer)) {
      answer = dav.propfind(calendar, 1, WebDavNames.ETAG);
    }
    if (!isListing(answer)) {
      Instant now = clock.instant();
      answer =
          dav.report(calendar, 1, query("<D:getetag/>", range(now.minus(BACK), now.plus(AHEAD))));
    }
    return answer;
  }

  private static boolean isListing(WebDavAnswer answer) {
    return answer.isMultistatus()
        && answer.responses().stream().noneMatch(response -> response.status() == 507);
  }

  /// Returns the condition that something happens in a time.
  static String range(Instant from, Instant until) {
    return "<C:time-range start=\"" + UTC.format(from) + "\" end=\"" + UTC.format(until) + "\"/>";
  }

  /// Returns a question for events.
  ///
  /// @param properties what is asked of them, in XML
  /// @param condition in XML; empty for all
  static String query(String properties, String condition) {
    return "<C:calendar-query xmlns:D=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\"><D:prop>"
        + properties
        + "</D:prop><C:filter><C:comp-filter name=\"VCALENDAR\"><C:comp-filter name=\"VEVENT\">"
        + condition
        + "</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>";
  }

  private @Nullable String ctag() throws RemoteFault {
    WebDavAnswer answer = dav.propfind(calendar, 0, WebDavNames.CTAG);
    if (!answer.isMultistatus()) {
      throw dav.fault(answer.head());
    }
    return answer.responses().stream()
        .map(response -> response.text(WebDavNames.CTAG))
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /// Returns what has changed since a token, or all that there is; null if the server does not know
  /// the token, or no tokens at all. That it says with 400, 403, 409, 412, 415, 500 or 501.
  private @Nullable Listing byToken(String token) throws RemoteFault {
    Map<String, String> tags = new LinkedHashMap<>();
    Set<String> gone = new HashSet<>();
    String next = token;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      WebDavAnswer answer = dav.report(calendar, 0, syncBody(next));
      if (!answer.isMultistatus()) {
        int status = answer.head().status();
        if (status == 401 || status == 404 || status == 410 || status == 429 || status > 501) {
          throw dav.fault(answer.head());
        }
        return null;
      }
      boolean more = add(answer, tags, gone);
      if (answer.syncToken() == null) {
        return null;
      }
      if (!more || answer.syncToken().equals(next)) {
        return new Listing(
            tags, gone, new SyncCursor(SyncCursor.CursorKind.TOKEN, answer.syncToken()));
      }
      next = answer.syncToken();
    }
    throw tooLarge();
  }

  private static String syncBody(String token) {
    return "<D:sync-collection xmlns:D=\"DAV:\"><D:sync-token>"
        + token.replace("&", "&amp;").replace("<", "&lt;")
        + "</D:sync-token><D:sync-level>1</D:sync-level><D:prop><D:getetag/></D:prop>"
        + "</D:sync-collection>";
  }

  /// Adds what an answer says of the calendar's objects.
  ///
  /// @return whether there is more to be asked for: 507 of the calendar itself
  private boolean add(WebDavAnswer answer, Map<String, String> tags, Set<String> gone)
      throws RemoteFault {
    String own = Href.path(calendar).replaceFirst("/$", "");
    boolean more = false;
    Map<String, String> told = new HashMap<>();
    for (Response response : answer.responses()) {
      String id = Href.path(response.url());
      if (id.replaceFirst("/$", "").equals(own)) {
        more |= response.status() == 507;
      } else if (response.status() == 404 || response.status() == 410) {
        tags.remove(id);
        gone.add(id);
      } else if (id.startsWith(own + "/") && !id.endsWith("/")) {
        String tag = response.text(WebDavNames.ETAG);
        told.put(id, tag == null ? "" : tag);
      }
    }
    gone.removeAll(told.keySet());
    tags.putAll(told);
    if (tags.size() > MOST_ITEMS) {
      throw tooLarge();
    }
    return more;
  }

  private static RemoteFault tooLarge() {
    return new RemoteFault(
        FaultCode.TOO_LARGE, "The calendar has more than " + MOST_ITEMS + " events.");
  }
}
