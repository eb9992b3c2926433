package org.meetwright.server.calendar.google;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.RemoteChanges;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.server.calendar.http.JsonAnswer;
import tools.jackson.databind.JsonNode;

/// Asks what is in a calendar, and what has changed there. Exceptions of a series are events of
/// their own at Google; if one of them has changed, the series is asked for as a whole.
final class GoogleChanges {
  private static final int MOST_PAGES = 500;

  private static final String FIELDS =
      "id,status,iCalUID,etag,summary,start,end,endTimeUnspecified,recurrence,recurringEventId,"
          + "originalStartTime,transparency,visibility,eventType,extendedProperties,"
          + "attendees(self,responseStatus)";

  private final GoogleApi api;
  private final String calendarId;
  private final List<RemoteItem> items = new ArrayList<>();
  private final Set<String> gone = new HashSet<>();
  private int unreadable;

  GoogleChanges(GoogleApi api, String calendarId) {
    this.api = api;
    this.calendarId = calendarId;
  }

  /// Returns what has changed.
  ///
  /// @param token a sync token; null to be told everything
  RemoteChanges since(@Nullable String token) throws RemoteFault {
    List<JsonNode> told = new ArrayList<>();
    String next = list(token == null ? Map.of() : Map.of("syncToken", token), told);
    Map<String, List<JsonNode>> series = grouped(told);
    if (token == null) {
      for (Map.Entry<String, List<JsonNode>> one : series.entrySet()) {
        whole(one.getKey(), one.getValue());
      }
      return new RemoteChanges(true, items, Set.of(), Set.of(), next, unreadable);
    }
    for (Map.Entry<String, List<JsonNode>> one : series.entrySet()) {
      changed(one.getKey(), one.getValue());
    }
    return new RemoteChanges(false, items, Set.of(), gone, next, unreadable);
  }

  /// Returns the items that may overlap a time.
  List<RemoteItem> between(String from, String until) throws RemoteFault {
    List<JsonNode> told = new ArrayList<>();
    list(Map.of("timeMin", from, "timeMax", until), told);
    for (Map.Entry<String, List<JsonNode>> one : grouped(told).entrySet()) {
      changed(one.getKey(), one.getValue());
    }
    return items;
  }

  /// Returns an item; null if it is not there.
  @Nullable RemoteItem find(String id) throws RemoteFault {
    JsonNode event = get(id);
    if (event == null || GoogleEventText.isCancelled(event)) {
      return null;
    }
    changed(id, List.of(event));
    return items.stream().filter(item -> item.id().equals(id)).findFirst().orElse(null);
  }

  /// Parameters are the same in each question, as Google wants it; never a time together with a
  /// sync token. The next sync token stands on the last page alone, and a page may be empty.
  ///
  /// @return the next sync token; null if there is none
  private @Nullable String list(Map<String, String> more, List<JsonNode> to) throws RemoteFault {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("singleEvents", "false");
    query.put("showDeleted", "true");
    query.put("maxResults", "1000");
    query.put("maxAttendees", "1");
    query.put("fields", "nextPageToken,nextSyncToken,items(" + FIELDS + ")");
    query.putAll(more);
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonAnswer answer = api.get(GoogleApi.events(calendarId), query);
      if (answer.status() != 200) {
        throw refused(answer, more.containsKey("syncToken"));
      }
      answer.body().path("items").forEach(to::add);
      String next = answer.body().path("nextPageToken").asString("");
      if (next.isEmpty()) {
        String token = answer.body().path("nextSyncToken").asString("");
        return token.isEmpty() ? null : token;
      }
      query.put("pageToken", next);
    }
    throw new RemoteFault(FaultCode.TOO_LARGE, "The calendar is larger than what can be read.");
  }

  private RemoteFault refused(JsonAnswer answer, boolean hasToken) {
    if (hasToken && (answer.status() == 410 || answer.status() == 400)) {
      return new RemoteFault(
          FaultCode.STATE_LOST, "Google no longer knows what has changed in the calendar.");
    }
    return answer.status() == 403 && api.fault(answer).code() == FaultCode.READ_ONLY
        ? new RemoteFault(FaultCode.CALENDAR_GONE, "The calendar is not shared any more.")
        : api.fault(answer);
  }

  /// Returns events by the series to which they belong, or by themselves.
  private static Map<String, List<JsonNode>> grouped(List<JsonNode> events) {
    Map<String, List<JsonNode>> grouped = new LinkedHashMap<>();
    for (JsonNode event : events) {
      String series = event.path("recurringEventId").asString("");
      String id = event.path("id").asString("");
      grouped.computeIfAbsent(series.isEmpty() ? id : series, _ -> new ArrayList<>()).add(event);
    }
    return grouped;
  }

  /// Takes a series of which all is known.
  private void whole(String id, List<JsonNode> events) {
    JsonNode master = null;
    List<JsonNode> exceptions = new ArrayList<>();
    for (JsonNode event : events) {
      if (event.path("id").asString("").equals(id)) {
        master = event;
      } else {
        exceptions.add(event);
      }
    }
    if (master == null) {
      // Of this series the owner was invited to some occurrences only.
      exceptions.forEach(one -> take(one.path("id").asString(""), List.of(one)));
      return;
    }
    if (!GoogleEventText.isCancelled(master)) {
      exceptions.addFirst(master);
    } else {
      exceptions = List.of(master);
    }
    take(id, exceptions);
  }

  private void take(String id, List<JsonNode> events) {
    if (GoogleEventText.isCancelled(events.getFirst())) {
      gone.add(id);
      return;
    }
    RemoteItem item = GoogleEventText.item(id, events);
    if (item == null) {
      unreadable++;
    } else {
      items.add(item);
    }
  }

  /// Takes what has changed of a series, or an event. A cancelled one may carry nothing but its id.
  private void changed(String id, List<JsonNode> events) throws RemoteFault {
    JsonNode known = events.getFirst();
    boolean isItself = known.path("id").asString("").equals(id);
    if (events.size() == 1 && isItself && !known.has("recurrence")) {
      take(id, events);
      return;
    }
    JsonNode master = isItself ? known : get(id);
    if (master == null) {
      whole(id, events);
    } else if (GoogleEventText.isCancelled(master)) {
      take(id, List.of(master));
    } else {
      whole(id, series(master));
    }
  }

  private List<JsonNode> series(JsonNode master) throws RemoteFault {
    List<JsonNode> all = new ArrayList<>();
    list(Map.of("iCalUID", master.path("iCalUID").asString("")), all);
    String id = master.path("id").asString("");
    all.removeIf(
        one ->
            !one.path("id").asString("").equals(id)
                && !one.path("recurringEventId").asString("").equals(id));
    if (all.stream().noneMatch(one -> one.path("id").asString("").equals(id))) {
      all.addFirst(master);
    }
    return all;
  }

  /// Returns an event; null if there is none.
  private @Nullable JsonNode get(String id) throws RemoteFault {
    JsonAnswer answer =
        api.get(GoogleApi.event(calendarId, id), Map.of("maxAttendees", "1", "fields", FIELDS));
    if (answer.status() == 404 || answer.status() == 410) {
      return null;
    }
    if (answer.status() != 200) {
      throw refused(answer, false);
    }
    return answer.body();
  }
}
