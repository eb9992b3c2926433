package org.meetwright.server.api.access;

import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.function.Function;
import org.meetwright.core.access.brake.Brake;
import org.meetwright.core.access.brake.Origin;
import org.meetwright.core.host.Host;
import org.meetwright.server.api.exchange.ProblemException;

/// Whoever holds a host's session may guess no faster at what it asks for again, his password or a
/// code, than someone who signs in.
final class Guard {
  private final Brake brake;
  private final Function<ServerRequest, String> clientAddress;

  Guard(Brake brake, Function<ServerRequest, String> clientAddress) {
    this.brake = brake;
    this.clientAddress = clientAddress;
  }

  /// Begins a try of a host, which counts as failed until [#passed].
  ///
  /// @throws ProblemException if too many have failed
  Brake.Try begin(ServerRequest request, Host host) {
    Brake.Try begun = brake.begin(host.email(), Origin.at(clientAddress.apply(request)));
    begun
        .retryAfter()
        .ifPresent(
            retryAfter -> {
              throw refusal(retryAfter);
            });
    return begun;
  }

  /// Ends a try that was right.
  void passed(Brake.Try done) {
    brake.succeeded(done);
  }

  /// Returns the problem that too many tries have failed.
  static ProblemException refusal(Duration retryAfter) {
    return ProblemException.tooManyRequests(
        "Too many tries have failed; try again in " + retryAfter.toSeconds() + " seconds.",
        retryAfter);
  }
}
