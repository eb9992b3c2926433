package org.meetwright.server.outgoing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.HttpUrl;

/// A request to another server.
///
/// @param method of HTTP, or of an extension such as WebDAV's PROPFIND
/// @param headers in the order in which they are sent; those about the connection, its host and the
///   body's length are added
/// @param login who asks; null for anyone
@SuppressWarnings("ArrayRecordComponent") // Made to be sent once.
public record OutgoingRequest(
    String method, HttpUrl url, Map<String, String> headers, byte[] body, @Nullable Login login) {
  /// Those that change nothing, so that they can be sent again to another place.
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "PROPFIND", "REPORT");

  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern TEXT = Pattern.compile("[\\t\\x20-\\x7e]*");

  /// Creates the request.
  ///
  /// @throws IllegalArgumentException if the method or a header would break the request apart; the
  ///   message shows no value
  public OutgoingRequest {
    if (!TOKEN.matcher(method).matches()) {
      throw new IllegalArgumentException("A method of HTTP has no such letters");
    }
    headers = new LinkedHashMap<>(headers);
    headers.forEach(
        (name, value) -> {
          if (!TOKEN.matcher(name).matches() || !TEXT.matcher(value).matches()) {
            throw new IllegalArgumentException("The header " + name + " has no such value");
          }
        });
    body = body.clone();
  }

  /// Creates a request that anyone could send.
  public OutgoingRequest(String method, HttpUrl url, Map<String, String> headers, byte[] body) {
    this(method, url, headers, body, null);
  }

  /// Returns a request for what is at a URL.
  public static OutgoingRequest get(HttpUrl url, Map<String, String> headers) {
    return new OutgoingRequest("GET", url, headers, new byte[0]);
  }

  /// Returns a request that hands something in.
  public static OutgoingRequest post(HttpUrl url, Map<String, String> headers, byte[] body) {
    return new OutgoingRequest("POST", url, headers, body);
  }

  /// Returns the same request, sent by someone.
  public OutgoingRequest by(@Nullable Login sender) {
    return new OutgoingRequest(method, url, headers, body, sender);
  }

  boolean mayBeRedirected() {
    return SAFE.contains(method);
  }

  boolean takesGzip() {
    return headers.entrySet().stream()
        .anyMatch(
            header ->
                header.getKey().equalsIgnoreCase("Accept-Encoding")
                    && header.getValue().contains("gzip"));
  }

  /// Returns the same request to where it was redirected. Who it is from is told to no other server
  /// than the one that was meant.
  OutgoingRequest to(HttpUrl other) {
    Map<String, String> told = new LinkedHashMap<>(headers);
    boolean same = origin(url).equals(origin(other));
    if (!same) {
      told.keySet()
          .removeIf(
              name -> name.equalsIgnoreCase("Authorization") || name.equalsIgnoreCase("Cookie"));
    }
    Login sender = login != null && (same || login.isForWhereItLeads()) ? login : null;
    return new OutgoingRequest(method, other, told, body, sender);
  }

  private static String origin(HttpUrl url) {
    return url.isSecure() + " " + url.host().toLowerCase(Locale.ROOT) + " " + url.port();
  }

  /// Returns path and query, as they are sent.
  String target() {
    URI uri = url.uri();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }

  /// @param authorization null if there is none
  byte[] head(@Nullable String authorization) {
    URI uri = url.uri();
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(target()).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(uri.getHost()).append(port).append("\r\n");
    if (body.length > 0 || !method.equals("GET")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    head.append("Connection: close\r\n");
    if (authorization != null) {
      head.append("Authorization: ").append(authorization).append("\r\n");
    }
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
  }
}
