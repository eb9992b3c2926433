package org.meetwright.cli.commands;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.BookingDates;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Table;
import org.meetwright.cli.views.Addresses;
import org.meetwright.cli.views.ServerLinks;
import org.meetwright.cli.views.ShownTimes;
import org.meetwright.core.Core;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.booking.Bookings.Page;
import org.meetwright.core.booking.Bookings.Position;
import org.meetwright.core.team.Bookable;
import org.meetwright.server.api.model.booking.ApiBookings;
import org.meetwright.server.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `meetwright bookings`.
@Command(
    name = "bookings",
    description = {
      "List bookings by start, one a line: id, start, status, event type, invitee.",
      "Dates and starts are in the host's zone."
    },
    footer = {
      "",
      "@|bold Example:|@",
      "  meetwright bookings ada --from 2026-03-09 --status confirmed"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets the spec and makes the mixin.
public final class BookingsCommand implements Runnable {
  private static final int PAGE = 500;

  private final Program program;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "HANDLE",
      description = "Only this host's or team's (default: everyone's).")
  private @Nullable String handle;

  @Mixin private BookingDates dates;

  /// Creates the command.
  public BookingsCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    dates.check(spec);
    Settings settings = program.settings();
    try (Core core = program.open(settings)) {
      List<Booking> bookings = list(core);
      Addresses addresses = new Addresses(core.eventTypes(), core.bookables());
      if (program.options().json()) {
        program
            .terminal()
            .printJson(
                new ApiBookings(
                    bookings.stream()
                        .map(booking -> ServerLinks.shown(booking, core.manageLinks(), settings))
                        .toList(),
                    null));
      } else {
        program
            .terminal()
            .print(
                new Table(
                    List.of("ID", "START", "STATUS", "EVENT TYPE", "INVITEE"),
                    bookings.stream().map(booking -> row(booking, addresses)).toList()));
      }
    }
  }

  private List<Booking> list(Core core) {
    if (handle == null) {
      return list(core, dates.filter(null, null));
    }
    Bookable who = Lookup.bookable(core.bookables(), handle);
    if (!who.team()) {
      return list(core, dates.filter(who.id(), null));
    }
    return core.eventTypes().listOnPage(who.id()).stream()
        .flatMap(eventType -> list(core, dates.filter(null, eventType.id())).stream())
        .sorted(Comparator.comparing(Booking::start))
        .toList();
  }

  private List<Booking> list(Core core, BookingFilter filter) {
    List<Booking> found = new ArrayList<>();
    Position next = null;
    do {
      Page page = core.bookings().list(filter, next, PAGE);
      page.bookings().stream().filter(this::isOnAskedDate).forEach(found::add);
      next = page.next();
    } while (next != null);
    return found;
  }

  private boolean isOnAskedDate(Booking booking) {
    return dates.include(LocalDate.ofInstant(booking.start(), zone(booking)));
  }

  private static ZoneId zone(Booking booking) {
    return booking.hosts().getFirst().timeZone();
  }

  private static List<String> row(Booking booking, Addresses addresses) {
    return List.of(
        booking.id().toString(),
        ShownTimes.in(zone(booking), booking.start()),
        booking.status().word(),
        addresses.of(booking),
        booking.invitee().name() + " <" + booking.invitee().email() + ">");
  }
}
