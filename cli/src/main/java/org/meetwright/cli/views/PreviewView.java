package org.meetwright.cli.views;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Table;
import org.meetwright.cli.workplace.Desk;
import org.meetwright.server.api.model.absence.AbsenceRequest;
import org.meetwright.server.api.model.eventtype.EventTypeRequest;
import org.meetwright.server.api.model.preview.ApiPreview;
import org.meetwright.server.api.model.preview.ApiPreview.ApiBookingOutside;
import org.meetwright.server.api.model.preview.ApiPreviewRequest;
import org.meetwright.server.api.model.schedule.ScheduleRequest;

/// What a command would do, for `--dry-run`: the preview of the API for the next four weeks.
public final class PreviewView {
  private static final int DAYS = 28;

  private PreviewView() {}

  /// Prints what would follow from a schedule.
  public static void print(Program program, Desk desk, ScheduleRequest draft) {
    print(program, desk, draft, null, null);
  }

  /// Prints what would follow from an event type.
  public static void print(Program program, Desk desk, EventTypeRequest draft) {
    print(program, desk, null, draft, null);
  }

  /// Prints what would follow from an absence.
  public static void print(Program program, Desk desk, AbsenceRequest draft) {
    print(program, desk, null, null, draft);
  }

  private static void print(
      Program program,
      Desk desk,
      @Nullable ScheduleRequest schedule,
      @Nullable EventTypeRequest eventType,
      @Nullable AbsenceRequest absence) {
    ZoneId zone = ZoneId.of(desk.me().timeZone());
    InstantSource clock = program.clock();
    LocalDate from = LocalDate.ofInstant(clock.instant(), zone);
    LocalDate to = from.plusDays(DAYS - 1);
    ApiPreview preview =
        desk.preview(new ApiPreviewRequest(schedule, eventType, absence, from, to, zone.getId()));
    if (program.options().json()) {
      program.terminal().printJson(preview);
      return;
    }
    program
        .terminal()
        .say("Nothing was changed. Times that can be booked from " + from + " to " + to + ":");
    program
        .terminal()
        .print(
            new Table(
                List.of("EVENT TYPE", "MORE", "FEWER", "SAME"),
                preview.eventTypes().stream()
                    .map(
                        count ->
                            List.of(
                                count.slug(),
                                "+" + count.appear(),
                                "-" + count.vanish(),
                                "=" + count.stay()))
                    .toList()));
    preview.bookingsOutside().forEach(outside -> program.terminal().say(line(outside, zone)));
  }

  private static String line(ApiBookingOutside outside, ZoneId zone) {
    return "Stays booked, though outside ("
        + String.join(", ", outside.reasons())
        + "): "
        + ShownTimes.in(zone, outside.booking().start())
        + " "
        + outside.booking().invitee().name()
        + ", "
        + outside.booking().id();
  }
}
