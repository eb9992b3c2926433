package org.meetwright.server.pages.web;

import io.helidon.http.SetCookie;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.meetwright.server.text.Translations;

/// The choices of a visitor, kept in cookies. Only choices are kept, not values in an address that
/// someone else may have written: links and forms that choose carry `keep`, and redirect to an
/// address without it.
public final class Preferences {
  /// The parameter with the name of what was chosen.
  public static final String KEEP = "keep";

  /// The parameter with the zone of the device on which a zone was chosen.
  public static final String DEVICE = "device";

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

  /// Keeps what was chosen, if the page was asked for by choosing something.
  ///
  /// @return where the page is that was meant
  public static Optional<PageAnswer> keep(
      PageRequest request, ServerResponse response, boolean secure) {
    String name = request.parameter(KEEP);
    String here = request.links().here();
    if (name.isEmpty() || here.isEmpty() || request.links().embedded()) {
      return Optional.empty();
    }
    String value = NAMES.contains(name) ? request.preferenceNow(name) : "";
    if (!value.isEmpty()) {
      String kept = name.equals("zone") ? zone(request, value) : value;
      response.headers().addCookie(cookie(name, kept, request.links().home(), secure));
    }
    return Optional.of(new PageAnswer.SeeOther(without(here)));
  }

  private static String zone(PageRequest request, String value) {
    ZoneId zone = PageRequest.zone(value);
    return zone == null
        ? value
        : new KeptZone(zone, PageRequest.zone(request.parameter(DEVICE))).text();
  }

  private static String without(String address) {
    int mark = address.indexOf('?');
    String query =
        Arrays.stream(address.substring(mark + 1).split("&", -1))
            .filter(part -> !part.startsWith(KEEP + "=") && !part.startsWith(DEVICE + "="))
            .collect(Collectors.joining("&"));
    return address.substring(0, mark) + (query.isEmpty() ? "" : "?" + query);
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
