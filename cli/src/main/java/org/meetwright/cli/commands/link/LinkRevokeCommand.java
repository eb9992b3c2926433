package org.meetwright.cli.commands.link;

import java.util.List;
import java.util.UUID;
import org.meetwright.cli.arguments.IdPrefix;
import org.meetwright.cli.arguments.OwnArguments;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.workplace.Desk;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.cli.workplace.choice.Workplaces;
import org.meetwright.server.api.model.bookinglink.ApiBookingLink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `meetwright link revoke`.
@Command(
    name = "revoke",
    description = "End a booking link; what was booked with it stays.",
    footer = {"", "@|bold Example:|@", "  meetwright link revoke ada 01a21b0f-38b1"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class LinkRevokeCommand implements Runnable {
  private final Program program;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..2",
      paramLabel = "[HANDLE] ID",
      hideParamSyntax = true,
      description = "Whose link, and its id or how it begins.")
  private List<String> given;

  LinkRevokeCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    OwnArguments arguments = OwnArguments.of(given, 1);
    IdPrefix prefix = arguments.id(spec, "ID", 0);
    try (Workplace work = Workplaces.open(program)) {
      Desk desk = work.desk(arguments.handle());
      UUID id =
          prefix.only(
              desk.links().stream().map(ApiBookingLink::id).toList(),
              "booking link",
              "meetwright link list");
      desk.deleteLink(id);
      program.terminal().say("Ended the booking link " + id + ".");
    }
  }
}
