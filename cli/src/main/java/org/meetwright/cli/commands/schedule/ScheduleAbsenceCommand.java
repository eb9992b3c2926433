package org.meetwright.cli.commands.schedule;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.IdPrefix;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Table;
import org.meetwright.cli.views.PreviewView;
import org.meetwright.cli.workplace.Desk;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.cli.workplace.choice.Workplaces;
import org.meetwright.server.api.model.absence.AbsenceRequest;
import org.meetwright.server.api.model.absence.ApiAbsence;
import org.meetwright.server.api.model.booking.ApiBookingBrief;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `meetwright schedule absence`.
@Command(
    name = "absence",
    description = {
      "Say when a host is absent, and print the id; without --from, list absences.",
      "Bookings in it stay, and are listed."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright schedule absence ada --from 2026-08-01 --to 2026-08-14 \\",
      "    --note \"On holiday\" --redirect grace/intro",
      "  meetwright schedule absence ada --remove 01a21b0f-38b1"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class ScheduleAbsenceCommand implements Runnable {
  private final Program program;

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "HANDLE", description = "Whose.")
  private @Nullable String handle;

  @Option(names = "--from", paramLabel = "TIME", description = "The first date, or an instant.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "The last date (default: the first), or the instant of the end.")
  private @Nullable String to;

  @Option(names = "--note", paramLabel = "TEXT", description = "What visitors are told.")
  private @Nullable String note;

  @Option(
      names = "--redirect",
      paramLabel = "HANDLE/SLUG",
      description = "What visitors can book instead.")
  private @Nullable String redirect;

  @Option(names = "--remove", paramLabel = "ID", description = "Remove an absence.")
  private @Nullable IdPrefix remove;

  @Option(names = "--dry-run", description = "Only show which times would be lost.")
  private boolean dryRun;

  ScheduleAbsenceCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    if (from == null && (to != null || note != null || redirect != null || dryRun)) {
      throw new ParameterException(
          spec.commandLine(), "--from must be given: the first date, like 2026-08-01");
    }
    try (Workplace work = Workplaces.open(program)) {
      Desk desk = work.desk(handle);
      if (remove != null) {
        remove(desk, remove);
      } else if (from == null) {
        list(desk);
      } else {
        add(desk, new AbsenceRequest(null, from, to == null ? from : to, note, redirect, null));
      }
    }
  }

  private void remove(Desk desk, IdPrefix prefix) {
    UUID id =
        prefix.only(
            desk.absences().stream().map(ApiAbsence::id).toList(),
            "absence",
            "meetwright schedule absence");
    desk.deleteAbsence(id);
    program.terminal().say("Removed the absence " + id + ".");
  }

  private void add(Desk desk, AbsenceRequest request) {
    if (dryRun) {
      PreviewView.print(program, desk, request);
      return;
    }
    ApiAbsence added = desk.addAbsence(request);
    if (program.options().json()) {
      program.terminal().printJson(added);
      return;
    }
    program.terminal().print(added.id().toString());
    Objects.requireNonNullElse(added.bookings(), List.<ApiBookingBrief>of())
        .forEach(
            booking ->
                program
                    .terminal()
                    .say(
                        "Stays booked: "
                            + booking.start()
                            + " "
                            + booking.invitee().name()
                            + ", "
                            + booking.id()));
  }

  private void list(Desk desk) {
    List<ApiAbsence> all = desk.absences();
    if (program.options().json()) {
      program.terminal().printJson(new ApiAbsence.Listing(all));
      return;
    }
    program
        .terminal()
        .print(
            new Table(
                List.of("ID", "FROM", "TO", "NOTE"),
                all.stream()
                    .map(each -> List.of(each.id().toString(), each.from(), each.to(), each.note()))
                    .toList()));
    if (all.isEmpty()) {
      program.terminal().say("There is no absence.");
    }
  }
}
