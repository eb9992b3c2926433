package org.meetwright.server;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.HttpRouting;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.meetwright.core.Core;
import org.meetwright.core.booking.BookingNotice;
import org.meetwright.core.confirmation.ConfirmationNotice;
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
import org.meetwright.server.mail.MailDelivery;
import org.meetwright.server.mail.MailSender;
import org.meetwright.server.mail.OtherMails;
import org.meetwright.server.mail.confirmation.ConfirmationMail;
import org.meetwright.server.net.ClientAddresses;
import org.meetwright.server.operations.AccessLog;
import org.meetwright.server.operations.Health;
import org.meetwright.server.operations.Metrics;
import org.meetwright.server.operations.OperationsRoutes;
import org.meetwright.server.pages.PageErrors;
import org.meetwright.server.pages.PageRoutes;
import org.meetwright.server.pages.account.AccountPageRoutes;
import org.meetwright.server.settings.ServerSettings;
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
    ClientAddresses addresses = new ClientAddresses(settings.server().trustedProxies());
    RequestLimits limits =
        new RequestLimits(
            settings.server().rateLimited(), addresses, core.rateLimits(), core.clock());
    AccessLog accessLog = new AccessLog(settings.log().access(), addresses);
    Health health =
        new Health(core.database(), core.outbox(), settings.home(), core.clock(), closing::get);
    core.bookingDesk().watch(metrics::booking);
    HttpRouting.Builder routing =
        HttpRouting.builder()
            .addFilter(accessLog::filter)
            .addFilter(metrics::measure)
            .addFilter(securityHeaders(settings.server()))
            .addFilter(limits::filter)
            .register(new OperationsRoutes(health, metrics))
            .register(new InviteRoutes(core, publicUrl, settings.mail().from()))
            .register(
                "/api/v1",
                new ApiRoutes(
                    core,
                    publicUrl,
                    limits,
                    metrics,
                    targets,
                    new WebhookTrial(core, courier),
                    request -> addresses.of(request).getHostAddress()))
            .register(
                new AccountPageRoutes(
                    core,
                    publicUrl,
                    request -> addresses.of(request).getHostAddress(),
                    settings.oidc()))
            .register(new PageRoutes(core, publicUrl, limits))
            .error(Throwable.class, new Failures(new PageErrors(publicUrl)));
    Listener listener = Listener.start(settings.server(), routing);
    publicUrl.listeningOn(listener.url());
    MailSender sender = MailSender.of(settings.mail(), settings.home());
    MailDelivery mail = new MailDelivery(core, publicUrl, sender, settings.mail().from());
    OtherMails otherMails = new OtherMails(sender, settings.mail().from());
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
                new SwitchedOffMail(core, otherMails),
                ConfirmationNotice.KIND,
                new ConfirmationMail(core, publicUrl, otherMails),
                SmsReminder.KIND,
                SmsDelivery.of(core, publicUrl, settings.sms())),
            (kind, result) -> {
              metrics.attempt(kind, result);
              health.attempt(kind, result);
            });
    return new MeetwrightServer(closing, listener, worker, sender);
  }

  /// Who comes by https once is to come by https from then on (RFC 6797).
  private static SecurityHeaders securityHeaders(ServerSettings server) {
    URI address = server.publicUrl();
    boolean https =
        server.tls() != null || (address != null && "https".equals(address.getScheme()));
    return https
        ? new SecurityHeaders(HeaderValues.create("Strict-Transport-Security", "max-age=31536000"))
        : new SecurityHeaders();
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
