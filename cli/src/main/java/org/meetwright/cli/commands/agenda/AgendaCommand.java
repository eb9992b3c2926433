package org.meetwright.cli.commands.agenda;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.workplace.Desk;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.cli.workplace.choice.Workplaces;
import org.meetwright.server.api.model.absence.ApiAbsence;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.booking.ApiBookings;
import org.meetwright.server.api.model.booking.BookingsQuery;
import org.meetwright.server.api.model.host.ApiMe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `meetwright agenda`.
@Command(
    name = "agenda",
    description = {
      "Show what is booked today and on the next days, day by day.",
      "HOST may be left out when signed in to a server, or if there is only one host."
    },
    footer = {"", "@|bold Example:|@", "  meetwright agenda ada --days 3"})
@SuppressWarnings("NullAway.Init") // Picocli sets the spec.
public final class AgendaCommand implements Runnable {
  private static final int MOST_DAYS = 366;

  private final Program program;

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "HOST", description = "Whose agenda it is.")
  private @Nullable String handle;

  @Option(
      names = "--days",
      paramLabel = "NUMBER",
      defaultValue = "7",
      description = "How many days, 1 to 366 (default: ${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "The first date, like 2026-03-09 (default: today).")
  private @Nullable LocalDate from;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "The time zone of the days (default: the host's).")
  private @Nullable ZoneId zone;

  /// Creates the command.
  public AgendaCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    if (days < 1 || days > MOST_DAYS) {
      throw new ParameterException(
          spec.commandLine(), "--days must be a number from 1 to " + MOST_DAYS + ", not " + days);
    }
    try (Workplace work = Workplaces.open(program)) {
      Desk desk = work.desk(handle);
      ApiMe host = desk.me();
      ZoneId shown = zone == null ? ZoneId.of(host.timeZone()) : zone;
      LocalDate today = LocalDate.ofInstant(program.clock().instant(), shown);
      LocalDate first = from == null ? today : from;
      Agenda agenda =
          new Agenda(
              host.handle(),
              shown.getId(),
              first,
              first.plusDays(days - 1L),
              bookings(work, host.handle(), first, shown),
              absences(desk, first, shown));
      if (program.options().json()) {
        program.terminal().printJson(agenda);
      } else {
        agenda.lines(today).forEach(program.terminal()::print);
      }
    }
  }

  /// Returns those that hold their time.
  private List<ApiBooking> bookings(Workplace work, String host, LocalDate first, ZoneId shown) {
    BookingsQuery query =
        new BookingsQuery(
            first.atStartOfDay(shown).toInstant().toString(),
            first.plusDays(days).atStartOfDay(shown).toInstant().toString(),
            null,
            null,
            null,
            null,
            null);
    List<ApiBooking> found = new ArrayList<>();
    String cursor = null;
    do {
      ApiBookings page = work.meetings().list(host, query.page(200, cursor));
      page.bookings().stream().filter(ApiBooking::holdsTime).forEach(found::add);
      cursor = page.nextCursor();
    } while (cursor != null);
    return found;
  }

  private List<ApiAbsence> absences(Desk desk, LocalDate first, ZoneId shown) {
    LocalDate last = first.plusDays(days - 1L);
    return desk.absences().stream()
        .filter(
            absence ->
                !Agenda.date(absence.from(), shown).isAfter(last)
                    && !Agenda.date(absence.to(), shown).isBefore(first))
        .toList();
  }
}
