package org.meetwright.server.acme;

import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.HttpRouting;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.meetwright.core.certificate.Certificates;
import org.meetwright.server.connection.OpenConnections;
import org.meetwright.server.listener.Listener;
import org.meetwright.server.settings.AcmeSettings;
import org.meetwright.server.settings.ServerSettings;

/// Has the server speak https with a certificate that it orders by itself: listens for http beside
/// it, where the authority asks, and looks from time to time whether the certificate has to be
/// renewed.
public final class AutomaticHttps implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(AutomaticHttps.class.getName());
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private final CertificateRenewal renewal;
  private final Listener http;
  private final CountDownLatch looked = new CountDownLatch(1);
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("certificate-renewal").factory());

  private AutomaticHttps(CertificateRenewal renewal, Listener http) {
    this.renewal = renewal;
    this.http = http;
  }

  /// Where http is listened for, and where it is sent.
  ///
  /// @param server how the server listens
  /// @param https the address that everyone is sent to, without a slash at the end
  /// @param connections where its connections are watched
  /// @param filters in front of every answer
  /// @param refusals how what is no HTTP is answered
  public record Plain(
      ServerSettings server,
      URI https,
      OpenConnections connections,
      List<Filter> filters,
      DirectHandlers refusals) {
    /// Creates it.
    public Plain {
      filters = List.copyOf(filters);
    }

    private Listener listen(int port, PlainHttp answers) {
      HttpRouting.Builder routing = answers.routing();
      filters.forEach(routing::addFilter);
      return Listener.start(server.plainAt(port), connections, routing, refusals);
    }
  }

  /// Begins. The file with the certificate is there afterwards.
  ///
  /// @param domain the name that the certificate is for
  /// @throws java.io.UncheckedIOException if http cannot be listened for
  public static AutomaticHttps start(
      Certificates certificates,
      AcmeSettings settings,
      String domain,
      InstantSource clock,
      Plain plain) {
    CertificateRenewal renewal = new CertificateRenewal(certificates, settings, domain, clock);
    renewal.prepare();
    Listener http =
        plain.listen(settings.httpPort(), new PlainHttp(certificates::answerTo, plain.https()));
    AutomaticHttps started = new AutomaticHttps(renewal, http);
    var _ =
        started.looks.scheduleWithFixedDelay(
            started::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    return started;
  }

  private void look() {
    try {
      renewal.look();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failed) {
      LOG.log(Level.WARNING, "The certificate could not be looked after", failed);
    } finally {
      looked.countDown();
    }
  }

  /// Waits until the certificate has been looked after once, so that a new server begins with one
  /// that browsers accept.
  ///
  /// @param longest after which the server begins without
  public void awaitFirst(Duration longest) {
    try {
      if (!looked.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.info("The certificate takes its time; browsers warn of this server until it is there");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// Listens no more.
  @Override
  public void close() {
    looks.shutdownNow();
    http.close();
  }
}
