package org.meetwright.server.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.meetwright.server.fuzz.WrongValues.one;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meetwright.server.pages.web.Csrf;

/// Makes broken requests for routes. The same seed and number make the same request.
///
/// @param routes like `GET /api/v1/schedules/{id}`
/// @param keys what a caller may have
record BrokenRequests(List<String> routes, Keys keys) {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
  private static final List<String> METHODS =
      List.of(
          "GET",
          "HEAD",
          "POST",
          "PUT",
          "PATCH",
          "DELETE",
          "OPTIONS",
          "TRACE",
          "CONNECT",
          "get",
          "PROPFIND",
          "X",
          "M-SEARCH",
          "G".repeat(300));
  private static final List<String> QUERIES =
      List.of(
          "from",
          "to",
          "zone",
          "date",
          "month",
          "start",
          "link",
          "city",
          "lang",
          "hours",
          "limit",
          "cursor",
          "status",
          "q",
          "eventType",
          "state",
          "v",
          "name",
          "email",
          "a1",
          "theme");
  private static final List<String> HEADERS =
      List.of(
          "Accept-Language",
          "Cookie",
          "If-Match",
          "If-None-Match",
          "Idempotency-Key",
          "Authorization",
          "User-Agent",
          "Accept",
          "Accept-Encoding",
          "X-Forwarded-For",
          "Origin",
          "Sec-Fetch-Site",
          "Referer",
          "Range",
          "If-Modified-Since",
          "Forwarded",
          "X-Request-Id",
          "Content-Encoding",
          "Upgrade",
          "Expect",
          "TE");

  /// What lets a caller in.
  ///
  /// @param token of the API
  /// @param session of the pages
  /// @param manage of a booking
  record Keys(String token, String session, String manage) {}

  /// Makes one.
  ///
  /// @param trusted whether it may carry the caller's keys
  BrokenRequest next(long seed, boolean trusted) {
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    for (int i = 0; i < 3; i++) {
      random.nextInt();
    }
    String route = one(random, routes);
    String method = route.substring(0, route.indexOf(' '));
    String path = route.substring(route.indexOf(' ') + 1);
    if (random.nextInt(8) == 0) {
      method = one(random, METHODS);
    }
    String target = target(random, path.isEmpty() ? "/" : path, trusted) + query(random);
    byte[] body = body(random, method, path, trusted);
    String headers = headers(random, path, trusted);
    return random.nextInt(3) == 0
        ? new BrokenHttp(random, method, target, headers, body).next()
        : proper(random, method, target, headers, body);
  }

  private String target(Random random, String path, boolean trusted) {
    Matcher parameters = PARAMETER.matcher(path);
    StringBuilder filled = new StringBuilder();
    while (parameters.find()) {
      boolean right = random.nextBoolean();
      String value =
          right
              ? right(parameters.group(1), trusted || !path.endsWith("/cancel"))
              : WrongValues.part(random);
      parameters.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    parameters.appendTail(filled);
    if (path.endsWith("/*")) {
      filled.setLength(filled.length() - 1);
      filled.append(WrongValues.part(random));
    }
    return random.nextInt(15) == 0 ? filled + "/" + WrongValues.part(random) : filled.toString();
  }

  private String right(String parameter, boolean mayManage) {
    return switch (parameter) {
      case "handle" -> "ada";
      case "slug" -> "intro";
      case "file" -> "pages.css";
      case "token" -> mayManage ? keys.manage() : "unknown";
      default -> "0195584a-0000-7000-8000-000000000000";
    };
  }

  private static String query(Random random) {
    StringBuilder query = new StringBuilder();
    if (random.nextBoolean()) {
      for (int i = random.nextInt(5); i > 0; i--) {
        query
            .append(query.isEmpty() ? '?' : '&')
            .append(one(random, QUERIES))
            .append(random.nextInt(20) == 0 ? "" : "=")
            .append(WrongValues.part(random));
      }
    }
    return query.toString();
  }

  private byte[] body(Random random, String method, String path, boolean trusted) {
    if (List.of("GET", "HEAD").contains(method) && random.nextInt(20) > 0) {
      return new byte[0];
    }
    if (path.startsWith("/api/")) {
      return WrongBodies.json(random, path);
    }
    // With what shows that the form is ours, or all would be refused for the want of it.
    String csrf =
        trusted && path.startsWith("/account/") && random.nextBoolean()
            ? Csrf.token(keys.session())
            : WrongValues.part(random);
    return path.endsWith("/logo")
        ? WrongBodies.parts(random, csrf)
        : WrongBodies.form(random, csrf);
  }

  private String headers(Random random, String path, boolean trusted) {
    StringBuilder headers = new StringBuilder("Host: localhost\r\n");
    boolean api = path.startsWith("/api/");
    if (trusted && random.nextInt(8) > 0) {
      headers.append(
          api
              ? "Authorization: Bearer " + keys.token() + "\r\n"
              : "Cookie: meetwright=" + keys.session() + "\r\n");
    }
    headers.append(
        switch (random.nextInt(6)) {
          case 0 -> "Content-Type: text/plain; charset=utf-16\r\n";
          case 1 -> "Content-Type: ;;/\r\n";
          case 2 -> "";
          default -> "Content-Type: " + type(path) + "\r\n";
        });
    for (int i = random.nextInt(4) - 1; i > 0; i--) {
      headers.append(one(random, HEADERS)).append(": ").append(header(random)).append("\r\n");
    }
    return headers.toString();
  }

  private static String type(String path) {
    if (path.endsWith("/logo")) {
      return "multipart/form-data; boundary=" + WrongBodies.BOUNDARY;
    }
    return path.startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded";
  }

  /// Returns a value that may stand in a header, and makes no sense there.
  private static String header(Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> "Bearer " + "x".repeat(2000);
      case 1 -> "en;q=x, *;q=-1, " + "de-".repeat(200) + ",,,";
      case 2 -> "meetwright=\"; lang=%zz; =; zone=a; hours";
      case 3 -> "Basic Zm9v";
      case 4 -> "gzip;q=abc, br, *;q=0";
      case 5 -> "\"" + "0".repeat(300);
      case 6 -> "9".repeat(60);
      case 7 -> "\t";
      default -> one(random, WrongValues.TEXTS).replaceAll("[^\\x20-\\x7e]", "\u00e9").strip();
    };
  }

  /// HTTP as it should be, with what makes no sense in it.
  private static BrokenRequest proper(
      Random random, String method, String target, String headers, byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean chunked = body.length > 0 && random.nextInt(4) == 0;
    String length =
        body.length == 0
            ? ""
            : chunked
                ? "Transfer-Encoding: chunked\r\n"
                : "Content-Length: " + body.length + "\r\n";
    bytes.writeBytes(
        (method + " " + target + " HTTP/1.1\r\n" + headers + length + "\r\n").getBytes(ISO_8859_1));
    bytes.writeBytes(chunked ? chunks(body) : body);
    return new BrokenRequest(method, target, bytes.toByteArray(), false, true);
  }

  static byte[] chunks(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int from = 0; from < body.length; from += 1000) {
      int size = Math.min(1000, body.length - from);
      bytes.writeBytes((Integer.toHexString(size) + "\r\n").getBytes(UTF_8));
      bytes.write(body, from, size);
      bytes.writeBytes("\r\n".getBytes(UTF_8));
    }
    bytes.writeBytes("0\r\n\r\n".getBytes(UTF_8));
    return bytes.toByteArray();
  }
}
