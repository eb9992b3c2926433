package org.meetwright.server.pages.account.security;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.meetwright.core.access.brake.Brake;
import org.meetwright.core.host.Host;
import org.meetwright.server.pages.account.request.AccountRequest;

/// Whoever holds a host's session may guess no faster at what it asks for again, his password or a
/// code, than someone who signs in.
final class Tries {
  private final Brake brake;
  private final Function<ServerRequest, String> clientAddress;

  Tries(Brake brake, Function<ServerRequest, String> clientAddress) {
    this.brake = brake;
    this.clientAddress = clientAddress;
  }

  /// Tries something.
  ///
  /// @param wrong the key of what to say if it is wrong
  /// @param look looks whether it is right; empty if it is not
  <T> Tried<T> run(AccountRequest asked, Host host, String wrong, Supplier<Optional<T>> look) {
    Brake.Try begun = brake.begin(host.email(), asked.origin(clientAddress));
    if (begun.retryAfter().isPresent()) {
      return tooMany(asked, begun.retryAfter().get());
    }
    Optional<T> found = look.get();
    found.ifPresent(_ -> brake.succeeded(begun));
    return found
        .<Tried<T>>map(Tried.Right::new)
        .orElseGet(() -> new Tried.Refused<>(Status.BAD_REQUEST_400, asked.words().get(wrong)));
  }

  private static <T> Tried<T> tooMany(AccountRequest asked, Duration retryAfter) {
    long seconds = retryAfter.toSeconds();
    asked.response().header(HeaderNames.RETRY_AFTER, Long.toString(seconds));
    return new Tried.Refused<>(
        Status.TOO_MANY_REQUESTS_429, asked.words().get("login.tooManyTries", seconds));
  }
}
