package org.meetwright.cli.commands;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.EventTypeAddress;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.views.Times;
import org.meetwright.core.Core;
import org.meetwright.server.api.model.slot.ApiSlots;
import org.meetwright.server.api.slot.SlotTranslation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `meetwright slots`.
@Command(
    name = "slots",
    description = "List the times that can be booked, a start a line.",
    footer = {
      "",
      "@|bold Example:|@",
      "  meetwright slots ada/intro --from 2026-03-09 --to 2026-03-13 \\",
      "    --zone Europe/Berlin"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class SlotsCommand implements Runnable {
  private static final int MOST_DAYS = 62;
  private static final int USUAL_DAYS = 7;

  private final Program program;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "HANDLE/SLUG", description = "Host or team, and event type.")
  private EventTypeAddress address;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "The first date, like 2026-03-09 (default: today).")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description =
          "The last date, at most "
              + MOST_DAYS
              + " days in all (default: "
              + USUAL_DAYS
              + " days in all).")
  private @Nullable LocalDate to;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "The time zone of the dates and of what is printed (default: the host's).")
  private @Nullable ZoneId zone;

  @Option(
      names = "--duration",
      paramLabel = "MINUTES",
      description = "How long the meeting is to be, if several lengths are offered.")
  private @Nullable Integer duration;

  /// Creates the command.
  public SlotsCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    if (from != null && to != null) {
      check(from, to);
    }
    try (Core core = program.open(program.settings())) {
      EventTypeAddress.Found found = address.find(core).lasting(duration);
      ZoneId asked = zone == null ? found.who().timeZone() : zone;
      LocalDate first = from == null ? LocalDate.ofInstant(core.clock().instant(), asked) : from;
      LocalDate last = to == null ? first.plusDays(USUAL_DAYS - 1) : to;
      check(first, last);
      ApiSlots view =
          SlotTranslation.toApi(
              core.availability().slots(found.eventType(), first, last, asked),
              first,
              last,
              asked,
              found.eventType());
      print(view);
      if (view.slots().isEmpty() && !program.options().json()) {
        program.terminal().say(nothing(core, found, view));
      }
    }
  }

  private String nothing(Core core, EventTypeAddress.Found found, ApiSlots view) {
    if (!found.eventType().active()) {
      return address + " is switched off; nothing can be booked.";
    }
    String none =
        "No time of " + address + " can be booked from " + view.from() + " to " + view.to();
    ZoneId shown = ZoneId.of(view.zone());
    LocalDate next = view.nextFrom();
    long[] starts =
        next == null
            ? new long[0]
            : core.availability().first(found.eventType(), next, shown).starts();
    return starts.length == 0
        ? none + ", nor later."
        : none
            + "; the first free time is "
            + Times.in(shown, Instant.ofEpochSecond(starts[0]))
            + ": look on with --from "
            + Instant.ofEpochSecond(starts[0]).atZone(shown).toLocalDate();
  }

  private void check(LocalDate first, LocalDate last) {
    CommandLine commandLine = spec.commandLine();
    if (last.isBefore(first)) {
      throw new ParameterException(
          commandLine, "--to " + last + " must not be before --from " + first);
    }
    if (last.isAfter(first.plusDays(MOST_DAYS - 1))) {
      throw new ParameterException(
          commandLine,
          "--from " + first + " --to " + last + " must be at most " + MOST_DAYS + " days");
    }
  }

  private void print(ApiSlots view) {
    if (program.options().json()) {
      program.terminal().printJson(view);
      return;
    }
    view.slots().forEach(slot -> program.terminal().print(slot.start()));
  }
}
