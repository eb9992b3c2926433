package org.meetwright.server.pages.account.request;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/// Determines which site has sent a form.
final class Sender {
  private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");

  private Sender() {}

  /// Returns whether a browser says that it was one of our own pages.
  static boolean isHere(ServerRequest request) {
    var headers = request.headers();
    String host = headers.first(HeaderNames.HOST).orElse("");
    return headers.first(FETCH_SITE).filter("same-origin"::equals).isPresent()
        || headers.first(HeaderNames.ORIGIN).filter(from -> from.endsWith("//" + host)).isPresent();
  }

  /// Returns whether a browser says that it was a page of another site. Where a page sends no
  /// referrer, as ours do, the origin that a browser tells may be `null`.
  static boolean isElsewhere(ServerRequest request) {
    var headers = request.headers();
    Optional<String> site = headers.first(FETCH_SITE);
    if (site.isPresent()) {
      return !site.get().equals("same-origin") && !site.get().equals("none");
    }
    String origin = headers.first(HeaderNames.ORIGIN).orElse("null");
    return !origin.equals("null") && !isHere(request);
  }

  /// Returns whether it has fields alone, and no file.
  static boolean sendsFields(ServerRequest request) {
    return request
        .headers()
        .contentType()
        .filter(type -> type.mediaType().equals(MediaTypes.APPLICATION_FORM_URLENCODED))
        .isPresent();
  }
}
