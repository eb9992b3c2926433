package org.meetwright.server.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.net.AddressBlock;

/// How the server listens.
///
/// @param host the address that it listens on
/// @param port the port that it listens on; 0 for a free one
/// @param publicUrl the address under which invitees reach it, without a slash at the end; null for
///   the one that it listens on
/// @param tls null to speak plain HTTP
/// @param trustedProxies whose word is taken for whom they ask
/// @param rateLimited whether clients are limited in how much they may ask for
/// @param connections how many of them may be open
/// @param shutdownDelay how long it goes on answering once it is being ended, and says that it is
///   not ready
public record ServerSettings(
    String host,
    int port,
    @Nullable URI publicUrl,
    @Nullable TlsFiles tls,
    List<AddressBlock> trustedProxies,
    boolean rateLimited,
    ConnectionNumbers connections,
    Duration shutdownDelay) {

  /// How many connections may be open at once.
  ///
  /// @param most of all clients
  /// @param perClient of one client: an IPv4 address, or 64 bits of an IPv6 address
  public record ConnectionNumbers(int most, int perClient) {}

  /// Where the server's certificate is.
  ///
  /// @param certificate a PEM file with the certificate and those between it and the root
  /// @param key a PEM file with its private key, in PKCS #8, not encrypted
  public record TlsFiles(Path certificate, Path key) {}

  /// Creates the settings.
  public ServerSettings {
    trustedProxies = List.copyOf(trustedProxies);
  }

  /// Returns the same on another port.
  public ServerSettings withPort(int other) {
    return new ServerSettings(
        host, other, publicUrl, tls, trustedProxies, rateLimited, connections, shutdownDelay);
  }

  /// Returns the scheme that it speaks: http or https.
  public String scheme() {
    return tls == null ? "http" : "https";
  }
}
