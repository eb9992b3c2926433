package org.meetwright.server.operations;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// The name of a request, by which its answer, the access log and the application log find each
/// other. It is no secret.
public final class RequestId {
  /// The header of the answer that has it.
  public static final HeaderName HEADER = HeaderNames.create("X-Request-Id");

  private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

  private RequestId() {}

  /// Begins a request on this thread, which answers one after the other.
  static String begin() {
    String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    CURRENT.set(id);
    return id;
  }

  /// Returns the request that this thread is answering; empty if it answers none.
  public static Optional<String> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  static void end() {
    CURRENT.remove();
  }
}
