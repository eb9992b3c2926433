package org.meetwright.server.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.meetwright.server.fuzz.WrongValues.one;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Bodies that are nearly what a route takes, and bodies that are nothing at all.
final class WrongBodies {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String PUT_HERE = "put-here";

  /// What stands between the parts of a form.
  static final String BOUNDARY = "x-y";

  /// By how an address ends; nothing of it can be booked, for the time has passed.
  private static final Map<String, String> RIGHT =
      Map.ofEntries(
          Map.entry(
              "/v1/bookings",
              """
              {"host": "ada", "eventType": "intro", "start": "2026-03-01T15:00:00Z",
               "invitee": {"name": "Bob", "email": "bob@example.com", "timeZone": "UTC",
                           "locale": "en"},
               "guests": ["g@example.com"], "answers": {"a": "b"}, "notes": "n",
               "metadata": {"k": "v"}, "link": "l", "altcha": "e30="}
              """),
          Map.entry("/sessions", "{\"email\": \"a@b.org\", \"password\": \"x\", \"code\": \"1\"}"),
          Map.entry(
              "/schedules",
              """
              {"name": "S", "timeZone": "UTC", "isDefault": false,
               "weeklyHours": [{"day": "MONDAY", "start": "09:00", "end": "17:00"}],
               "overrides": [{"date": "2026-03-09",
                              "intervals": [{"start": "09:00", "end": "10:00"}]}]}
              """),
          Map.entry(
              "/event-types",
              """
              {"slug": "s", "name": "N", "description": "d", "durationMinutes": 30,
               "stepMinutes": 15, "bufferBeforeMinutes": 0, "bufferAfterMinutes": 0,
               "minimumNoticeMinutes": 0, "bookingWindow": {"kind": "rolling", "days": 5},
               "maxPerDay": 1, "maxPerWeek": 2, "seats": 1, "assignment": {"kind": "oneHost"},
               "requiresApproval": false, "hidden": false, "active": true, "color": "#2f6f5e",
               "location": {"kind": "link", "value": "https://example.org"},
               "questions": [{"label": "Q", "kind": "oneOf", "required": true, "options": ["a"]}],
               "scheduleId": null, "reminderMinutes": [60], "requiresLink": false,
               "cancellationPolicy": {"noticeMinutes": 60, "reasonRequired": true},
               "reschedulePolicy": {"noticeMinutes": 60, "reasonRequired": true}}
              """),
          Map.entry(
              "/teams",
              """
              {"handle": "crew", "name": "Crew",
               "members": [{"handle": "eve", "weight": 1, "priority": 0}]}
              """),
          Map.entry(
              "/busy-times",
              """
              {"start": "2026-03-05T12:00:00Z", "end": "2026-03-05T13:00:00Z", "summary": "s"}
              """),
          Map.entry(
              "/tokens",
              """
              {"name": "t", "scopes": ["read"], "expiresAt": "2027-01-01T00:00:00Z"}
              """),
          Map.entry(
              "/webhooks",
              """
              {"url": "http://127.0.0.1:9/x", "events": ["booking.created"], "active": true}
              """),
          Map.entry(
              "/booking-links",
              """
              {"eventTypeId": "00000000-0000-0000-0000-000000000000", "uses": 1,
               "expiresAt": "2027-01-01T00:00:00Z"}
              """),
          Map.entry(
              "/me",
              """
              {"name": "Eve", "timeZone": "UTC", "locale": "en"}
              """),
          Map.entry("/password", "{\"current\": \"x\", \"new\": \"y\"}"),
          Map.entry("/totp", "{\"code\": \"123456\"}"),
          Map.entry("/confirm", "{\"code\": \"123456\"}"),
          Map.entry("/branding", "{\"color\": \"#2f6f5e\", \"logo\": null}"),
          Map.entry(
              "/reschedule",
              """
              {"start": "2026-03-01T15:00:00Z", "reason": "r"}
              """),
          Map.entry("/cancel", "{\"reason\": \"r\"}"));

  private WrongBodies() {}

