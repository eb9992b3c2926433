package org.meetwright.cli.commands.calendar;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.Text;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright calendar backfill`.
@Command(
    name = "backfill",
    description = {
      "Have meetings that were booked before written into the calendars that receive, and print",
      "how many. A running server writes them."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright calendar backfill ada --days-back 30",
      "  meetwright calendar backfill --all --rate 60"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class CalendarBackfillCommand implements Runnable {
  private static final int USUAL_RATE = 60;
  private static final int MOST_DAYS = 3650;
  private static final int HIGHEST_RATE = 6000;

  private final Program program;

  @ArgGroup(multiplicity = "1")
  private Selection selection;

  @Option(
      names = "--days-back",
      paramLabel = "N",
      defaultValue = "0",
      description = "Those too that ended in the last N days (default: only those ahead).")
  private int daysBack;

  /// One host, or all.
  static final class Selection {
    @Parameters(paramLabel = "HOST", arity = "1", description = "The meetings of one host.")
    private @Nullable String handle;

    @ArgGroup(exclusive = false)
    private @Nullable All all;
  }

  /// All hosts.
  static final class All {
    @Option(names = "--all", required = true, description = "The meetings of all hosts.")
    @SuppressWarnings("UnusedVariable") // That it is given is all that it says.
    private boolean chosen;

    @Option(
        names = "--rate",
        paramLabel = "N",
        defaultValue = "" + USUAL_RATE,
        description = "How many a minute (default: 60).")
    private int rate = USUAL_RATE;
  }

  /// Creates the command.
  public CalendarBackfillCommand(Program program) {
    this.program = program;
  }

  /// What was done.
  record Result(int meetings) {}

  @Override
  public void run() {
    Duration back = Duration.ofDays(Text.number("--days-back", daysBack, 0, MOST_DAYS));
    try (Core core = program.open(program.settings())) {
      int meetings = selection.handle == null ? all(core, back) : one(core, selection.handle, back);
      if (program.options().json()) {
        program.terminal().printJson(new Result(meetings));
      } else {
        program.terminal().print(String.valueOf(meetings));
      }
    }
  }

  private int all(Core core, Duration back) {
    int rate = selection.all == null ? USUAL_RATE : selection.all.rate;
    return core.writtenMeetings().backfillAll(back, Text.number("--rate", rate, 1, HIGHEST_RATE));
  }

  private static int one(Core core, String handle, Duration back) {
    Host host = Lookup.host(core.hosts(), handle);
    if (!core.writtenMeetings().isWritten(host.id())) {
      throw new Failure(
          "No calendar of "
              + handle
              + " receives meetings; choose one: meetwright calendar choose ID --receive yes");
    }
    return core.writtenMeetings().backfill(host.id(), back);
  }
}
