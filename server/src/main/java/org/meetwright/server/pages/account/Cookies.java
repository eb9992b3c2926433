package org.meetwright.server.pages.account;

import io.helidon.http.SetCookie;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;

/// The cookies of a host: out of reach of scripts, not sent along by other sites' forms, and over
/// https alone where the server is reached by it.
///
/// @param secure whether the server is reached by https
record Cookies(boolean secure) {
  /// What a cookie is for.
  enum Kind {
    /// The secret of a session.
    SESSION("meetwright"),
    /// A secret that forms are bound to before there is a session.
    FORM("meetwright-form"),
    /// What a sign-in at a provider has to bring back.
    PROVIDER("meetwright-provider");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /// Browsers take `__Host-` only from the host itself, over https.
  private String name(Kind kind) {
    return (secure ? "__Host-" : "") + kind.word;
  }

  /// Returns a cookie's value; empty if there is none.
  String get(ServerRequest request, Kind kind) {
    return request.headers().cookies().first(name(kind)).orElse("");
  }

  /// Sets a cookie.
  ///
  /// @param lasts zero to remove it
  void set(ServerResponse response, Kind kind, String value, Duration lasts) {
    response
        .headers()
        .addCookie(
            SetCookie.builder(name(kind), value)
                .path("/")
                .maxAge(lasts)
                .httpOnly(true)
                .secure(secure)
                .sameSite(SetCookie.SameSite.LAX)
                .build());
  }

  /// Removes a cookie.
  void remove(ServerResponse response, Kind kind) {
    set(response, kind, "", Duration.ZERO);
  }
}
