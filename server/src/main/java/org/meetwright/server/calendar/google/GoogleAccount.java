package org.meetwright.server.calendar.google;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.OwnEvent;
import org.meetwright.core.calendar.remote.RemoteCalendar;
import org.meetwright.core.calendar.remote.RemoteChanges;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.calendar.remote.WrittenEvent;
import org.meetwright.core.calendar.remote.push.PushAccount;
import org.meetwright.server.calendar.http.JsonAnswer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An account at Google. Ids of calendars and events are Google's.
final class GoogleAccount implements PushAccount {
  private static final int MOST_PAGES = 20;

  /// Nobody is written to because of our events.
  private static final Map<String, String> SILENTLY = Map.of("sendUpdates", "none");

  private final GoogleApi api;

  GoogleAccount(GoogleApi api) {
    this.api = api;
  }

  @Override
  public List<RemoteCalendar> calendars() throws RemoteFault {
    List<RemoteCalendar> found = new ArrayList<>();
    Map<String, String> query = new HashMap<>(Map.of("maxResults", "250"));
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonAnswer answer = api.get("/users/me/calendarList", query);
      if (answer.status() != 200) {
        throw api.fault(answer);
      }
      answer.body().path("items").forEach(one -> found.add(calendar(one)));
      String next = answer.body().path("nextPageToken").asString("");
      if (next.isEmpty()) {
        break;
      }
      query.put("pageToken", next);
    }
    return found;
  }

  private static RemoteCalendar calendar(JsonNode told) {
    String own = told.path("summaryOverride").asString("");
    String color = told.path("backgroundColor").asString("");
    String role = told.path("accessRole").asString("");
    return new RemoteCalendar(
        told.path("id").asString(""),
        own.isEmpty() ? told.path("summary").asString("") : own,
        color.isEmpty() ? null : color,
        zone(told.path("timeZone").asString("")),
        role.equals("owner") || role.equals("writer"));
  }

  private static @Nullable ZoneId zone(String name) {
    try {
      return name.isEmpty() ? null : ZoneId.of(name);
    } catch (DateTimeException unknown) {
      return null;
    }
  }

  @Override
  public RemoteChanges changes(
      String calendarId, @Nullable String state, Supplier<Map<String, String>> known)
      throws RemoteFault {
    return new GoogleChanges(api, calendarId).since(state);
  }

  /// Asks only whether anything is there, which costs one small question; then what it is.
  @Override
  public List<RemoteItem> between(String calendarId, Instant from, Instant until)
      throws RemoteFault {
    String begin = from.truncatedTo(ChronoUnit.SECONDS).toString();
    String end = until.truncatedTo(ChronoUnit.SECONDS).toString();
    ObjectNode asked = JsonNodeFactory.instance.objectNode();
    asked.put("timeMin", begin).put("timeMax", end).putArray("items").addObject();
    ((ObjectNode) asked.at("/items/0")).put("id", calendarId);
    JsonAnswer answer = api.send("POST", "/freeBusy", Map.of(), asked, null);
    if (answer.status() != 200) {
      throw api.fault(answer);
    }
    JsonNode told = answer.body().path("calendars").path(calendarId);
    boolean isFree = told.path("busy").isArray() && told.path("busy").isEmpty();
    return isFree && told.path("errors").isEmpty()
        ? List.of()
        : new GoogleChanges(api, calendarId).between(begin, end);
  }

  @Override
  public @Nullable RemoteItem find(String calendarId, String itemId) throws RemoteFault {
    return new GoogleChanges(api, calendarId).find(itemId);
  }

  @Override
  public WrittenEvent put(String calendarId, OwnEvent event, @Nullable WrittenEvent written)
      throws RemoteFault {
    if (written != null) {
      return replace(calendarId, event, written);
    }
    String id = GoogleOwnEvent.id(event);
    ObjectNode body = GoogleOwnEvent.of(event);
    body.put("id", id);
    JsonAnswer answer = api.send("POST", GoogleApi.events(calendarId), SILENTLY, body, null);
    if (answer.status() == 200) {
      return written(answer.body());
    }
    if (answer.status() != 409) {
      throw api.fault(answer);
    }
    // Something is, or was, there: the answer to an earlier try may have been lost.
    JsonNode there = get(calendarId, id);
    if (there == null || GoogleEventText.isCancelled(there) || !GoogleOwnEvent.isOurs(there)) {
      throw new RemoteFault(
          FaultCode.UID_TAKEN, "The calendar has, or had, another event with the same id.");
    }
    return GoogleOwnEvent.agrees(event, there)
        ? written(there)
        : replace(calendarId, event, written(there));
  }

  private static WrittenEvent written(JsonNode event) {
    String etag = event.path("etag").asString("");
    return new WrittenEvent(event.path("id").asString(""), etag.isEmpty() ? null : etag);
  }

  private @Nullable JsonNode get(String calendarId, String id) throws RemoteFault {
    JsonAnswer answer = api.get(GoogleApi.event(calendarId, id), Map.of());
    if (answer.status() == 404 || answer.status() == 410) {
      return null;
    }
    if (answer.status() != 200) {
      throw api.fault(answer);
    }
    return answer.body();
  }

  private WrittenEvent replace(String calendarId, OwnEvent event, WrittenEvent written)
      throws RemoteFault {
    String etag = written.etag();
    if (etag == null) {
      JsonNode there = get(calendarId, written.id());
      if (there == null || GoogleEventText.isCancelled(there)) {
        throw changed();
      }
      etag = there.path("etag").asString("");
    }
    // Without a condition, it would bring back an event that was deleted.
    JsonAnswer answer =
        api.send(
            "PATCH",
            GoogleApi.event(calendarId, written.id()),
            SILENTLY,
            GoogleOwnEvent.of(event),
            etag);
    if (answer.status() == 200) {
      return written(answer.body());
    }
    if (answer.status() != 412 && answer.status() != 404 && answer.status() != 410) {
      throw api.fault(answer);
    }
    JsonNode there = get(calendarId, written.id());
    if (there != null
        && !GoogleEventText.isCancelled(there)
        && GoogleOwnEvent.agrees(event, there)) {
      return written(there);
    }
    throw changed();
  }

  private static RemoteFault changed() {
    return new RemoteFault(FaultCode.CHANGED, "The event was changed in the calendar meanwhile.");
  }

  @Override
  public void delete(String calendarId, WrittenEvent written) throws RemoteFault {
    JsonAnswer answer =
        api.send(
            "DELETE", GoogleApi.event(calendarId, written.id()), SILENTLY, null, written.etag());
    int status = answer.status();
    if (status / 100 == 2 || status == 404 || status == 410) {
      return;
    }
    if (status != 412) {
      throw api.fault(answer);
    }
    JsonNode there = get(calendarId, written.id());
    if (there != null && !GoogleEventText.isCancelled(there)) {
      throw changed();
    }
  }

  @Override
  public Channel watch(String calendarId, Wish wish) throws RemoteFault {
    ObjectNode asked = JsonNodeFactory.instance.objectNode();
    asked.put("id", wish.id().toString()).put("type", "web_hook").put("token", wish.secret());
    asked.put("address", wish.address().toString());
    JsonAnswer answer =
        api.send("POST", GoogleApi.events(calendarId) + "/watch", Map.of(), asked, null);
    if (answer.status() != 200) {
      throw api.fault(answer);
    }
    long until = answer.body().path("expiration").asLong(0);
    String resource = answer.body().path("resourceId").asString("");
    if (until <= 0 || resource.isEmpty() || resource.length() > 1000) {
      throw new RemoteFault(FaultCode.NOT_UNDERSTOOD, "Google does not say how long it will tell.");
    }
    return new Channel(resource, Instant.ofEpochMilli(until));
  }

  @Override
  public void stop(UUID id, String resource) throws RemoteFault {
    ObjectNode asked = JsonNodeFactory.instance.objectNode();
    asked.put("id", id.toString()).put("resourceId", resource);
    JsonAnswer answer = api.send("POST", "/channels/stop", Map.of(), asked, null);
    if (answer.status() / 100 != 2 && answer.status() != 404) {
      throw api.fault(answer);
    }
  }
}
