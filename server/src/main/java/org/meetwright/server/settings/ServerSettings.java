package org.meetwright.server.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.net.AddressBlock;
import org.meetwright.server.settings.declaration.Format;
import org.meetwright.server.settings.declaration.Room;
import org.meetwright.server.settings.declaration.Setting;
import org.meetwright.server.settings.declaration.SettingValues;
import org.meetwright.server.settings.declaration.SettingsException;

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
  private static final int HTTPS = 443;

  /// The address that the server listens on.
  public static final Setting<String> HOST =
      Setting.of(
              "server.host",
              Format.computer("an address or name of this machine, without a port"),
              "The address that the server listens on; `0.0.0.0` for all of this machine.")
          .orElse("127.0.0.1")
          .withOption("--host");

  /// The port that the server listens on.
  public static final Setting<Integer> PORT =
      Setting.of(
              "server.port",
              Format.number(0, 65535),
              "The port that the server listens on; `0` for any free port.")
          .orElse("8080")
          .withOption("--port");

  private static final Setting<URI> PUBLIC_URL =
      Setting.of(
              "server.publicUrl",
              Format.webAddress(),
              "The address at which invitees reach the server; every link that is sent"
                  + " begins with it. Set it when the server is behind a proxy.")
          .orElseAs(
              "`https://` and `server.tls.acme.domain`, else the address on which the server"
                  + " listens");

  private static final Setting<Path> TLS_CERTIFICATE =
      Setting.of(
              "server.tls.certificate",
              Format.file(),
              "A PEM file with the server's certificate and the intermediate certificates."
                  + " Together with `server.tls.key` it makes the server speak https. A changed"
                  + " file is loaded within seconds.")
          .orElseAs("none: plain http");

  private static final Setting<Path> TLS_KEY =
      Setting.of(
          "server.tls.key",
          Format.file(),
          "A PEM file with the private key of that certificate, in PKCS #8, not encrypted.");

  private static final Setting<List<AddressBlock>> TRUSTED_PROXIES =
      Setting.of(
              "server.trustedProxies",
              Format.addressBlocks(),
              "The proxies in front of this server. Only their `X-Forwarded-For` is trusted"
                  + " to name the client's address.")
          .orElseAs("none");

  private static final Setting<Boolean> RATE_LIMIT =
      Setting.of(
              "server.rateLimit.enabled",
              Format.trueOrFalse(),
              "Whether the number of requests of each client is limited. Switch it off only"
                  + " for tests.")
          .orElse("true");

  private static final Setting<Integer> MAX_CONNECTIONS =
      Setting.of(
              "server.maxConnections",
              Format.number(10, 100_000),
              "How many connections may be open at once. Once 95 percent are in use, each"
                  + " new one closes the connection that has waited longest for the client with"
                  + " the most connections; if none is waiting, new ones wait.")
          .orElse("2000");

  private static final Setting<Integer> MAX_CONNECTIONS_PER_CLIENT =
      Setting.of(
              "server.maxConnectionsPerClient",
              Format.number(1, 100_000),
              "How many of them one client may have; a client is an IPv4 address, or the"
                  + " first 64 bits of an IPv6 address. Further connections are refused. Those of"
                  + " `server.trustedProxies` are not counted.")
          .orElse("100");

  private static final Setting<Integer> SHUTDOWN_DELAY =
      Setting.of(
              "server.shutdownDelaySeconds",
              Format.number(0, 300),
              "How long the server keeps answering after it is told to stop, while"
                  + " `/health/ready` returns 503. Behind a load balancer, set it to more than the"
                  + " interval of its health checks.")
          .orElse("1");

  /// Its settings, and how they are read.
  public static final Room<ServerSettings> ROOM =
      Room.of(
          ServerSettings::read,
          HOST,
          PORT,
          PUBLIC_URL,
          TLS_CERTIFICATE,
          TLS_KEY,
          TRUSTED_PROXIES,
          RATE_LIMIT,
          MAX_CONNECTIONS,
          MAX_CONNECTIONS_PER_CLIENT,
          SHUTDOWN_DELAY);

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

  /// Returns the scheme that it speaks: http or https.
  public String scheme() {
    return tls == null ? "http" : "https";
  }

  /// Returns the settings of one that speaks plain HTTP beside it.
  public ServerSettings plainAt(int otherPort) {
    return new ServerSettings(
        host, otherPort, publicUrl, null, trustedProxies, rateLimited, connections, shutdownDelay);
  }

  private static ServerSettings read(SettingValues values) {
    return new ServerSettings(
        values.get(HOST),
        values.get(PORT),
        readPublicUrl(values),
        readTls(values),
        values.find(TRUSTED_PROXIES).orElse(List.of()),
        values.get(RATE_LIMIT),
        new ConnectionNumbers(values.get(MAX_CONNECTIONS), values.get(MAX_CONNECTIONS_PER_CLIENT)),
        Duration.ofSeconds(values.get(SHUTDOWN_DELAY)));
  }

  private static @Nullable URI readPublicUrl(SettingValues values) {
    Optional<URI> domain =
        values
            .find(AcmeSettings.DOMAIN)
            .map(name -> values.get(PORT) == HTTPS ? name : name + ":" + values.get(PORT))
            .map(name -> URI.create("https://" + name));
    return values.find(PUBLIC_URL).or(() -> domain).orElse(null);
  }

  private static @Nullable TlsFiles readTls(SettingValues values) {
    Optional<Path> certificate = values.find(TLS_CERTIFICATE);
    Optional<Path> key = values.find(TLS_KEY);
    if (certificate.isPresent() != key.isPresent()) {
      throw new SettingsException(
          TLS_CERTIFICATE.key()
              + " and "
              + TLS_KEY.key()
              + " belong together; set both, or neither.");
    }
    if (values.find(AcmeSettings.DOMAIN).isEmpty()) {
      return certificate.isEmpty() ? null : new TlsFiles(certificate.get(), key.orElseThrow());
    }
    if (certificate.isPresent()) {
      throw new SettingsException(
          TLS_CERTIFICATE.key()
              + " and "
              + AcmeSettings.DOMAIN.key()
              + " exclude each other; keep the one whose certificate the server is to have.");
    }
    Path ordered = AcmeSettings.file(values);
    return new TlsFiles(ordered, ordered);
  }
}
