package org.meetwright.cli.commands;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.EventTypeAddress;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.workplace.PublicBooking;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.cli.workplace.choice.Workplaces;
import org.meetwright.server.api.model.slot.ApiSlot;
import org.meetwright.server.api.model.slot.ApiSlots;
import org.meetwright.server.api.model.slot.SlotsQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `meetwright slots`.
@Command(
    name = "slots",
    description = "List the times that can be booked, a start a line, for at most 62 days.",
    footer = {
      "",
      "@|bold Example:|@",
      "  meetwright slots ada/intro --from 2026-03-09 --to 2026-03-13 \\",
      "    --zone Europe/Berlin"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class SlotsCommand implements Runnable {
  private static final int MOST_DAYS = 62;

  private final Program program;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "HANDLE/SLUG", description = "Host or team, and event type.")
  private EventTypeAddress address;

  @Mixin private SlotDates dates = new SlotDates(MOST_DAYS);

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
    dates.check();
    try (Workplace work = Workplaces.open(program, spec, address)) {
      EventTypeAddress whole = work.whole(address);
      SlotDates.Span span =
          dates.in(dates.zoneOr(work.publicBooking().timeZone(whole.handle())), program.clock());
      SlotsQuery query =
          new SlotsQuery(span.first(), span.last(), span.zone().getId(), null, duration, null);
      ApiSlots view = work.publicBooking().slots(whole, query);
      print(view);
      if (view.slots().isEmpty() && !program.options().json()) {
        program.terminal().say(nothing(work.publicBooking(), whole, view));
      }
    }
  }

  private String nothing(PublicBooking everyone, EventTypeAddress whole, ApiSlots view) {
    if (view.reasons() != null && !view.reasons().isEmpty()) {
      return whole + " is switched off; nothing can be booked.";
    }
    String none = "No time of " + whole + " can be booked from " + view.from() + " to " + view.to();
    LocalDate next = view.nextFrom();
    ApiSlot first =
        next == null
            ? null
            : everyone
                .firstSlot(whole, new SlotsQuery(next, null, view.zone(), null, duration, null))
                .slot();
    return first == null
        ? none + ", nor later."
        : none
            + "; the first free time is "
            + first.start()
            + ": look on with --from "
            + OffsetDateTime.parse(first.start()).toLocalDate();
  }

  private void print(ApiSlots view) {
    if (program.options().json()) {
      program.terminal().printJson(view);
      return;
    }
    view.slots().forEach(slot -> program.terminal().print(slot.start()));
  }
}
