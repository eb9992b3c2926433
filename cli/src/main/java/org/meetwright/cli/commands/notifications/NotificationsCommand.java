package org.meetwright.cli.commands.notifications;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Table;
import org.meetwright.cli.views.ShownTimes;
import org.meetwright.core.Core;
import org.meetwright.core.host.Host;
import org.meetwright.core.news.News.HostNotice;
import org.meetwright.core.news.News.Notices;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.news.ApiEvent;
import org.meetwright.server.api.model.news.ApiNotification;
import org.meetwright.server.api.news.NotificationTranslation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright notifications`.
@Command(
    name = "notifications",
    description = {
      "List what hosts are notified of, the latest first, one a line: when, host, new or read,"
          + " what, about what.",
      "This marks nothing as read."
    },
    footer = {"", "@|bold Example:|@", "  meetwright notifications ada --unread"})
public final class NotificationsCommand implements Runnable {
  private static final int MOST = 1000;

  private final Program program;

  @Parameters(arity = "0..1", paramLabel = "HOST", description = "Only this host's.")
  private @Nullable String handle;

  @Option(names = "--unread", description = "Only those that are not read.")
  private boolean unread;

  @Option(
      names = "--limit",
      paramLabel = "NUMBER",
      defaultValue = "50",
      description = "How many are looked at, at most 1000 (default: ${DEFAULT-VALUE}).")
  private int limit;

  /// Creates the command.
  public NotificationsCommand(Program program) {
    this.program = program;
  }

  /// A notification as JSON: as the API shows it to its host, with the host.
  record Told(
      String host,
      long id,
      String type,
      Instant timestamp,
      boolean read,
      ApiEvent.Subject subject,
      @Nullable ApiBooking booking) {
    /// Several of them, the latest first.
    record Listing(List<Told> notifications) {}
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      List<HostNotice> notices =
          found(core, Math.clamp(limit, 1, MOST)).stream()
              .filter(notice -> !unread || !notice.read())
              .toList();
      if (program.options().json()) {
        program
            .terminal()
            .printJson(
                new Told.Listing(notices.stream().map(notice -> told(core, notice)).toList()));
      } else {
        program
            .terminal()
            .print(
                new Table(
                    List.of("WHEN", "HOST", "STATE", "WHAT", "ABOUT"),
                    notices.stream().map(NotificationsCommand::row).toList()));
      }
    }
  }

  private List<HostNotice> found(Core core, int most) {
    if (handle == null) {
      return core.news().latest(most);
    }
    Host host = Lookup.host(core.hosts(), handle);
    Notices page = core.news().notices(host.id(), null, most);
    UUID id = host.id();
    return page.items().stream()
        .map(item -> new HostNotice(id, handle, item, item.number() <= page.read()))
        .toList();
  }

  private static Told told(Core core, HostNotice notice) {
    ApiNotification api =
        NotificationTranslation.toApi(
            notice.item(), notice.hostId(), notice.read(), core.bookings());
    return new Told(
        notice.handle(),
        api.id(),
        api.type(),
        api.timestamp(),
        api.read(),
        api.subject(),
        api.booking());
  }

  private static List<String> row(HostNotice notice) {
    return List.of(
        ShownTimes.in(ZoneOffset.UTC, notice.item().at()),
        notice.handle(),
        notice.read() ? "read" : "new",
        notice.item().kind().word(),
        notice.item().subjectId().toString());
  }
}