  /// Returns a body for a route.
  static byte[] json(Random random, String route) {
    String right =
        RIGHT.entrySet().stream()
            .filter(entry -> route.replaceFirst("/\\{id}$", "").endsWith(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("{\"reason\": \"r\"}");
    return switch (random.nextInt(12)) {
      case 0 -> right.substring(0, random.nextInt(right.length())).getBytes(UTF_8);
      case 1 -> (right + right).getBytes(UTF_8);
      case 2 -> right.replaceFirst("\\{", "{\"nonsense\": 1, ").getBytes(UTF_8);
      case 3 -> right.replaceFirst("\\{", "{\"a\": 1, \"a\": 2, ").getBytes(UTF_8);
      case 4 -> flipped(random, right.getBytes(UTF_8));
      case 5 -> ("\ufeff" + right).getBytes(UTF_8);
      case 6 -> right.replaceAll("\"[a-z]\"", "\"\u00e9\"").getBytes(ISO_8859_1);
      case 7 -> WrongValues.json(random).getBytes(UTF_8);
      default -> changed(random, right).getBytes(UTF_8);
    };
  }

  private static byte[] flipped(Random random, byte[] bytes) {
    for (int i = 0; i < 3; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  /// Returns a body one of whose values is another.
  private static String changed(Random random, String right) {
    JsonNode tree = JSON.readTree(right);
    List<Runnable> places = new ArrayList<>();
    collect(tree, places);
    one(random, places).run();
    return JSON.writeValueAsString(tree).replace('"' + PUT_HERE + '"', WrongValues.json(random));
  }

  private static void collect(JsonNode node, List<Runnable> places) {
    if (node instanceof ObjectNode object) {
      for (String key : object.propertyNames()) {
        places.add(() -> object.put(key, PUT_HERE));
        collect(object.path(key), places);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        places.add(() -> array.set(index, JSON.getNodeFactory().stringNode(PUT_HERE)));
        collect(array.path(i), places);
      }
    }
  }

  /// Returns a form for a page.
  ///
  /// @param csrf what it carries
  static byte[] form(Random random, String csrf) {
    List<String> names =
        List.of(
            "name",
            "email",
            "start",
            "zone",
            "guests",
            "notes",
            "link",
            "key",
            "reason",
            "password",
            "code",
            "answer",
            "proof",
            "current",
            "new",
            "again",
            "scope",
            "until",
            "color",
            "issuer",
            "subject",
            "lang",
            "altcha");
    StringBuilder form = new StringBuilder("start=2026-03-01T15:00:00Z&csrf=" + csrf);
    for (int i = random.nextInt(6); i > 0; i--) {
      form.append('&').append(one(random, names)).append('=').append(WrongValues.part(random));
    }
    return random.nextInt(20) == 0
        ? ("notes=" + "x".repeat(70_000)).getBytes(UTF_8)
        : form.toString().getBytes(UTF_8);
  }

  /// Returns a form with a picture, or what is left of one.
  ///
  /// @param csrf what it carries
  static byte[] parts(Random random, String csrf) {
    String form =
        "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n"
            + csrf
            + "\r\n--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"logo\"; filename=\"\u00fc\"\r\n"
            + "Content-Transfer-Encoding: "
            + one(random, List.of("binary", "base64", "quoted-printable", "x-uuencode", "none"))
            + "\r\n\r\n\u0089PNG\r\n\u001a\n"
            + "x".repeat(random.nextInt(20) == 0 ? 90_000 : random.nextInt(50))
            + "\r\n--"
            + BOUNDARY
            + "--\r\n";
    return switch (random.nextInt(6)) {
      case 0 -> form.substring(0, random.nextInt(form.length())).getBytes(ISO_8859_1);
      case 1 -> flipped(random, form.getBytes(ISO_8859_1));
      case 2 -> form.replace("form-data; name", one(random, WrongValues.TEXTS)).getBytes(UTF_8);
      case 3 -> form.replace("\r\n", "\n").getBytes(ISO_8859_1);
      default -> form.getBytes(ISO_8859_1);
    };
  }
}
