package org.meetwright.server.calendar.google;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.meetwright.core.access.Secrets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Google's authorization server and Calendar API, as their documentation describes them, as far as
/// we use them: stateful, strict, and failing on command. Each rule names the page that it comes
/// from, below `https://developers.google.com/`. It was never compared with the service itself.
public final class FakeGoogle implements AutoCloseable {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  public static final String CLIENT = "meet.apps.example";
  public static final String SECRET = "g00gle";

  private final HttpServer server;
  private final Map<String, Shelf> calendars = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> codes = new HashMap<>();
  private final Set<String> refreshTokens = new HashSet<>();
  private final Set<String> accessTokens = new HashSet<>();
  private final List<Failure> failures = new ArrayList<>();
  public final List<String> asked = new CopyOnWriteArrayList<>();
  public final List<String> revoked = new CopyOnWriteArrayList<>();
  public volatile String subject = "10001";
  public volatile String email = "ada@gmail.example";
  public volatile boolean declines;
  public volatile String scopes = "";
  public volatile int pageSize = 1000;
  public volatile boolean emptyPages;
  private int number;

  /// A calendar: its events by id, deleted ones too, each with the number of its last change.
  private record Shelf(ObjectNode entry, Map<String, ObjectNode> events, Map<String, Integer> at) {}

  private record Failure(String method, int status, String reason) {}

  /// What is answered.
  private record Said(int status, JsonNode body) {}

