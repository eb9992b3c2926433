package org.meetwright.cli.commands.export;

import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.server.invite.ExportedCalendar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `meetwright export ics`.
@Command(
    name = "ics",
    description = {
      "Write bookings as a calendar file (RFC 5545), an event each.",
      "Their UIDs are those of the invitations. The file invites nobody."
    },
    footer = {
      "",
      "@|bold Example:|@",
      "  meetwright export ics ada --from 2026-01-01 > bookings.ics"
    })
@SuppressWarnings("NullAway.Init") // Picocli makes the mixin.
public final class ExportIcsCommand implements Runnable {
  private final Program program;

  @Mixin private Selection selection;

  /// Creates the command.
  public ExportIcsCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      ExportedCalendar calendar =
          new ExportedCalendar(selection.locale(core.hosts()), core.eventTypes()::find);
      program.terminal().out().print(calendar.beginning());
      selection.read(
          program,
          core.hosts(),
          core.bookings(),
          bookings ->
              core.feedMeetings()
                  .dated(bookings)
                  .forEach(meeting -> program.terminal().out().print(calendar.event(meeting))));
      program.terminal().out().print(calendar.end());
    }
  }
}
