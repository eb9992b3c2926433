package org.meetwright.server.pages.guard;

import io.helidon.http.SetCookie;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Ties a form to the browser that requested it: a random number in a cookie, until the browser is
/// closed. It is not written down anywhere else.
///
/// @param id 32 hexadecimal digits
/// @param known whether the browser has it
public record Visit(String id, boolean known) {
  static final int ID_BYTES = 16;

  private static final String COOKIE = "visit";
  private static final SecureRandom RANDOM = new SecureRandom();

  /// Returns the visit of a request; a new one if the browser names none.
  public static Visit of(ServerRequest request) {
    String id = request.headers().cookies().first(COOKIE).orElse("");
    return id.matches("[0-9a-f]{32}") ? new Visit(id, true) : anew();
  }

  private static Visit anew() {
    byte[] bytes = new byte[ID_BYTES];
    RANDOM.nextBytes(bytes);
    return new Visit(HexFormat.of().formatHex(bytes), false);
  }

  /// Tells the browser of a visit that it does not know.
  ///
  /// @param path below which the pages are
  /// @param secure whether the cookie is for https alone
  public void keep(ServerResponse response, String path, boolean secure) {
    if (!known) {
      response
          .headers()
          .addCookie(
              SetCookie.builder(COOKIE, id)
                  .path(path)
                  .httpOnly(true)
                  .secure(secure)
                  .sameSite(SetCookie.SameSite.LAX)
                  .build());
    }
  }
}
