package org.meetwright.cli.commands.export;

import java.util.List;
import java.util.stream.Collectors;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.program.Terminal;
import org.meetwright.cli.views.ShownTimes;
import org.meetwright.core.Core;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.question.Answer;
import org.meetwright.core.value.EmailAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `meetwright export csv`.
@Command(
    name = "csv",
    description = {
      "Write bookings as CSV (RFC 4180, UTF-8), one a line, with a heading.",
      "Times have the offset of the invitee's zone. Text that a spreadsheet would take for a"
          + " formula begins with an apostrophe."
    },
    footer = {
      "",
      "@|bold Example:|@",
      "  meetwright export csv ada --from 2026-01-01 --to 2026-12-31 > bookings.csv"
    })
@SuppressWarnings("NullAway.Init") // Picocli makes the mixin.
public final class ExportCsvCommand implements Runnable {
  private static final List<String> HEADING =
      List.of(
          "id",
          "start",
          "end",
          "status",
          "eventType",
          "eventTypeName",
          "hosts",
          "inviteeName",
          "inviteeEmail",
          "inviteeTimeZone",
          "guests",
          "location",
          "notes",
          "answers",
          "noShow",
          "reason",
          "createdAt");

  private final Program program;

  @Mixin private Selection selection;

  /// Creates the command.
  public ExportCsvCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      program.terminal().out().print(CsvLine.of(HEADING));
      selection.read(
          program,
          core.hosts(),
          core.bookings(),
          bookings ->
              bookings.forEach(
                  booking -> program.terminal().out().print(CsvLine.of(cells(booking)))));
    }
  }

  private static List<String> cells(Booking booking) {
    var zone = booking.invitee().timeZone();
    return List.of(
        booking.id().toString(),
        ShownTimes.in(zone, booking.start()),
        ShownTimes.in(zone, booking.end()),
        booking.status().word(),
        booking.eventTypeSlug(),
        booking.eventTypeName(),
        booking.hosts().stream()
            .map(host -> host.handle().value())
            .collect(Collectors.joining(" ")),
        booking.invitee().name(),
        booking.invitee().email().value(),
        zone.getId(),
        booking.guests().stream().map(EmailAddress::value).collect(Collectors.joining(" ")),
        booking.location() == null ? "" : String.valueOf(booking.location().value()),
        booking.notes(),
        booking.answers().isEmpty() ? "" : Terminal.json(Answer.values(booking.answers())),
        booking.noShow() ? "yes" : "no",
        booking.endReason(),
        booking.createdAt().toString());
  }
}
