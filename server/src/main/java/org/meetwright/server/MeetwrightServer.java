package org.meetwright.server;

import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpService;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.Core;
import org.meetwright.core.account.AccountMail;
import org.meetwright.core.archive.ArchiveJob;
import org.meetwright.core.backup.Backup;
import org.meetwright.core.backup.schedule.BackupDue;
import org.meetwright.core.backup.schedule.BackupJob;
import org.meetwright.core.backup.schedule.BackupSchedules;
import org.meetwright.core.booking.change.BookingSnapshot;
import org.meetwright.core.booking.desk.UnansweredRequest;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.booking.wish.ConfirmationExpiry;
import org.meetwright.core.booking.wish.ConfirmationNotice;
import org.meetwright.core.calendar.CalendarAlert;
import org.meetwright.core.calendar.SyncDue;
import org.meetwright.core.calendar.account.CalendarRemoval;
import org.meetwright.core.calendar.account.RemovalJob;
import org.meetwright.core.calendar.check.CollisionCheck;
import org.meetwright.core.calendar.meeting.CalendarWrite;
import org.meetwright.core.calendar.meeting.CalendarWriter;
import org.meetwright.core.calendar.sync.SyncJob;
import org.meetwright.core.email.Resend;
import org.meetwright.core.outbox.Handler;
import org.meetwright.core.outbox.OutboxWorker;
import org.meetwright.core.sms.SmsReminder;
import org.meetwright.core.team.TeamInvitation;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.webhook.delivery.SwitchedOffNotice;
import org.meetwright.core.webhook.delivery.WebhookMessage;
import org.meetwright.server.acme.AutomaticHttps;
import org.meetwright.server.api.booking.BookingEventTranslation;
import org.meetwright.server.calendar.event.HostEventText;
import org.meetwright.server.connection.OpenConnections;
import org.meetwright.server.listener.ConnectionEnd;
import org.meetwright.server.listener.Listener;
import org.meetwright.server.mail.MailDelivery;
import org.meetwright.server.mail.StoredMails;
import org.meetwright.server.mail.UnstoredMails;
import org.meetwright.server.mail.account.AccountMailDelivery;
import org.meetwright.server.mail.allowance.Permission;
import org.meetwright.server.mail.invitation.InvitationMail;
import org.meetwright.server.mail.letter.Brands;
import org.meetwright.server.mail.letter.MailFactsReader;
import org.meetwright.server.mail.letter.MailLinks;
import org.meetwright.server.mail.notice.CalendarAlertMail;
import org.meetwright.server.mail.notice.ConfirmationMail;
import org.meetwright.server.mail.notice.SwitchedOffMail;
import org.meetwright.server.mail.sending.MailSender;
import org.meetwright.server.operations.Health;
import org.meetwright.server.operations.Metrics;
import org.meetwright.server.operations.Watchdog;
import org.meetwright.server.outgoing.Targets;
import org.meetwright.server.route.Route;
import org.meetwright.server.route.RouteTable;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.sms.SmsDelivery;
import org.meetwright.server.stream.EventStreams;
import org.meetwright.server.webhook.WebhookRequests;
import org.meetwright.server.webhook.WebhookSender;

/// The running server: wires API, pages, operations and deliveries on a core.
public final class MeetwrightServer implements AutoCloseable {
  /// How long a new server waits for its first certificate before it begins.
  private static final Duration LONGEST_ORDER = Duration.ofSeconds(30);

  private final AtomicBoolean closing;
  private final RouteTable routes;
  private final Watchdog watchdog;
  private final EventStreams streams;
  private final Listener listener;
  private final @Nullable AutomaticHttps https;
  private final OutboxWorker worker;
  private final MailSender sender;

  private MeetwrightServer(
      AtomicBoolean closing,
      RouteTable routes,
      Watchdog watchdog,
      EventStreams streams,
      Listener listener,
      @Nullable AutomaticHttps https,
      OutboxWorker worker,
      MailSender sender) {
    this.closing = closing;
    this.routes = routes;
    this.watchdog = watchdog;
    this.streams = streams;
    this.listener = listener;
    this.https = https;
    this.worker = worker;
    this.sender = sender;
  }

