package org.meetwright.cli.commands.booking;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.BookingDates;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Table;
import org.meetwright.cli.views.ShownTimes;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.cli.workplace.choice.Workplaces;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.booking.ApiBookings;
import org.meetwright.server.api.model.booking.BookingsQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `meetwright booking list`.
@Command(
    name = "list",
    description = "List bookings by start, one a line: id, start, status, event type, invitee.",
    footer = {
      "",
      "@|bold Example:|@",
      "  meetwright booking list ada --from 2026-03-09 --search hopper"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets the spec and makes the mixin.
final class BookingListCommand implements Runnable {
  private static final int PAGE = 200;

  private final Program program;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "HANDLE",
      description = "Only this host's (default: one's own; on the database, everyone's).")
  private @Nullable String handle;

  @Mixin private BookingDates dates;

  @Option(
      names = "--event-type",
      paramLabel = "SLUG",
      description = "Only those of this event type of the host.")
  private @Nullable String eventType;

  @Option(
      names = "--search",
      paramLabel = "TEXT",
      description = "Only those with this in the invitee's name, e-mail address or the like.")
  private @Nullable String search;

  @Option(
      names = "--limit",
      paramLabel = "NUMBER",
      defaultValue = "1000",
      description = "How many at most (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "The zone of dates and starts (default: the host's; of everyone's, UTC).")
  private @Nullable ZoneId zone;

  BookingListCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    dates.check(spec);
    if (limit < 1) {
      throw new ParameterException(
          spec.commandLine(), "--limit must be a number from 1 on, not " + limit);
    }
    try (Workplace work = Workplaces.open(program)) {
      ZoneId shown = zone != null ? zone : usualZone(work);
      List<ApiBooking> found = list(work, shown);
      if (program.options().json()) {
        program.terminal().printJson(new ApiBookings(found, null));
      } else {
        print(found, shown);
      }
    }
  }

  private ZoneId usualZone(Workplace work) {
    boolean everyones = handle == null && !Workplaces.onServer(program);
    return ZoneId.of(everyones ? "UTC" : work.desk(handle).me().timeZone());
  }

  private List<ApiBooking> list(Workplace work, ZoneId shown) {
    LocalDate from = dates.from();
    LocalDate to = dates.to();
    BookingStatus status = dates.status();
    BookingsQuery query =
        new BookingsQuery(
            from == null ? null : from.atStartOfDay(shown).toInstant().toString(),
            to == null ? null : to.plusDays(1).atStartOfDay(shown).toInstant().toString(),
            status == null ? null : status.word(),
            eventType,
            search,
            null,
            null);
    List<ApiBooking> found = new ArrayList<>();
    String cursor = null;
    do {
      int next = Math.min(PAGE, limit - found.size());
      ApiBookings page = work.meetings().list(handle, query.page(next, cursor));
      found.addAll(page.bookings());
      cursor = page.nextCursor();
    } while (cursor != null && found.size() < limit);
    if (cursor != null) {
      program.terminal().say("There are more than " + limit + "; see them with a higher --limit.");
    }
    return found;
  }

  private void print(List<ApiBooking> found, ZoneId shown) {
    program
        .terminal()
        .print(
            new Table(
                List.of("ID", "START", "STATUS", "EVENT TYPE", "INVITEE"),
                found.stream().map(booking -> row(booking, shown)).toList()));
    if (found.isEmpty()) {
      program.terminal().say("There is no such booking.");
    }
  }

  private static List<String> row(ApiBooking booking, ZoneId shown) {
    return List.of(
        booking.id().toString(),
        ShownTimes.in(shown, booking.start()),
        booking.status(),
        booking.eventType().slug(),
        booking.invitee().name() + " <" + booking.invitee().email() + ">");
  }
}
