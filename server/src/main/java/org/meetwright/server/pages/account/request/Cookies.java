package org.meetwright.server.pages.account.request;

import io.helidon.http.SetCookie;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;

/// The cookies of a host: out of reach of scripts, not sent with other sites' forms, and only over
/// https if the server uses it.
///
/// @param secure whether the server is reached by https
public record Cookies(boolean secure) {
  /// What a cookie is for.
  public enum CookiePurpose {
    /// The secret of a session.
    SESSION("meetwright"),
    /// That the host has signed in from here before; it lets nobody in.
    DEVICE("meetwright-device"),
    /// A secret that forms are bound to before there is a session.
    FORM("meetwright-form"),
    /// What a sign-in at a provider has to bring back.
    PROVIDER("meetwright-provider"),
    /// What someone has shown of who he is who still has to show a code.
    CODE("meetwright-code"),
    /// What was just done, to be told on the next page.
    NOTICE("meetwright-notice"),
    /// What a host wanted before he had to sign in.
    INTERRUPTED("meetwright-interrupted"),
    /// The link in his mail that a host opened before he had to sign in.
    LINK("meetwright-link");

    private final String word;

    CookiePurpose(String word) {
      this.word = word;
    }
  }

  /// Browsers take `__Host-` only from the host itself, over https.
  private String name(CookiePurpose kind) {
    return (secure ? "__Host-" : "") + kind.word;
  }

  /// Returns a cookie's value; empty if there is none.
  public String get(ServerRequest request, CookiePurpose kind) {
    return request.headers().cookies().first(name(kind)).orElse("");
  }

  /// Sets a cookie.
  public void set(ServerResponse response, CookiePurpose kind, String value, Duration lasts) {
    response.headers().addCookie(cookie(kind, value).maxAge(lasts).build());
  }

  private SetCookie.Builder cookie(CookiePurpose kind, String value) {
    return SetCookie.builder(name(kind), value)
        .path("/")
        .httpOnly(true)
        .secure(secure)
        .sameSite(SetCookie.SameSite.LAX);
  }

  /// Removes a cookie.
  public void remove(ServerResponse response, CookiePurpose kind) {
    // Not with an age of zero, which Helidon leaves out.
    response.headers().addCookie(cookie(kind, "").expires(Instant.EPOCH).build());
  }
}
