package org.meetwright.server.calendar.google;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import org.meetwright.core.calendar.remote.OwnEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A meeting as an event at Google: without attendees, for which Google would ask its quota, and
/// without an iCalendar UID, which may not be given together with an id.
final class GoogleOwnEvent {
  private static final String REVISION = "meetwrightRevision";

  private GoogleOwnEvent() {}

  /// Returns the id of a new event, the same at every try: of the letters that Google allows, those
  /// of base32hex in lower case.
  static String id(OwnEvent event) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(event.uid().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 20);
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  static ObjectNode of(OwnEvent event) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("summary", event.title());
    body.put("description", event.description());
    body.put("location", event.location());
    body.put("status", event.tentative() ? "tentative" : "confirmed");
    body.set("start", time(event.start(), event));
    body.set("end", time(event.end(), event));
    ObjectNode known = body.putObject("extendedProperties").putObject("private");
    known.put(GoogleEventText.MARKER, event.meetingId().toString());
    known.put(REVISION, revision(event));
    return body;
  }

  private static ObjectNode time(Instant at, OwnEvent event) {
    ObjectNode time = JsonNodeFactory.instance.objectNode();
    time.put("dateTime", at.toString());
    time.put("timeZone", event.zone().getId());
    return time;
  }

  private static String revision(OwnEvent event) {
    return event.sequence() + " " + event.stamp();
  }

  /// Returns whether something is an event of ours, perhaps of another meeting.
  static boolean isOurs(JsonNode there) {
    return !privately(there, GoogleEventText.MARKER).isEmpty();
  }

  /// Returns whether something is what we would write, as far as it matters.
  static boolean agrees(OwnEvent event, JsonNode there) {
    return privately(there, GoogleEventText.MARKER).equals(event.meetingId().toString())
        && privately(there, REVISION).equals(revision(event))
        && isAt(there.path("start"), event.start())
        && isAt(there.path("end"), event.end());
  }

  private static boolean isAt(JsonNode time, Instant at) {
    try {
      return OffsetDateTime.parse(time.path("dateTime").asString("")).toInstant().equals(at);
    } catch (DateTimeParseException allDay) {
      return false;
    }
  }

  private static String privately(JsonNode event, String name) {
    return event.at("/extendedProperties/private/" + name).asString("");
  }
}
