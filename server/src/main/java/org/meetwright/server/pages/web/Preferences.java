package org.meetwright.server.pages.web;

import io.helidon.http.SetCookie;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.List;
import org.meetwright.server.text.Translations;

/// What a visitor once chose and is not asked again: kept in cookies, no more than this.
public final class Preferences {
  private static final List<String> NAMES = List.of("zone", "hours", "lang");
  private static final Duration KEPT = Duration.ofDays(365);

  private Preferences() {}

  /// Returns the value of a preference; empty if it is not one that can be chosen.
  public static String valid(String name, String value) {
    return switch (name) {
      case "zone" -> PageRequest.zone(value) == null ? "" : value;
      case "hours" -> value.equals("12") || value.equals("24") ? value : "";
      case "lang" -> Translations.find(value).isPresent() ? value : "";
      default -> "";
    };
  }

  /// Keeps what the address of a page chooses.
  public static void keep(PageRequest request, ServerResponse response, boolean secure) {
    if (request.links().embedded()) {
      return;
    }
    for (String name : NAMES) {
      String value = request.preferenceNow(name);
      if (!value.isEmpty()) {
        response.headers().addCookie(cookie(name, value, request.links().home(), secure));
      }
    }
  }

  private static SetCookie cookie(String name, String value, String path, boolean secure) {
    return SetCookie.builder(name, value)
        .path(path)
        .maxAge(KEPT)
        .httpOnly(true)
        .secure(secure)
        .sameSite(SetCookie.SameSite.LAX)
        .build();
  }
}
