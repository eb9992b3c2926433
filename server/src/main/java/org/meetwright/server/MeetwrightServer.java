package org.meetwright.server;

import io.helidon.webserver.http.HttpRouting;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.meetwright.core.Core;
import org.meetwright.core.booking.BookingNotice;
import org.meetwright.core.lifecycle.ArchiveJob;
import org.meetwright.core.outbox.OutboxWorker;
import org.meetwright.core.sms.SmsReminder;
import org.meetwright.core.webhook.SwitchedOff;
import org.meetwright.core.webhook.WebhookMessage;
import org.meetwright.server.api.ApiRoutes;
import org.meetwright.server.api.booking.ApiBooking;
import org.meetwright.server.calendar.InviteRoutes;
import org.meetwright.server.limit.RequestLimits;
import org.meetwright.server.listener.Listener;
import org.meetwright.server.mail.HostMails;
import org.meetwright.server.mail.MailDelivery;
import org.meetwright.server.mail.MailSender;
import org.meetwright.server.net.ClientAddresses;
import org.meetwright.server.operations.Metrics;
import org.meetwright.server.operations.OperationsRoutes;
import org.meetwright.server.pages.PageErrors;
import org.meetwright.server.pages.PageRoutes;
import org.meetwright.server.reference.ReferenceRoutes;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.sms.SmsDelivery;
import org.meetwright.server.webhook.Courier;
import org.meetwright.server.webhook.SwitchedOffMail;
import org.meetwright.server.webhook.Targets;
import org.meetwright.server.webhook.WebhookSender;
import org.meetwright.server.webhook.WebhookTrial;

/// The running server: wires API, pages, operations and deliveries on a core.
public final class MeetwrightServer implements AutoCloseable {
  private final AtomicBoolean closing;
  private final Listener listener;
  private final OutboxWorker worker;
  private final MailSender sender;

  private MeetwrightServer(
      AtomicBoolean closing, Listener listener, OutboxWorker worker, MailSender sender) {
    this.closing = closing;
    this.listener = listener;
    this.worker = worker;
    this.sender = sender;
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
    RequestLimits limits =
        new RequestLimits(
            settings.server().rateLimited(),
            new ClientAddresses(settings.server().trustedProxies()),
            core.rateLimits(),
            core.clock());
    HttpRouting.Builder routing =
        HttpRouting.builder()
            .addFilter(metrics::measure)
            .addFilter(limits::filter)
            .register(new OperationsRoutes(core.database(), metrics, closing::get))
            .register(new InviteRoutes(core, publicUrl, settings.mail().from()))
            .register(
                "/api/v1",
                new ApiRoutes(core, publicUrl, limits, targets, new WebhookTrial(core, courier)))
            .register(new ReferenceRoutes(publicUrl))
            .register(new PageRoutes(core, publicUrl, limits))
            .error(Throwable.class, new Failures(new PageErrors(publicUrl)));
    Listener listener = Listener.start(settings.server(), routing);
    publicUrl.listeningOn(listener.url());
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
                new SwitchedOffMail(core, new HostMails(sender, settings.mail().from())),
                SmsReminder.KIND,
                SmsDelivery.of(core, publicUrl, settings.sms())),
            metrics::attempt);
    return new MeetwrightServer(closing, listener, worker, sender);
  }

  /// Returns the address that the server listens on, without a slash at the end.
  public URI url() {
    return listener.url();
  }

  /// Stops accepting requests, waits a few seconds for those in flight and for mail being sent, and
  /// ends.
  @Override
  public void close() {
    closing.set(true);
    listener.close();
    worker.close();
    sender.close();
  }
}
