package org.meetwright.server;

import io.helidon.http.Header;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.meetwright.server.settings.ServerSettings;

/// Sends the headers that protect an answer, unless its route has sent others: every answer, of
/// whatever route, and errors too. Pages allow themselves what they need.
public final class SecurityHeaders implements Filter {
  private static final List<Header> ALWAYS =
      List.of(
          HeaderValues.create("X-Content-Type-Options", "nosniff"),
          HeaderValues.create(
              "Content-Security-Policy",
              "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
          HeaderValues.create("X-Frame-Options", "DENY"),
          HeaderValues.create("Referrer-Policy", "no-referrer"),
          HeaderValues.create(
              "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"),
          HeaderValues.create("Cross-Origin-Opener-Policy", "same-origin"),
          HeaderValues.create("Cross-Origin-Resource-Policy", "same-origin"));

  /// A value with which a route says that a header is not to be sent.
  private static final String NONE = "";

  private final List<Header> headers;

  /// Creates the filter.
  ///
  /// @param more what else every answer carries, for example `Strict-Transport-Security`
  public SecurityHeaders(Header... more) {
    headers = new ArrayList<>(ALWAYS);
    headers.addAll(List.of(more));
  }

  /// Returns the filter of a server. A browser that has used https once must use https from then on
  /// (RFC 6797).
  static SecurityHeaders of(ServerSettings server) {
    URI address = server.publicUrl();
    boolean https =
        server.tls() != null || (address != null && "https".equals(address.getScheme()));
    return https
        ? new SecurityHeaders(HeaderValues.create("Strict-Transport-Security", "max-age=31536000"))
        : new SecurityHeaders();
  }

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    // Before sending, not at once: an error takes away the headers that were set until then.
    response.beforeSend(() -> headers.forEach(header -> complete(response, header)));
    chain.proceed();
  }

  /// Adds the headers to an answer that is sent without a filter.
  void addTo(ServerResponseHeaders answer) {
    headers.forEach(answer::setIfAbsent);
  }

  private static void complete(RoutingResponse response, Header header) {
    response.headers().setIfAbsent(header);
    if (response.headers().get(header.headerName()).get().equals(NONE)) {
      response.headers().remove(header.headerName());
    }
  }
}
