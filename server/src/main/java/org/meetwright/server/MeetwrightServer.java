package org.meetwright.server;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.meetwright.core.Core;
import org.meetwright.core.booking.BookingNotice;
import org.meetwright.core.lifecycle.ArchiveJob;
import org.meetwright.core.outbox.OutboxWorker;
import org.meetwright.core.webhook.SwitchedOff;
import org.meetwright.core.webhook.WebhookMessage;
import org.meetwright.server.api.ApiRoutes;
import org.meetwright.server.api.booking.ApiBooking;
import org.meetwright.server.calendar.InviteRoutes;
import org.meetwright.server.mail.HostMails;
import org.meetwright.server.mail.MailDelivery;
import org.meetwright.server.mail.MailSender;
import org.meetwright.server.operations.Metrics;
import org.meetwright.server.operations.OperationsRoutes;
import org.meetwright.server.pages.PageErrors;
import org.meetwright.server.pages.PageRoutes;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.webhook.Courier;
import org.meetwright.server.webhook.SwitchedOffMail;
import org.meetwright.server.webhook.Targets;
import org.meetwright.server.webhook.WebhookSender;
import org.meetwright.server.webhook.WebhookTrial;

/// The running server: wires API, pages, operations and deliveries on a core.
public final class MeetwrightServer implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final AtomicBoolean closing;
  private final WebServer web;
  private final OutboxWorker worker;
  private final MailSender sender;
  private final URI url;

  private MeetwrightServer(
      AtomicBoolean closing, WebServer web, OutboxWorker worker, MailSender sender, URI url) {
    this.closing = closing;
    this.web = web;
    this.worker = worker;
    this.sender = sender;
    this.url = url;
  }

  /// Starts a server on a core, which stays the caller's to close.
  ///
  /// @throws java.io.UncheckedIOException if the address can't be listened on
  public static MeetwrightServer start(Core core, Settings settings) {
    AtomicBoolean closing = new AtomicBoolean();
    PublicUrl publicUrl = new PublicUrl(settings);
    Targets targets = new Targets(settings.allowPrivateTargets());
    Courier courier = new Courier(targets, core.clock());
    Metrics metrics = new Metrics(core.outbox(), core.clock());
    HttpRouting.Builder routing =
        HttpRouting.builder()
            .addFilter(metrics::measure)
            .addFilter(new SecurityHeaders())
            .register(new OperationsRoutes(core.database(), metrics, closing::get))
            .register(new InviteRoutes(core, publicUrl, settings.mail().from()))
            .register(
                "/api/v1", new ApiRoutes(core, publicUrl, targets, new WebhookTrial(core, courier)))
            .register(new PageRoutes(core, publicUrl))
            .error(Throwable.class, new Failures(new PageErrors(publicUrl)));
    WebServer web =
        WebServer.builder()
            .host(settings.host())
            .port(settings.port())
            .connectionOptions(options -> options.tcpNoDelay(true))
            .shutdownGracePeriod(GRACE)
            .shutdownHook(false)
            .routing(routing)
            .build()
            .start();
    if (!web.isRunning()) {
      // Helidon only logs the reason.
      throw new UncheckedIOException(
          new BindException("Cannot listen on " + settings.host() + ":" + settings.port()));
    }
    String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    URI url = URI.create("http://" + host + ":" + web.port());
    publicUrl.listeningOn(url);
    MailSender sender = MailSender.of(settings.mail(), settings.home());
    MailDelivery mail = new MailDelivery(core, publicUrl, sender, settings.mail().from());
    ArchiveJob archive =
        new ArchiveJob(core.archive(), core.outbox(), settings.lifetimes(), core.clock());
    archive.schedule();
    WebhookSender webhooks =
        new WebhookSender(
            core,
            courier,
            booking ->
                ApiBooking.of(booking, core.manageLinks().link(publicUrl.get(), booking.id())));
    OutboxWorker worker =
        OutboxWorker.start(
            core.outbox(),
            Map.of(
                BookingNotice.KIND,
                mail,
                ArchiveJob.KIND,
                archive,
                WebhookMessage.KIND,
                webhooks,
                SwitchedOff.KIND,
                new SwitchedOffMail(core, new HostMails(sender, settings.mail().from()))),
            metrics::attempt);
    return new MeetwrightServer(closing, web, worker, sender, url);
  }

  /// Returns the address that the server listens on, without a slash at the end.
  public URI url() {
    return url;
  }

  /// Stops accepting requests, waits a few seconds for those in flight and for mail being sent, and
  /// ends.
  @Override
  public void close() {
    closing.set(true);
    web.stop();
    worker.close();
    sender.close();
  }
}
