package org.meetwright.cli.commands.export;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.BookingDates;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.host.Hosts;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Which bookings are exported. They are read page by page, so that many need no more memory than
/// few.
@SuppressWarnings("NullAway.Init") // Picocli sets the spec and makes the mixin.
final class Selection {
  private static final int PAGE = 200;

  @Parameters(
      arity = "0..1",
      paramLabel = "HOST",
      description = "Only this host's (default: everyone's).")
  private @Nullable String handle;

  @Mixin private BookingDates dates;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  Selection() {}

  /// Returns the language in which bookings are described.
  Locale locale(Hosts hosts) {
    return handle == null ? Locale.ENGLISH : Lookup.host(hosts, handle).locale();
  }

  /// Reads the bookings by start, a page at a time.
  ///
  /// @throws Failure if what is read cannot be written
  void read(Program program, Hosts hosts, Bookings bookings, Consumer<List<Booking>> reader) {
    dates.check(command);
    UUID hostId = handle == null ? null : Lookup.host(hosts, handle).id();
    BookingFilter filter = dates.filter(hostId, null);
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
    return dates.include(LocalDate.ofInstant(booking.start(), zone));
  }
}
