package org.meetwright.server.acme;

import java.net.ConnectException;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.Problem;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.exception.AcmeNetworkException;
import org.shredzone.acme4j.exception.AcmeRateLimitedException;
import org.shredzone.acme4j.exception.AcmeServerException;
import org.shredzone.acme4j.exception.AcmeUserActionRequiredException;

/// Tells people what an authority refuses, or why it was not asked.
final class OrderRefusal {
  private OrderRefusal() {}

  static OrderFailedException of(URI directory, @Nullable Throwable failed) {
    return switch (failed) {
      case AcmeNetworkException unreachable ->
          failure(
              "The certificate authority at "
                  + directory
                  + " cannot be reached ("
                  + reason(unreachable)
                  + "); check the network of this server, its DNS, and"
                  + " server.tls.acme.directory.",
              null,
              unreachable);
      case AcmeRateLimitedException tooOften ->
          failure(
              "The certificate authority wants fewer requests: " + tooOften.getMessage(),
              tooOften.getRetryAfter().orElse(null),
              tooOften);
      case AcmeUserActionRequiredException wanted ->
          failure(
              "The certificate authority wants you to act: "
                  + wanted.getMessage()
                  + " (see "
                  + wanted.getInstance()
                  + ")",
              null,
              wanted);
      case AcmeServerException refused ->
          failure(
              "The certificate authority refuses: "
                  + refused.getMessage()
                  + " ("
                  + refused.getType()
                  + ")",
              null,
              refused);
      case null, default ->
          failure(
              "The server at "
                  + directory
                  + " does not answer as a certificate authority (ACME) does ("
                  + reason(failed)
                  + "); check server.tls.acme.directory.",
              null,
              failed);
    };
  }

  /// Something that ended otherwise than well.
  ///
  /// @param what begins a sentence
  static OrderFailedException notDone(String what, Status status, Optional<Problem> problem) {
    return failure(
        what
            + " ended as "
            + status.name().toLowerCase(Locale.ROOT)
            + problem.flatMap(Problem::getDetail).map(detail -> ": " + detail).orElse("."),
        null,
        null);
  }

  private static OrderFailedException failure(
      String reason, @Nullable Instant notBefore, @Nullable Throwable cause) {
    return new OrderFailedException(reason, notBefore, cause);
  }

  /// Returns the innermost reason that says something.
  private static String reason(@Nullable Throwable failed) {
    String said = "no reason was given";
    for (Throwable each = failed; each != null; each = each.getCause()) {
      said =
          switch (each) {
            case UnresolvedAddressException _ -> "its name is not known";
            case ConnectException _, ClosedChannelException _ -> "it takes no connections";
            case Throwable other when other.getMessage() != null -> other.getMessage();
            default -> each.getClass().getSimpleName();
          };
    }
    return said;
  }
}
