package org.meetwright.cli.commands.tzdata;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.program.Terminal;
import org.meetwright.cli.screen.Table;
import org.meetwright.core.Core;
import org.meetwright.core.booking.localtime.LocalTimes;
import org.meetwright.core.booking.localtime.LocalTimes.Outcome;
import org.meetwright.core.booking.localtime.MovedBooking;
import org.meetwright.core.value.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `meetwright tzdata check`.
@Command(
    name = "check",
    description = {
      "List bookings to come whose local time newer time-zone data has moved.",
      "A meeting stays at its instant. When a country changes its clocks, and Java is updated,"
          + " people read another time of day than they were told."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright tzdata check",
      "  meetwright tzdata check --tell"
    })
final class TzdataCheckCommand implements Runnable {
  private static final int MOST = 100_000;

  private final Program program;

  @Option(
      names = "--tell",
      description = "Mail it to hosts, invitees and guests of these bookings, once.")
  private boolean tell;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many to list at most (default: 1000); all are told.")
  private int limit;

  TzdataCheckCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    Text.number("--limit", limit, 1, MOST);
    TimeZoneData data = TimeZoneData.of(TimeZoneData.ZONEINFO);
    try (Core core = program.open(program.settings())) {
      LocalTimes times = new LocalTimes(core.database(), core.outbox(), core.clock());
      List<TzdataView.Moved> listed = new ArrayList<>();
      Consumer<MovedBooking> found =
          booking -> {
            if (listed.size() < limit) {
              listed.add(TzdataView.Moved.of(booking));
            }
          };
      Outcome outcome = tell ? times.tell(found) : times.check(found);
      if (program.options().json()) {
        program.terminal().printJson(TzdataView.of(data, outcome, tell, listed));
      } else {
        program
            .terminal()
            .print(
                new Table(
                    List.of("BOOKING", "WHO", "ZONE", "TOLD", "NOW"),
                    listed.stream().flatMap(one -> one.rows().stream()).toList()));
      }
      say(data, outcome, listed.size());
    }
  }

  private void say(TimeZoneData data, Outcome outcome, int listed) {
    Terminal terminal = program.terminal();
    terminal.say(
        "Bookings to come: "
            + outcome.checked()
            + " checked, "
            + outcome.moved()
            + " at another local time than was told.");
    terminal.say("Time zones: " + data.told());
    if (outcome.recorded() > 0) {
      terminal.say(
          "What was told about "
              + outcome.recorded()
              + " of them was not known; from now on it is what holds today.");
    }
    if (listed < outcome.moved()) {
      terminal.say(
          "Listed are the first " + listed + "; more with --limit " + outcome.moved() + ".");
    }
    if (outcome.moved() > 0) {
      terminal.say(
          tell
              ? "Everyone concerned gets a mail from the server, once."
              : "Mail it to everyone concerned: meetwright tzdata check --tell");
    }
  }
}
