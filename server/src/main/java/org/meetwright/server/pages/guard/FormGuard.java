package org.meetwright.server.pages.guard;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.UUID;
import org.meetwright.core.access.signed.InstallationKey;

/// Gives forms their proof, and checks it when they come back. decisions/0011 says what this
/// protects against.
public final class FormGuard {
  /// The name of the field with the proof.
  public static final String TOKEN = "proof";

  /// The name of a field that people do not see, and programs fill in. No browser knows it, which
  /// would fill in a `website` of its own.
  public static final String TRAP = "leave-blank";

  private static final Duration SHORTEST = Duration.ofSeconds(2);
  private static final int KEY_BYTES = 16;
  private static final Duration LONGEST = Duration.ofHours(24);

  private final InstallationKey key;
  private final InstantSource clock;

  /// Creates the guard.
  public FormGuard(InstallationKey key, InstantSource clock) {
    this.key = key;
    this.clock = clock;
  }

  /// Returns the proof for a form that is sent to an address.
  ///
  /// @param path of the address, as this server sees it
  public String token(String path, Visit visit) {
    return new FormToken(clock.instant(), visit.id()).text(path, key);
  }

  /// Returns the proof for a form in which everything is still to be filled in. Nobody can have
  /// done that in 2 seconds.
  ///
  /// @param path of the address, as this server sees it
  public String tokenOfEmpty(String path, Visit visit) {
    return new FormToken(clock.instant().plus(SHORTEST), visit.id()).text(path, key);
  }

  /// Returns the idempotency key of a browser's wish for a time: the same whenever it asks for the
  /// form, and nobody else's.
  public String key(Visit visit, UUID eventTypeId, Instant start) {
    return HexFormat.of()
        .formatHex(key.tag("key " + visit.id() + " " + eventTypeId + " " + start), 0, KEY_BYTES);
  }

  /// Looks at the proof of a form with which something that exists is changed.
  public FormVerdict check(ServerRequest request, Visit visit, String token) {
    Instant now = clock.instant();
    return FormToken.read(token, path(request), key)
        .filter(proof -> isFrom(visit, proof, request))
        .filter(proof -> !proof.from().isAfter(now.plus(SHORTEST)))
        .map(
            proof ->
                proof.from().isAfter(now.minus(LONGEST)) ? FormVerdict.FINE : FormVerdict.EXPIRED)
        .orElse(FormVerdict.UNPROVEN);
  }

  /// Looks at the proof of a form that anyone may fill in.
  ///
  /// @param trap what came in the field that nobody sees
  public FormVerdict check(ServerRequest request, Visit visit, String token, String trap) {
    FormVerdict verdict = check(request, visit, token);
    if (verdict != FormVerdict.FINE) {
      return verdict;
    }
    boolean hasty =
        FormToken.read(token, path(request), key)
            .map(proof -> proof.from().isAfter(clock.instant()))
            .orElse(true);
    return hasty || !trap.isEmpty() ? FormVerdict.HASTY : FormVerdict.FINE;
  }

  private static String path(ServerRequest request) {
    return request.path().path();
  }

  /// A browser that keeps no cookies, as in a frame on another site, says by itself whether a page
  /// of ours sent the form.
  private static boolean isFrom(Visit visit, FormToken proof, ServerRequest request) {
    if (visit.known()) {
      return visit.id().equals(proof.visit()) && !isSentByAnotherSite(request);
    }
    String site = header(request, "Sec-Fetch-Site");
    return site.isEmpty() ? isFromOwnOrigin(request) : site.equals("same-origin");
  }

  private static boolean isSentByAnotherSite(ServerRequest request) {
    String site = header(request, "Sec-Fetch-Site");
    return site.equals("cross-site") || site.equals("same-site");
  }

  /// What browsers say that have no better word for it, or do not use it without TLS.
  private static boolean isFromOwnOrigin(ServerRequest request) {
    String origin = header(request, "Origin");
    try {
      return !origin.isEmpty()
          && request
              .headers()
              .first(HeaderNames.HOST)
              .orElse("")
              .equals(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static String header(ServerRequest request, String name) {
    return request.headers().first(HeaderNames.create(name)).orElse("");
  }
}
