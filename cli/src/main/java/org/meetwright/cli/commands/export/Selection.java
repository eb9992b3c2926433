package org.meetwright.cli.commands.export;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.value.InvalidValueException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which bookings are exported. They are read page by page, so that many need no more memory than
/// few.
final class Selection {
  private static final int PAGE = 200;

  @Parameters(
      arity = "0..1",
      paramLabel = "HOST",
      description = "Only this host's (default: everyone's).")
  private @Nullable String handle;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "The first date, in the host's zone, like 2026-03-09.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "The last date.")
  private @Nullable LocalDate to;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "Only those that are pending, confirmed, cancelled or declined.")
  private @Nullable BookingStatus status;

  Selection() {}

  /// Returns the language in which bookings are described.
  Locale locale(Hosts hosts) {
    return handle == null ? Locale.ENGLISH : Lookup.host(hosts, handle).locale();
  }

  /// Reads the bookings by start, a page at a time.
  ///
  /// @throws Failure if what is read cannot be written
  void read(Program program, Hosts hosts, Bookings bookings, Consumer<List<Booking>> reader) {
    if (from != null && to != null && to.isBefore(from)) {
      throw new InvalidValueException("--to", to + " must not be before --from " + from);
    }
    UUID hostId = handle == null ? null : Lookup.host(hosts, handle).id();
    // A day more at either end: hosts' zones differ, and dates are those of each one's own.
    BookingFilter filter =
        new BookingFilter(
            hostId,
            from == null ? null : from.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
            to == null ? null : to.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant(),
            status,
            null,
            null);
    Bookings.@Nullable Position after = null;
    do {
      Bookings.Page page = bookings.list(filter, after, PAGE);
      reader.accept(page.bookings().stream().filter(booking -> isMeant(booking, hostId)).toList());
      if (program.terminal().out().checkError()) {
        throw new Failure("The output was closed before all was written.");
      }
      after = page.next();
    } while (after != null);
  }

  private boolean isMeant(Booking booking, @Nullable UUID hostId) {
    ZoneId zone =
        booking.hosts().stream()
            .filter(host -> host.id().equals(hostId))
            .findFirst()
            .orElse(booking.hosts().getFirst())
            .timeZone();
    LocalDate date = LocalDate.ofInstant(booking.start(), zone);
    return (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
  }
}
