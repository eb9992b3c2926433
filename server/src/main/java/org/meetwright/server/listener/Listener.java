package org.meetwright.server.listener;

import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.settings.ServerSettings;
import org.meetwright.server.settings.TlsFiles;

/// The listening web server.
public final class Listener implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(5);

  /// How long a client may take to send a request.
  private static final Duration LONGEST_REQUEST = Duration.ofSeconds(20);

  /// How long a connection may be silent: longer than proxies keep theirs for the next request.
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(130);

  private static final int MOST_HEADER_BYTES = 16 * 1024;

  private final WebServer web;
  private final @Nullable PemFiles certificate;
  private final URI url;

  private Listener(WebServer web, @Nullable PemFiles certificate, URI url) {
    this.web = web;
    this.certificate = certificate;
    this.url = url;
  }

  /// Starts listening.
  ///
  /// @param refusals how what no route sees is answered
  /// @throws UncheckedIOException if the address can't be listened on
  /// @throws CertificateException if there is no certificate to speak TLS with
  public static Listener start(
      ServerSettings settings, HttpRouting.Builder routing, DirectHandlers refusals) {
    WebServerConfig.Builder config =
        config(settings, LONGEST_REQUEST, LONGEST_SILENCE)
            .routing(routing)
            .directHandlers(refusals);
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
    return new Listener(web, certificate, url);
  }

  /// Returns how the server is set up, but for TLS and what it answers.
  static WebServerConfig.Builder config(
      ServerSettings settings, Duration longestRequest, Duration longestSilence) {
    return WebServer.builder()
        .host(settings.host())
        .port(settings.port())
        .connectionOptions(options -> options.tcpNoDelay(true).readTimeout(longestSilence))
        .idleConnectionTimeout(longestSilence)
        .idleConnectionPeriod(longestSilence.dividedBy(10))
        .maxTcpConnections(settings.maxConnections())
        .protocolsDiscoverServices(false)
        .addConnectionSelector(new ReadDeadline(http(), longestRequest))
        .contentEncoding(
            new AskedEncoding(
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

  /// Takes no more connections, and waits a few seconds for what is being answered.
  @Override
  public void close() {
    web.stop();
    if (certificate != null) {
      certificate.close();
    }
  }
}
