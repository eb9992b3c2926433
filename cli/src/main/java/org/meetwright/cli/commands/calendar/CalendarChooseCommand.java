package org.meetwright.cli.commands.calendar;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.Arguments.YesNo;
import org.meetwright.cli.arguments.IdPrefix;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.calendar.Calendar;
import org.meetwright.core.calendar.CalendarChoices.Choice;
import org.meetwright.core.calendar.CalendarChoices.ChooseOutcome;
import org.meetwright.core.prefix.Findable;
import org.meetwright.server.api.calendar.CalendarTranslation;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright calendar choose`.
@Command(
    name = "choose",
    description = "Choose what a calendar is used for.",
    footer = {"", "@|bold Example:|@", "  meetwright calendar choose ID --busy yes --receive yes"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class CalendarChooseCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "ID", description = "The calendar.")
  private IdPrefix given;

  @ArgGroup(exclusive = false, multiplicity = "1")
  private Wanted wanted;

  /// At least one of them.
  static final class Wanted {
    @Option(
        names = "--busy",
        paramLabel = "yes|no",
        description = "Whether its events take the host's time.")
    private @Nullable YesNo busy;

    @Option(
        names = "--tentative",
        paramLabel = "yes|no",
        description = "Whether those do that are tentative.")
    private @Nullable YesNo tentative;

    @Option(
        names = "--receive",
        paramLabel = "yes|no",
        description = "Whether the host's meetings are written into it, and into no other.")
    private @Nullable YesNo receive;
  }

  /// Creates the command.
  public CalendarChooseCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    Choice choice = new Choice(is(wanted.busy), is(wanted.tentative), is(wanted.receive));
    try (Core core = program.open(program.settings())) {
      UUID id = Lookup.id(core.database(), given, Findable.CALENDAR);
      Calendar calendar = CalendarLookup.calendar(core.hosts(), core.calendarChoices(), id);
      switch (core.calendarChoices().choose(calendar.hostId(), id, choice)) {
        case ChooseOutcome.Chosen(var chosen) -> report(chosen);
        case ChooseOutcome.ReadOnly _ ->
            throw new Failure(
                "The calendar "
                    + calendar.remote().name()
                    + " can only be read; choose another one to receive meetings.");
        case ChooseOutcome.NotFound() ->
            throw new Failure("The calendar was removed at the same time.");
      }
    }
  }

  private static @Nullable Boolean is(@Nullable YesNo typed) {
    return typed == null ? null : typed.yes();
  }

  private void report(Calendar chosen) {
    if (program.options().json()) {
      program.terminal().printJson(CalendarTranslation.toApi(chosen));
    } else {
      program
          .terminal()
          .say(
              "The calendar "
                  + chosen.remote().name()
                  + (chosen.use().busy() ? " takes" : " does not take")
                  + " the host's time, and"
                  + (chosen.use().receives() ? " receives" : " does not receive")
                  + " meetings.");
    }
  }
}