  /// Starts it on a port of loopback, with a calendar.
  public FakeGoogle() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
    addCalendar("ada@gmail.example", "Ada", "owner");
    accessTokens.add("token");
  }

  public String root() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Returns where it is.
  public GoogleEndpoints endpoints() {
    return new GoogleEndpoints(
        URI.create(root() + "/auth"),
        URI.create(root() + "/token"),
        URI.create(root() + "/revoke"),
        root() + "/calendar/v3");
  }

  public synchronized void addCalendar(String id, String name, String role) {
    ObjectNode entry = NODES.objectNode();
    entry.put("id", id).put("summary", name).put("accessRole", role);
    entry.put("timeZone", "Europe/Berlin").put("backgroundColor", "#9fe1e7");
    calendars.put(id, new Shelf(entry, new LinkedHashMap<>(), new HashMap<>()));
  }

  public synchronized void dropCalendar(String id) {
    calendars.remove(id);
  }

  /// Puts an event in, as its owner does at Google, or changes one.
  public synchronized void put(String calendar, String json) {
    ObjectNode event = (ObjectNode) JsonMapper.shared().readTree(json.replace('\'', '"'));
    String id = event.path("id").asString("");
    if (!event.has("iCalUID")) {
      event.put("iCalUID", id + "@google.com");
    }
    if (!event.has("status")) {
      event.put("status", "confirmed");
    }
    write(calendars.get(calendar), id, event);
  }

  /// Deletes an event, as its owner does: what is told of it afterwards may be ids alone
  /// (workspace/calendar/api/v3/reference/events#resource, `status`).
  public synchronized void delete(String calendar, String id) {
    Shelf shelf = calendars.get(calendar);
    ObjectNode old = shelf.events.get(id);
    ObjectNode left = NODES.objectNode();
    left.put("id", id).put("status", "cancelled");
    for (String kept : List.of("recurringEventId", "originalStartTime")) {
      if (old.has(kept)) {
        left.set(kept, old.get(kept));
      }
    }
    write(shelf, id, left);
  }

  private void write(Shelf shelf, String id, ObjectNode event) {
    event.put("etag", "\"" + ++number + "\"");
    shelf.events.put(id, event);
    shelf.at.put(id, number);
  }

  /// Returns the events of a calendar that are not deleted.
  public synchronized List<JsonNode> events(String calendar) {
    return calendars.get(calendar).events.values().stream()
        .filter(event -> !isCancelled(event))
        .<JsonNode>map(ObjectNode::deepCopy)
        .toList();
  }

  /// Has all sync tokens be refused that were given so far.
  public synchronized void forgetChanges() {
    oldest = ++number;
  }

  private int oldest;

  /// Has the next request of a method fail.
  public synchronized void fail(String method, int status, String reason) {
    failures.add(new Failure(method, status, reason));
  }

  public synchronized void refuseAccessTokens() {
    accessTokens.clear();
  }

  public synchronized void withdrawConsent() {
    accessTokens.clear();
    refreshTokens.clear();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String raw = exchange.getRequestURI().getRawQuery();
    Map<String, String> query = parameters(raw == null ? "" : raw);
    if (path.equals("/auth")) {
      exchange.getResponseHeaders().add("Location", consent(query));
      exchange.sendResponseHeaders(302, -1);
      exchange.close();
      return;
    }
    Said said;
    synchronized (this) {
      asked.add(method + " " + path + (query.containsKey("syncToken") ? " since" : ""));
      said =
          path.startsWith("/calendar/v3/")
              ? api(exchange, method, path.substring(12), query, text)
              : tokens(path, parameters(text));
    }
    byte[] body =
        said.body.isNull() ? new byte[0] : said.body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json; charset=UTF-8");
    exchange.sendResponseHeaders(said.status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Map<String, String> parameters(String text) {
    Map<String, String> read = new LinkedHashMap<>();
    for (String one : text.split("&", -1)) {
      int is = one.indexOf('=');
      if (is > 0) {
        read.put(decoded(one.substring(0, is)), decoded(one.substring(is + 1)));
      }
    }
    return read;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /// The page where its user consents at once (identity/protocols/oauth2/web-server): a refresh
  /// token is given for `access_type=offline` alone, each time for `prompt=consent`.
  private synchronized String consent(Map<String, String> query) {
    String back = query.get("redirect_uri") + "?state=" + query.get("state");
    if (declines) {
      return back + "&error=access_denied";
    }
    if (!CLIENT.equals(query.get("client_id"))
        || !"code".equals(query.get("response_type"))
        || !"S256".equals(query.get("code_challenge_method"))) {
      return back + "&error=invalid_request";
    }
    String code = "4/code-" + ++number;
    codes.put(code, query);
    return back + "&code=" + code + "&scope=" + "email";
  }

  private Said tokens(String path, Map<String, String> form) {
    if (path.equals("/revoke")) {
      boolean known = refreshTokens.remove(form.get("token"));
      revoked.add(String.valueOf(form.get("token")));
      accessTokens.clear();
      return new Said(known ? 200 : 400, NODES.objectNode());
    }
    if (!CLIENT.equals(form.get("client_id")) || !SECRET.equals(form.get("client_secret"))) {
      return new Said(401, NODES.objectNode().put("error", "invalid_client"));
    }
    if (form.getOrDefault("grant_type", "").equals("refresh_token")) {
      return refreshTokens.contains(form.get("refresh_token"))
          ? new Said(200, granted(""))
          : refusedGrant();
    }
    Map<String, String> way = codes.remove(form.get("code"));
    if (way == null
        || !way.get("redirect_uri").equals(form.get("redirect_uri"))
        || !way.get("code_challenge")
            .equals(Secrets.hash(form.getOrDefault("code_verifier", "")))) {
      return refusedGrant();
    }
    String given = scopes.isEmpty() ? way.get("scope") : scopes;
    ObjectNode answer = granted(given);
    if ("offline".equals(way.get("access_type")) && "consent".equals(way.get("prompt"))) {
      String refresh = "1//refresh-" + ++number;
      refreshTokens.add(refresh);
      answer.put("refresh_token", refresh);
    }
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder().subject(subject).audience(CLIENT).claim("email", email).build();
    return new Said(200, answer.put("id_token", new PlainJWT(claims).serialize()));
  }

  private static Said refusedGrant() {
    return new Said(400, NODES.objectNode().put("error", "invalid_grant"));
  }

  private ObjectNode granted(String given) {
    String access = "ya29.access-" + ++number;
    accessTokens.add(access);
    ObjectNode answer = NODES.objectNode();
    answer.put("access_token", access).put("expires_in", 3599).put("token_type", "Bearer");
    return given.isEmpty() ? answer : answer.put("scope", given);
  }

  /// Errors as workspace/calendar/api/guides/errors shows them.
  private static Said error(int status, String reason) {
    ObjectNode body = NODES.objectNode();
    ObjectNode error = body.putObject("error");
    error.put("code", status).put("message", reason);
    error.putArray("errors").addObject().put("domain", "global").put("reason", reason);
    return new Said(status, body);
  }

  private Said api(
      HttpExchange exchange, String method, String path, Map<String, String> query, String text) {
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    if (token == null || !accessTokens.contains(token.replaceFirst("^Bearer ", ""))) {
      return error(401, "authError");
    }
    for (Failure failure : failures) {
      if (failure.method.equals(method)) {
        failures.remove(failure);
        return error(failure.status, failure.reason);
      }
    }
    String[] parts = path.split("/", -1);
    if (path.equals("/users/me/calendarList")) {
      ObjectNode list = NODES.objectNode();
      ArrayNode items = list.putArray("items");
      calendars.values().forEach(shelf -> items.add(shelf.entry));
      return new Said(200, list);
    }
    if (path.equals("/freeBusy")) {
      return new Said(200, freeBusy(JsonMapper.shared().readTree(text)));
    }
    if (path.equals("/channels/stop")) {
      JsonNode channel = JsonMapper.shared().readTree(text);
      return channels.remove(channel.path("id").asString("")) == null
          ? error(404, "notFound")
          : new Said(204, NODES.nullNode());
    }
    Shelf shelf = parts.length > 2 ? calendars.get(decoded(parts[2])) : null;
    if (shelf == null || !parts[1].equals("calendars")) {
      return error(404, "notFound");
    }
    if (parts.length == 5 && parts[4].equals("watch")) {
      return watch(decoded(parts[2]), JsonMapper.shared().readTree(text));
    }
    String ifMatch = exchange.getRequestHeaders().getFirst("If-Match");
    return switch (method) {
      case "GET" -> parts.length == 4 ? list(shelf, query) : get(shelf, decoded(parts[4]));
      case "POST" -> insert(shelf, (ObjectNode) JsonMapper.shared().readTree(text));
      case "PATCH" ->
          patch(shelf, decoded(parts[4]), (ObjectNode) JsonMapper.shared().readTree(text), ifMatch);
      case "DELETE" -> remove(shelf, decoded(parts[4]), ifMatch);
      default -> error(405, "httpMethodNotAllowed");
    };
  }

  /// workspace/calendar/api/v3/reference/events/list and guides/sync: a sync token goes together
  /// with none of these; it is on the last page alone; one that is too old is a 410.
  private Said list(Shelf shelf, Map<String, String> query) {
    String token = query.get("syncToken");
    if (token != null) {
      for (String excluded :
          List.of("iCalUID", "orderBy", "q", "timeMin", "timeMax", "updatedMin")) {
        if (query.containsKey(excluded)) {
          return error(400, "invalid");
        }
      }
      if ("false".equals(query.get("showDeleted"))) {
        return error(400, "invalid");
      }
      if (!token.matches("[0-9]+") || Integer.parseInt(token) < oldest) {
        return error(410, "fullSyncRequired");
      }
    }
    List<ObjectNode> found = new ArrayList<>();
    for (Map.Entry<String, ObjectNode> event : shelf.events.entrySet()) {
      if (token != null && shelf.at.get(event.getKey()) <= Integer.parseInt(token)) {
        continue;
      }
      if (matches(event.getValue(), query)) {
        found.add(event.getValue());
      }
    }
    int from = Integer.parseInt(query.getOrDefault("pageToken", "0"));
    int to = Math.min(found.size(), from + pageSize);
    ObjectNode page = NODES.objectNode();
    ArrayNode items = page.putArray("items");
    if (emptyPages && !query.containsKey("pageToken")) {
      return new Said(200, page.put("nextPageToken", "0"));
    }
    found.subList(from, to).forEach(items::add);
    if (to < found.size()) {
      page.put("nextPageToken", String.valueOf(to));
    } else if (!query.containsKey("timeMin") && !query.containsKey("iCalUID")) {
      page.put("nextSyncToken", String.valueOf(number));
    }
    return new Said(200, page);
  }

  private static boolean matches(ObjectNode event, Map<String, String> query) {
    if (isCancelled(event)
        && !event.has("recurringEventId")
        && !"true".equals(query.get("showDeleted"))) {
      return false;
    }
    String uid = query.get("iCalUID");
    if (uid != null && event.has("iCalUID") && !uid.equals(event.path("iCalUID").asString(""))) {
      return false;
    }
    if (uid != null && !event.has("iCalUID") && !event.has("recurringEventId")) {
      return false;
    }
    return !query.containsKey("timeMin")
        || event.has("recurrence")
        || (event.has("start")
            && time(event.path("end")).isAfter(OffsetDateTime.parse(query.get("timeMin")))
            && time(event.path("start")).isBefore(OffsetDateTime.parse(query.get("timeMax"))));
  }

  private static OffsetDateTime time(JsonNode time) {
    return OffsetDateTime.parse(
        time.has("dateTime")
            ? time.path("dateTime").asString("")
            : time.path("date").asString("") + "T00:00:00Z");
  }

  private static boolean isCancelled(JsonNode event) {
    return event.path("status").asString("").equals("cancelled");
  }

  private Said get(Shelf shelf, String id) {
    ObjectNode event = shelf.events.get(id);
    return event == null ? error(404, "notFound") : new Said(200, event);
  }

  /// workspace/calendar/api/v3/reference/events/insert: letters of base32hex; an id that was used
  /// is used for ever; id or iCalUID, not both; attendees cost quota.
  private Said insert(Shelf shelf, ObjectNode event) {
    String id = event.path("id").asString("");
    if (!id.matches("[a-v0-9]{5,1024}") || event.has("iCalUID") || event.has("attendees")) {
      return error(400, "invalid");
    }
    if (shelf.entry.path("accessRole").asString("").equals("reader")) {
      return error(403, "requiredAccessLevel");
    }
    if (shelf.events.containsKey(id)) {
      return error(409, "duplicate");
    }
    event.put("iCalUID", id + "@google.com");
    write(shelf, id, event);
    return new Said(200, event);
  }

  private Said patch(Shelf shelf, String id, ObjectNode change, String ifMatch) {
    ObjectNode old = shelf.events.get(id);
    if (old == null) {
      return error(404, "notFound");
    }
    if (ifMatch != null && !ifMatch.equals(old.path("etag").asString(""))) {
      return error(412, "conditionNotMet");
    }
    ObjectNode now = old.deepCopy();
    change.properties().forEach(one -> now.set(one.getKey(), one.getValue()));
    write(shelf, id, now);
    return new Said(200, now);
  }

  private Said remove(Shelf shelf, String id, String ifMatch) {
    ObjectNode old = shelf.events.get(id);
    if (old == null) {
      return error(404, "notFound");
    }
    if (isCancelled(old)) {
      return error(410, "deleted");
    }
    if (ifMatch != null && !ifMatch.equals(old.path("etag").asString(""))) {
      return error(412, "conditionNotMet");
    }
    ObjectNode left = old.deepCopy();
    write(shelf, id, left.put("status", "cancelled"));
    return new Said(204, NODES.nullNode());
  }

  /// workspace/calendar/api/guides/push: an https address, an id that was not used, a week at most.
  private Said watch(String calendar, JsonNode asked) {
    String id = asked.path("id").asString("");
    if (!asked.path("address").asString("").startsWith("https://")) {
      return error(400, "push.webhookUrlNotHttps");
    }
    if (!asked.path("type").asString("").equals("web_hook")
        || !id.matches("[A-Za-z0-9_+/=-]{1,64}")
        || asked.path("token").asString("").length() > 256) {
      return error(400, "invalid");
    }
    if (channels.containsKey(id)) {
      return error(400, "channelIdNotUnique");
    }
    channels.put(id, new Channel(calendar, id, asked.path("token").asString("")));
    ObjectNode answer = NODES.objectNode();
    answer.put("kind", "api#channel").put("id", id).put("resourceId", "res-" + calendar);
    answer.put("expiration", String.valueOf(channelsEnd.toEpochMilli()));
    return new Said(200, answer);
  }

  /// A channel that was asked for.
  public record Channel(String calendar, String id, String token) {}

  /// Returns the channels that are open.
  public synchronized List<Channel> channels() {
    return List.copyOf(channels.values());
  }

  private final Map<String, Channel> channels = new LinkedHashMap<>();
  public volatile Instant channelsEnd = Instant.parse("2030-01-01T00:00:00Z");

  /// workspace/calendar/api/v3/reference/freebusy/query.
  private ObjectNode freeBusy(JsonNode asked) {
    Map<String, String> range =
        Map.of(
            "timeMin", asked.path("timeMin").asString(""),
            "timeMax", asked.path("timeMax").asString(""));
    ObjectNode told = NODES.objectNode();
    ObjectNode all = told.putObject("calendars");
    for (JsonNode one : asked.path("items")) {
      String id = one.path("id").asString("");
      Shelf shelf = calendars.get(id);
      ObjectNode answer = all.putObject(id);
      ArrayNode busy = answer.putArray("busy");
      if (shelf == null) {
        answer.putArray("errors").addObject().put("reason", "notFound");
        continue;
      }
      for (ObjectNode event : shelf.events.values()) {
        if (!isCancelled(event)
            && !event.path("transparency").asString("").equals("transparent")
            && matches(event, range)) {
          busy.addObject().set("start", event.path("start").path("dateTime"));
        }
      }
    }
    return told;
  }
}
