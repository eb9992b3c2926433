package org.meetwright.cli.commands.booking;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.IdPrefix;
import org.meetwright.cli.program.Columns;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.program.Terminal;
import org.meetwright.cli.views.ShownTimes;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.cli.workplace.choice.Workplaces;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.eventtype.ApiLocation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright booking show`.
@Command(
    name = "show",
    description = "Show a booking, and what was done to it.",
    footer = {"", "@|bold Example:|@", "  meetwright booking show 01a21b0f-38b1"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class BookingShowCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "ID", description = "The booking's id, or how it begins.")
  private IdPrefix id;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "The zone of the times (default: UTC).")
  private @Nullable ZoneId zone;

  BookingShowCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Workplace work = Workplaces.open(program)) {
      ApiBooking booking = work.meetings().get(work.meetings().find(id));
      if (program.options().json()) {
        program.terminal().printJson(booking);
      } else {
        Columns.align(rows(booking, zone == null ? ZoneId.of("UTC") : zone))
            .forEach(program.terminal()::print);
      }
    }
  }

  private static List<List<String>> rows(ApiBooking booking, ZoneId shown) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("id", booking.id().toString()));
    rows.add(List.of("status", booking.status() + (booking.noShow() ? ", did not come" : "")));
    rows.add(List.of("start", ShownTimes.in(shown, booking.start())));
    rows.add(List.of("end", ShownTimes.in(shown, booking.end())));
    rows.add(
        List.of(
            "event type", booking.eventType().name() + " (" + booking.eventType().slug() + ")"));
    rows.add(
        List.of(
            "hosts",
            booking.hosts().stream()
                .map(host -> host.name() + " (" + host.handle() + ")")
                .collect(Collectors.joining(", "))));
    rows.add(
        List.of(
            "invitee",
            booking.invitee().name()
                + " <"
                + booking.invitee().email()
                + ">, "
                + booking.invitee().timeZone()));
    addIfSaid(rows, "guests", String.join(", ", booking.guests()));
    ApiLocation place = booking.location();
    addIfSaid(rows, "location", place == null ? "" : (place.kind() + " " + place.value()).strip());
    addIfSaid(rows, "answers", booking.answers().isEmpty() ? "" : Terminal.json(booking.answers()));
    addIfSaid(rows, "notes", booking.notes());
    addIfSaid(rows, "reason", booking.reason());
    addIfSaid(rows, "manage", Objects.requireNonNullElse(booking.manageUrl(), ""));
    Objects.requireNonNullElse(booking.history(), List.<ApiBooking.ApiHistoryEntry>of())
        .forEach(
            entry ->
                rows.add(
                    List.of(
                        ShownTimes.in(shown, entry.at()),
                        String.join(
                                " ",
                                entry.action(),
                                "by",
                                entry.by() == null ? entry.actor() : entry.by(),
                                entry.detail())
                            .strip())));
    return rows;
  }

  private static void addIfSaid(List<List<String>> rows, String name, String value) {
    if (!value.isEmpty()) {
      rows.add(List.of(name, value));
    }
  }
}
