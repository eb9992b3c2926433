package org.meetwright.server.listener;

import io.helidon.common.socket.SocketOptions;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.connection.AcceptedSockets;
import org.meetwright.server.connection.ConnectionLimit;
import org.meetwright.server.connection.Deadlines;
import org.meetwright.server.connection.OpenConnections;
import org.meetwright.server.connection.WatchedProtocol;
import org.meetwright.server.settings.ServerSettings;
import org.meetwright.server.settings.ServerSettings.TlsFiles;

/// The listening web server.
public final class Listener implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(5);

  /// A request has to come within 20 seconds. Silence is longer than proxies keep a connection for
  /// the next one.
  private static final Deadlines DEADLINES =
      new Deadlines(Duration.ofSeconds(20), Duration.ofSeconds(130), Duration.ofSeconds(30));

  private static final int TRIAL_MILLIS = 2000;

  private static final int MOST_HEADER_BYTES = 16 * 1024;

  /// More than any route takes. Longer bodies are not read at all, nor are longer chunks: a chunk
  /// is kept whole until its end has come.
  private static final int MOST_BODY_BYTES = 128 * 1024;

  private final WebServer web;
  private final OpenConnections connections;
  private final @Nullable PemFiles certificate;
  private final URI url;

  private Listener(
      WebServer web, OpenConnections connections, @Nullable PemFiles certificate, URI url) {
    this.web = web;
    this.connections = connections;
    this.certificate = certificate;
    this.url = url;
  }

  /// Returns where the connections of a server will be watched.
  public static OpenConnections connections(ServerSettings settings) {
    return new OpenConnections(
        DEADLINES, new ConnectionLimit(settings.connections(), settings.trustedProxies()));
  }

  /// Starts listening.
  ///
  /// @param connections where its connections are watched, which it ends
  /// @param refusals how what no route sees is answered
  /// @throws UncheckedIOException if the address can't be listened on
  /// @throws CertificateException if there is no certificate to speak TLS with
  public static Listener start(
      ServerSettings settings,
      OpenConnections connections,
      HttpRouting.Builder routing,
      DirectHandlers refusals) {
    WebServerConfig.Builder config =
        config(settings, connections).routing(routing).directHandlers(refusals);
    TlsFiles files = settings.tls();
    PemFiles certificate = files == null ? null : open(files, config);
    WebServer web = config.build().start();
    if (!web.isRunning()) {
      // Helidon only logs the reason.
      throw new UncheckedIOException(
          new BindException("Cannot listen on " + settings.host() + ":" + settings.port()));
    }
    if (certificate != null) {
      certificate.whenChanged(web::reloadTls);
    }
    String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    URI url = URI.create(settings.scheme() + "://" + host + ":" + web.port());
    return new Listener(web, connections, certificate, url);
  }

  /// Returns how the server is set up, but for TLS and what it answers.
  static WebServerConfig.Builder config(ServerSettings settings, OpenConnections connections) {
    return WebServer.builder()
        .host(settings.host())
        .port(settings.port())
        .connectionOptions(
            new AcceptedSockets(
                SocketOptions.builder().tcpNoDelay(true).buildPrototype(), connections))
        .maxTcpConnections(settings.connections().most())
        .maxPayloadSize(MOST_BODY_BYTES)
        // Ours are the deadlines; this one would end long answers that still go on.
        .idleConnectionTimeout(Duration.ofDays(1))
        .protocolsDiscoverServices(false)
        .addConnectionSelector(new WatchedProtocol(http(), connections))
        .contentEncoding(
            new LenientEncoding(
                ContentEncodingContext.builder()
                    .contentEncodingsDiscoverServices(false)
                    .addContentEncoding(new GzipEncoding())
                    .build()))
        .shutdownGracePeriod(GRACE)
        .shutdownHook(false);
  }

  private static Http1ConnectionSelector http() {
    return Http1ConnectionSelector.builder()
        .config(http -> http.maxHeadersSize(MOST_HEADER_BYTES))
        .build();
  }

  private static PemFiles open(TlsFiles files, WebServerConfig.Builder config) {
    try {
      PemFiles certificate = new PemFiles(files);
      config.tls(certificate.read());
      return certificate;
    } catch (RuntimeException unreadable) {
      throw new CertificateException(files, unreadable);
    }
  }

  /// Returns the address that is listened on, without a slash at the end.
  public URI url() {
    return url;
  }

  /// Returns when the certificate that it speaks TLS with ends, exclusive; empty if it speaks none.
  public Optional<Instant> certificateEndsAt() {
    return Optional.ofNullable(certificate).map(PemFiles::endsAt);
  }

  /// Returns whether it is listening, or may be: only a refusal says for sure that it is not.
  public boolean isListening() {
    try (Socket trial = new Socket()) {
      trial.connect(new InetSocketAddress(url.getHost(), url.getPort()), TRIAL_MILLIS);
      return true;
    } catch (ConnectException refused) {
      return false;
    } catch (IOException tooBusy) {
      return true;
    }
  }

  /// Takes no more connections, and waits a few seconds for what is being answered.
  @Override
  public void close() {
    web.stop();
    connections.close();
    if (certificate != null) {
      certificate.close();
    }
  }
}
