package org.meetwright.cli.commands.booking;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.IdPrefix;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.workplace.Meetings;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.cli.workplace.choice.Workplaces;
import org.meetwright.server.api.model.booking.ApiBooking;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A command that changes a booking.
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
abstract class ChangeCommand implements Runnable {
  final Program program;

  @Parameters(index = "0", paramLabel = "ID", description = "The booking's id, or how it begins.")
  private IdPrefix id;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; the other side is told.")
  @Nullable String reason;

  ChangeCommand(Program program) {
    this.program = program;
  }

  /// Returns the changed booking.
  abstract ApiBooking change(Meetings meetings, UUID booking);

  @Override
  public final void run() {
    try (Workplace work = Workplaces.open(program)) {
      Meetings meetings = work.meetings();
      ApiBooking changed = change(meetings, meetings.find(id));
      if (program.options().json()) {
        program.terminal().printJson(changed);
      } else {
        program
            .terminal()
            .say(
                "The booking with "
                    + changed.invitee().name()
                    + " at "
                    + changed.start()
                    + " is "
                    + changed.status()
                    + (changed.noShow() ? "; the invitee did not come." : "."));
      }
    }
  }
}
