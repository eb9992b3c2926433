package org.meetwright.cli.commands.host;

import java.util.ArrayList;
import java.util.List;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Columns;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.views.HostDetails;
import org.meetwright.cli.views.ServerLinks;
import org.meetwright.core.Core;
import org.meetwright.core.account.standing.HostHoldings;
import org.meetwright.core.host.Host;
import org.meetwright.server.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright host show`.
@Command(
    name = "show",
    description = "Show a host: how he signs in, what he offers, and what is booked.",
    footer = {"", "@|bold Example:|@", "  meetwright host show ada"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class HostShowCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "HANDLE", description = "The host.")
  private String handle;

  /// Creates the command.
  public HostShowCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    Settings settings = program.settings();
    try (Core core = program.open(settings)) {
      Host host = Lookup.host(core.hosts(), handle);
      HostHoldings holdings = core.hostStanding().holdings(host.id());
      if (program.options().json()) {
        program.terminal().printJson(HostDetails.of(host, holdings));
        return;
      }
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("host", host.handle() + ", " + host.name() + " <" + host.email() + ">"));
      core.emailChanges()
          .pending(host.id())
          .ifPresent(asked -> rows.add(List.of("asked for", asked.email().value())));
      rows.add(List.of("state", HostDetails.state(host)));
      rows.add(List.of("role", HostDetails.of(host, holdings).role()));
      rows.add(
          List.of("zone", host.timeZone().getId() + ", language " + host.locale().toLanguageTag()));
      rows.add(List.of("signs in", signIn(core, host)));
      rows.add(List.of("page", ServerLinks.base(settings) + "/" + host.handle()));
      rows.addAll(rows(holdings));
      rows.add(List.of("unread", core.news().unread(host.id()) + " notifications"));
      Columns.align(rows).forEach(program.terminal()::print);
    }
  }

  private static String signIn(Core core, Host host) {
    String with = host.passwordHash() == null ? "no password" : "with a password";
    return core.secondFactor().isOn(host.id()) ? with + " and a second factor" : with;
  }

  private static List<List<String>> rows(HostHoldings holdings) {
    HostHoldings.Meetings meetings = holdings.meetings();
    HostHoldings.Setup setup = holdings.setup();
    HostHoldings.Keys keys = holdings.keys();
    return List.of(
        List.of(
            "bookings",
            meetings.upcoming()
                + " to come, "
                + (meetings.own() + meetings.shared())
                + " in all, "
                + meetings.archived()
                + " meetings archived"),
        List.of(
            "offers",
            setup.eventTypes()
                + " event types, "
                + setup.schedules()
                + " schedules, "
                + setup.absences()
                + " absences"),
        List.of("lets in", keys.sessions() + " sessions, " + keys.tokens() + " tokens"),
        List.of(
            "tells",
            keys.webhooks()
                + " webhooks, "
                + keys.feeds()
                + " feeds, "
                + keys.calendarAccounts()
                + " calendar accounts"),
        List.of("teams", HostDetails.teams(holdings)));
  }
}
