package org.meetwright.cli.arguments;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.booking.BookingStatus;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// The options that select bookings by date and status.
public final class BookingDates {
  @Option(names = "--from", paramLabel = "DATE", description = "The first date, like 2026-03-09.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "The last date.")
  private @Nullable LocalDate to;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "Only those that are pending, confirmed, cancelled or declined.")
  private @Nullable BookingStatus status;

  /// Creates them; Picocli sets what was said.
  public BookingDates() {}

  /// Refuses dates in the wrong order.
  ///
  /// @param command the command that has these options
  /// @throws ParameterException if the last date is before the first
  public void check(CommandSpec command) {
    if (from != null && to != null && to.isBefore(from)) {
      throw new ParameterException(
          command.commandLine(), "--to " + to + " must not be before --from " + from);
    }
  }

  /// Returns the first date; null if none was given.
  public @Nullable LocalDate from() {
    return from;
  }

  /// Returns the last date, inclusive; null if none was given.
  public @Nullable LocalDate to() {
    return to;
  }

  /// Returns the status; null for any.
  public @Nullable BookingStatus status() {
    return status;
  }

  /// Returns whether a date is among those that were given.
  public boolean include(LocalDate date) {
    return (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
  }

  /// Returns a filter that lets a day more through at either end: the hosts' zones differ, and
  /// dates are looked at in each one's own, with [#include].
  ///
  /// @param hostId null for everyone's
  /// @param eventTypeId null for all
  public BookingFilter filter(@Nullable UUID hostId, @Nullable UUID eventTypeId) {
    return new BookingFilter(
        hostId,
        from == null ? null : from.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
        to == null ? null : to.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant(),
        status,
        eventTypeId,
        null);
  }
}