  /// Starts a server on a core, which stays the caller's to close.
  ///
  /// @throws java.io.UncheckedIOException if the address can't be listened on
  public static MeetwrightServer start(Core core, Settings settings) {
    return start(core, settings, List.of());
  }

  /// Starts a server that answers more.
  ///
  /// @param more routes that come first
  static MeetwrightServer start(Core core, Settings settings, List<HttpService> more) {
    AtomicBoolean closing = new AtomicBoolean();
    PublicUrl publicUrl = new PublicUrl(settings);
    Metrics metrics = new Metrics(core.outbox(), core.clock());
    Watchdog watchdog = new Watchdog(core.database());
    Health health =
        new Health(watchdog, core.outbox(), settings.home(), core.clock(), closing::get);
    Targets targets = new Targets(settings.privateTargets().webhooks());
    WebhookRequests courier = new WebhookRequests(targets, core.clock());
    core.bookingDesk().watch(metrics::booking);
    EventStreams streams = new EventStreams(core.news(), core.access());
    metrics.streams(streams::count);
    metrics.calendars(core.calendarSync()::lags);
    health.watch(core.calendarSync()::lags);
    OpenConnections connections = Listener.connections(settings.server());
    Routing routing =
        new Routing(
            core,
            settings,
            publicUrl,
            metrics,
            health,
            targets,
            courier,
            new Routing.Streaming(streams, connections::setApart),
            new RouteTable());
    SecurityHeaders headers = SecurityHeaders.of(settings.server());
    DirectHandlers refusals =
        new Refusals(headers, settings.server().publicUrl(), routing.routes()).handlers();
    AutomaticHttps https = automaticHttps(core, settings, closing::get, refusals);
    Listener listener;
    try {
      listener =
          Listener.start(
              settings.server(),
              connections,
              routing.with(new ConnectionEnd(connections, closing::get), headers, more),
              refusals);
    } catch (RuntimeException failed) {
      if (https != null) {
        https.close();
      }
      throw failed;
    }
    metrics.certificate(listener::certificateEndsAt, core.clock());
    publicUrl.listeningOn(listener.url());
    watchdog.watch(listener::isListening);
    MailSender sender = MailSender.of(settings.mail(), settings.home());
    OutboxWorker worker =
        OutboxWorker.start(
            core.outbox(),
            handlers(core, settings, publicUrl, sender, courier),
            (kind, result) -> {
              metrics.attempt(kind, result);
              health.attempt(kind, result);
            });
    return new MeetwrightServer(
        closing, routing.routes(), watchdog, streams, listener, https, worker, sender);
  }

  /// Returns what orders the certificate, or null if the server has one of its own, or none.
  private static @Nullable AutomaticHttps automaticHttps(
      Core core, Settings settings, BooleanSupplier closing, DirectHandlers refusals) {
    String domain = settings.acme().domain();
    URI https = settings.server().publicUrl();
    if (domain == null || https == null) {
      return null;
    }
    OpenConnections connections = Listener.connections(settings.server());
    AutomaticHttps started =
        AutomaticHttps.start(
            core.certificates(),
            settings.acme(),
            domain,
            core.clock(),
            new AutomaticHttps.Plain(
                settings.server(),
                https,
                connections,
                List.of(new ConnectionEnd(connections, closing), new SecurityHeaders()),
                refusals));
    started.awaitFirst(LONGEST_ORDER);
    return started;
  }

