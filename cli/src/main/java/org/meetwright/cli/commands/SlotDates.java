package org.meetwright.cli.commands;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Of which dates slots are asked for, and in which time zone.
@SuppressWarnings("NullAway.Init") // Picocli sets the command.
public final class SlotDates {
  private static final int USUAL_DAYS = 7;

  private final int most;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "The first date, like 2026-03-09 (default: today).")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "The last date (default: " + USUAL_DAYS + " days in all).")
  private @Nullable LocalDate to;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "The time zone of the dates and of what is printed (default: the host's).")
  private @Nullable ZoneId zone;

  /// Creates the options.
  ///
  /// @param most days in all
  public SlotDates(int most) {
    this.most = most;
  }

  /// What was asked for.
  ///
  /// @param last inclusive
  public record Span(LocalDate first, LocalDate last, ZoneId zone) {}

  /// Refuses dates that can be seen to be wrong before anything is looked up.
  ///
  /// @throws ParameterException if they are
  public void check() {
    if (from != null && to != null) {
      check(from, to);
    }
  }

  /// Returns the zone that was given, or else another.
  public ZoneId zoneOr(ZoneId usual) {
    return zone == null ? usual : zone;
  }

  /// Returns what is asked for.
  ///
  /// @param asked the zone
  /// @throws ParameterException if the last date is before the first, or they are too many
  public Span in(ZoneId asked, InstantSource clock) {
    LocalDate first = from == null ? LocalDate.ofInstant(clock.instant(), asked) : from;
    LocalDate last = to == null ? first.plusDays(USUAL_DAYS - 1) : to;
    check(first, last);
    return new Span(first, last, asked);
  }

  private void check(LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      throw new ParameterException(
          spec.commandLine(), "--to " + last + " must not be before --from " + first);
    }
    if (last.isAfter(first.plusDays(most - 1L))) {
      throw new ParameterException(
          spec.commandLine(),
          "--from " + first + " --to " + last + " must be at most " + most + " days");
    }
  }
}
