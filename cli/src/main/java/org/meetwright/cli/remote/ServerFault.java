package org.meetwright.cli.remote;

import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.meetwright.cli.program.ExitCode;
import org.meetwright.server.client.call.ApiException;
import org.meetwright.server.client.call.UnreachableException;
import tools.jackson.core.JacksonException;

/// Says what is wrong with a server, or what it has against a request.
public final class ServerFault {
  private static final int UNAUTHORIZED = 401;

  private ServerFault() {}

  /// Returns what the program ends with after a refusal.
  public static ExitCode exit(ApiException refused) {
    return refused.status() == UNAUTHORIZED ? ExitCode.NOT_SIGNED_IN : ExitCode.FAILED;
  }

  /// Returns what to tell of a refusal.
  public static String message(ApiException refused) {
    if (refused.status() == UNAUTHORIZED && refused.code().equals("unauthorized")) {
      return "The server refuses the token: it has expired or was deleted. Sign in again:"
          + " meetwright login URL";
    }
    String text = refused.detail();
    return text.endsWith(".") ? text : text + ".";
  }

  /// Returns why a server was not reached, and the next step.
  public static String message(UnreachableException unreachable) {
    String host = unreachable.address().getAuthority();
    for (Throwable cause = unreachable.getCause(); cause != null; cause = cause.getCause()) {
      Optional<String> known = known(cause, unreachable.address());
      if (known.isPresent()) {
        return known.get();
      }
    }
    return "The server at "
        + unreachable.address()
        + " cannot be reached; is it running, and is "
        + host
        + " right?";
  }

  private static Optional<String> known(Throwable cause, URI address) {
    String host = address.getHost();
    return switch (cause) {
      case CertificateExpiredException _ ->
          Optional.of(
              "The certificate of "
                  + host
                  + " has expired; whoever runs the server has to renew it.");
      case CertificateNotYetValidException _ ->
          Optional.of(
              "The certificate of "
                  + host
                  + " is not valid yet; check the clock of this computer and of the server.");
      case SSLException tls -> Optional.of(certificate(tls, address));
      case UnresolvedAddressException _ -> Optional.of(noName(host));
      case UnknownHostException _ -> Optional.of(noName(host));
      case HttpTimeoutException _ ->
          Optional.of("The server at " + address + " did not answer in time; try again later.");
      case JacksonException _ ->
          Optional.of(
              "What answers at "
                  + address
                  + " is no Meetwright server, or a much newer one; check the address.");
      default -> Optional.empty();
    };
  }

  private static String noName(String host) {
    return "There is no computer called " + host + "; check the address and the network.";
  }

  /// A certificate that has expired is the cause of what Java says of its path.
  private static String certificate(SSLException tls, URI address) {
    String host = address.getHost();
    for (Throwable cause = tls.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateExpiredException
          || cause instanceof CertificateNotYetValidException) {
        return known(cause, address).orElseThrow();
      }
    }
    String said = String.valueOf(tls.getMessage());
    if (said.contains("No subject alternative") || said.contains("No name matching")) {
      return "The certificate at "
          + address
          + " is for another name than "
          + host
          + "; use the name that it is for.";
    }
    if (said.contains("PKIX") || said.contains("certification path")) {
      return "The certificate of "
          + host
          + " is signed by nobody whom this computer trusts. If it is your own authority, name a"
          + " store that has it:"
          + " JAVA_TOOL_OPTIONS=-Djavax.net.ssl.trustStore=FILE";
    }
    return "No secure connection to " + address + " (" + said + "); does it speak https?";
  }
}
