package org.meetwright.cli.commands.host.standing;

import java.util.List;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.commands.data.ErasureOptions;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.program.Terminal;
import org.meetwright.cli.views.HostDetails;
import org.meetwright.core.Core;
import org.meetwright.core.account.standing.HostHoldings;
import org.meetwright.core.host.Host;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright host delete`.
@Command(
    name = "delete",
    description = {
      "Erase a host with all that only he had, for good.",
      "His schedules, event types, tokens and calendars go, and the invitees of his own meetings."
          + " That there were meetings, of what kind and when, stays. His handle is free again."
    },
    footer = {
      "",
      "@|bold Example:|@",
      "  meetwright host delete ada --dry-run",
      "  meetwright host delete ada --cancel --yes"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class HostDeleteCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "HANDLE", description = "The host.")
  private String handle;

  @Option(names = "--dry-run", description = "Say what would go, and change nothing.")
  private boolean dryRun;

  @Mixin private ErasureOptions erasing;

  /// Creates the command.
  public HostDeleteCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      Host host = Lookup.host(core.hosts(), handle);
      HostHoldings holdings = core.hostStanding().holdings(host.id());
      if (dryRun) {
        tell(host, holdings);
        return;
      }
      erasing.run(
          program, core.bookingDesk(), host.email(), () -> core.erasure().eraseHost(host.id()));
    }
  }

  private void tell(Host host, HostHoldings holdings) {
    Terminal terminal = program.terminal();
    if (program.options().json()) {
      terminal.printJson(HostDetails.of(host, holdings));
    } else {
      lines(holdings).forEach(terminal::print);
    }
    if (holdings.meetings().upcoming() > 0 && !erasing.cancels()) {
      terminal.say(
          holdings.meetings().upcoming()
              + " bookings are still to come: it would be refused without --cancel.");
    } else if (holdings.meetings().unsent() > 0) {
      terminal.say(
          holdings.meetings().unsent()
              + " messages are still to be sent: it would be refused until they are.");
    }
    terminal.say("Nothing was changed.");
  }

  private static List<String> lines(HostHoldings holdings) {
    HostHoldings.Meetings meetings = holdings.meetings();
    HostHoldings.Setup setup = holdings.setup();
    HostHoldings.Keys keys = holdings.keys();
    return List.of(
        "cancel  " + meetings.upcoming() + " bookings to come",
        "erase   the invitees of " + meetings.own() + " bookings",
        "leave   " + meetings.shared() + " bookings with other hosts, without him",
        "erase   " + meetings.archived() + " archived meetings, as far as they are his alone",
        "delete  "
            + setup.eventTypes()
            + " event types, "
            + setup.schedules()
            + " schedules, "
            + setup.absences()
            + " absences, "
            + setup.busyTimes()
            + " busy times",
        "delete  "
            + keys.sessions()
            + " sessions, "
            + keys.tokens()
            + " tokens, "
            + keys.webhooks()
            + " webhooks, "
            + keys.feeds()
            + " feeds, "
            + keys.calendarAccounts()
            + " calendar accounts",
        "teams   " + HostDetails.teams(holdings));
  }
}
