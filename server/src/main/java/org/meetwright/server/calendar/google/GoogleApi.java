package org.meetwright.server.calendar.google;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.oauth.AccessTokens;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.server.calendar.http.CalendarHttp;
import org.meetwright.server.calendar.http.JsonAnswer;
import org.meetwright.server.outgoing.OutgoingRequest;
import tools.jackson.databind.JsonNode;

/// Requests to the API, as an account's owner has allowed them.
final class GoogleApi {
  private static final Duration HOURS = Duration.ofHours(2);
  private static final Duration A_DAY = Duration.ofHours(6);

  private final CalendarHttp http;
  private final String root;
  private final AccessTokens tokens;

  GoogleApi(CalendarHttp http, String root, AccessTokens tokens) {
    this.http = http;
    this.root = root;
    this.tokens = tokens;
  }

  /// Returns the path of a calendar's events.
  static String events(String calendarId) {
    return "/calendars/" + encoded(calendarId) + "/events";
  }

  /// Returns the path of an event.
  static String event(String calendarId, String id) {
    return events(calendarId) + "/" + encoded(id);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// Asks for what is at a path.
  JsonAnswer get(String path, Map<String, String> query) throws RemoteFault {
    return send("GET", path, query, null, null);
  }

  /// Sends a request. A token that is refused is replaced, once.
  ///
  /// @param body null if there is none
  /// @param etag what has to stand there still; null for anything
  JsonAnswer send(
      String method,
      String path,
      Map<String, String> query,
      @Nullable JsonNode body,
      @Nullable String etag)
      throws RemoteFault {
    String token = tokens.current();
    JsonAnswer answer = send(method, path, query, body, etag, token);
    return answer.status() == 401
        ? send(method, path, query, body, etag, tokens.insteadOf(token))
        : answer;
  }

  private JsonAnswer send(
      String method,
      String path,
      Map<String, String> query,
      @Nullable JsonNode body,
      @Nullable String etag,
      String token)
      throws RemoteFault {
    String parameters =
        query.entrySet().stream()
            .map(one -> one.getKey() + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
    URI at = URI.create(root + path + (parameters.isEmpty() ? "" : "?" + parameters));
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Authorization", "Bearer " + token);
    headers.put("Accept", "application/json");
    headers.put("Accept-Encoding", "gzip");
    if (etag != null) {
      headers.put("If-Match", etag);
    }
    byte[] bytes = new byte[0];
    if (body != null) {
      headers.put("Content-Type", "application/json; charset=utf-8");
      bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    }
    return JsonAnswer.of(http, new OutgoingRequest(method, new HttpUrl(at), headers, bytes));
  }

  /// Returns what follows from an answer that is not the one that was hoped for. A 403 may mean
  /// anything; its reason tells.
  RemoteFault fault(JsonAnswer answer) {
    if (answer.status() == 401) {
      return new RemoteFault(
          FaultCode.SIGN_IN, "Google no longer lets this server in. Connect again.");
    }
    return answer.status() == 403 ? refusal(answer) : http.fault(answer.head());
  }

  private RemoteFault refusal(JsonAnswer answer) {
    JsonNode error = answer.body().path("error");
    String reason = error.at("/errors/0/reason").asString("");
    return switch (reason) {
      case "rateLimitExceeded", "userRateLimitExceeded" ->
          new RemoteFault(
              FaultCode.LATER, "Google asks to wait.", http.retryAfter(answer.head()), null);
      case "quotaExceeded", "calendarUsageLimitsExceeded" ->
          new RemoteFault(FaultCode.QUOTA, "Google takes no more for some hours.", HOURS, null);
      case "dailyLimitExceeded", "dailyLimitExceededUnreg" ->
          new RemoteFault(
              FaultCode.QUOTA, "Google takes no more from this server today.", A_DAY, null);
      case "domainPolicy" ->
          new RemoteFault(
              FaultCode.FORBIDDEN_THERE,
              "Whoever manages the account at Google does not let other programs into calendars.");
      case "accessNotConfigured" ->
          new RemoteFault(
              FaultCode.CLIENT_REFUSED,
              "The Google Calendar API is not switched on for this server's project. An admin has"
                  + " to do so in Google's console.");
      case "insufficientPermissions" ->
          new RemoteFault(
              FaultCode.CONSENT_PARTIAL,
              "Not everything was allowed at Google that is needed. Connect again, and tick all"
                  + " boxes.");
      default ->
          new RemoteFault(FaultCode.READ_ONLY, "Google does not let this account do that there.");
    };
  }
}
