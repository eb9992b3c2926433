package org.meetwright.cli.commands.host;

import java.util.List;
import java.util.Locale;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Table;
import org.meetwright.cli.views.HostDetails;
import org.meetwright.core.Core;
import org.meetwright.core.host.Host;
import org.meetwright.server.api.host.HostTranslation;
import org.meetwright.server.api.model.host.ApiHost;
import picocli.CommandLine.Command;

/// `meetwright host list`.
@Command(
    name = "list",
    description =
        "List the hosts, one a line: handle, zone, role, name and e-mail address, and whether they"
            + " are off or erased.",
    footer = {"", "@|bold Example:|@", "  meetwright host list --json"})
public final class HostListCommand implements Runnable {
  private final Program program;

  /// Creates the command.
  public HostListCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      List<Host> hosts = core.hosts().list();
      if (program.options().json()) {
        program
            .terminal()
            .printJson(new ApiHost.Listing(hosts.stream().map(HostTranslation::toApi).toList()));
        return;
      }
      program
          .terminal()
          .print(
              new Table(
                  List.of("HANDLE", "ZONE", "ROLE", "NAME"),
                  hosts.stream().map(HostListCommand::row).toList()));
      if (hosts.isEmpty()) {
        program.terminal().say("There is no host yet; add one: meetwright host add --help");
      }
    }
  }

  private static List<String> row(Host host) {
    return List.of(
        host.handle().value(),
        host.timeZone().getId(),
        host.role().name().toLowerCase(Locale.ROOT),
        host.name()
            + " <"
            + host.email()
            + ">"
            + (host.active() ? "" : ", " + HostDetails.state(host)));
  }
}
