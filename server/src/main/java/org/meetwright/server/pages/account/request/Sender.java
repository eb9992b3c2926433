package org.meetwright.server.pages.account.request;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;

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

  /// Returns whether it has fields alone, and no file.
  static boolean sendsFields(ServerRequest request) {
    return request
        .headers()
        .contentType()
        .filter(type -> type.mediaType().equals(MediaTypes.APPLICATION_FORM_URLENCODED))
        .isPresent();
  }
}