  static List<Handler<?>> handlers(
      Core core,
      Settings settings,
      PublicUrl publicUrl,
      MailSender sender,
      WebhookRequests courier) {
    EmailAddress from = settings.mail().from();
    UnstoredMails unstoredMails = new UnstoredMails(sender, from);
    StoredMails kept = new StoredMails(core.emails(), sender);
    Brands brands = new Brands(core.bookables(), core.brandings());
    ArchiveJob archive =
        new ArchiveJob(
            core.archive(),
            core.outbox(),
            settings.lifetimes(),
            core.clock(),
            List.of(core.news()::tidy, core.writtenMeetings()::tidy));
    archive.schedule();
    Function<BookingSnapshot, Object> told =
        snapshot ->
            BookingEventTranslation.toApi(
                snapshot, core.manageLinks().link(publicUrl.get(), snapshot.booking().id()));
    return List.of(
        new Handler<>(
            BookingNotice.KIND,
            new MailDelivery(
                core.clock(),
                core.bookings(),
                core.emails(),
                new MailFactsReader(
                    core.clock(),
                    core.hosts(),
                    core.bookables(),
                    core.eventTypes(),
                    core.bookings(),
                    core.writtenMeetings()::isWritten,
                    new MailLinks(
                        core.manageLinks(), core.hostLinks(), core.confirmations(), publicUrl)),
                brands,
                new Permission(core.emails(), core.mailAllowance()),
                kept,
                from)),
        new Handler<>(Resend.KIND, kept),
        new Handler<>(
            ConfirmationNotice.KIND,
            new ConfirmationMail(
                core.confirmations(),
                core.eventTypes(),
                core.bookables(),
                core.availability(),
                brands,
                publicUrl,
                unstoredMails)),
        new Handler<>(ConfirmationExpiry.KIND, ConfirmationExpiry.delivery(core.confirmations())),
        new Handler<>(UnansweredRequest.KIND, UnansweredRequest.delivery(core.bookingDesk())),
        new Handler<>(
            AccountMail.KIND,
            new AccountMailDelivery(
                core.clock(),
                core.hosts(),
                core.accountMails(),
                core.mailedLinks(),
                core.emailChanges(),
                core.hostInvitations(),
                publicUrl,
                unstoredMails)),
        new Handler<>(
            TeamInvitation.KIND,
            new InvitationMail(
                core.hosts(), core.memberships(), core.rateLimits(), publicUrl, unstoredMails)),
        new Handler<>(
            WebhookMessage.KIND,
            new WebhookSender(
                core.eventTypes(), core.bookings(), core.webhookDispatch(), courier, told)),
        new Handler<>(
            SwitchedOffNotice.KIND,
            new SwitchedOffMail(core.hosts(), core.webhooks(), unstoredMails)),
        new Handler<>(
            SmsReminder.KIND,
            SmsDelivery.of(
                core.clock(),
                core.bookings(),
                core.manageLinks(),
                core.rateLimits(),
                publicUrl,
                settings.sms())),
        new Handler<>(
            SyncDue.KIND,
            new SyncJob(core.calendarSync(), Routing.channels(core, publicUrl), core.clock())),
        new Handler<>(
            CalendarWrite.KIND,
            new CalendarWriter(
                core.database(),
                core.clock(),
                core.connectedAccounts(),
                core.calendarProblems(),
                new HostEventText(core.eventTypes()::find))),
        new Handler<>(CollisionCheck.KIND, core.calendarCheck()),
        new Handler<>(
            CalendarRemoval.KIND,
            new RemovalJob(
                core.database(), core.writtenMeetings(), core.calendarConnections(), core.clock())),
        new Handler<>(
            CalendarAlert.KIND,
            new CalendarAlertMail(
                core.hosts(),
                core.calendarConnections(),
                core.calendarProblems(),
                core.bookings(),
                publicUrl,
                unstoredMails)),
        new Handler<>(
            BackupDue.KIND,
            new BackupJob(
                new BackupSchedules(core.database(), core.outbox(), core.clock()),
                new Backup(core.database(), core.clock()),
                core.clock())),
        new Handler<>(ArchiveJob.KIND, archive));
  }

  /// Returns the address that the server listens on, without a slash at the end.
  public URI url() {
    return listener.url();
  }

  /// Returns all routes that it answers.
  public List<Route> routes() {
    return routes.routes();
  }

  /// Returns what tells why the program has to end, should it have lost what it cannot work
  /// without.
  public CompletableFuture<String> broken() {
    return watchdog.broken();
  }

  /// Returns whether it takes connections, as was seen a moment ago. A server that no longer looks
  /// is not alive.
  public boolean isAlive() {
    return watchdog.isAlive();
  }

  /// Says that it is not ready, and goes on answering for a while, so that load balancers see it
  /// and send no more. Each answer ends its connection; streams end at once.
  public void drain(Duration delay) {
    closing.set(true);
    streams.close();
    try {
      Thread.sleep(delay);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  /// Stops accepting requests, waits a few seconds for those in flight and for mail being sent, and
  /// ends.
  @Override
  public void close() {
    closing.set(true);
    watchdog.close();
    streams.close();
    if (https != null) {
      https.close();
    }
    listener.close();
    worker.close();
    sender.close();
  }
}
