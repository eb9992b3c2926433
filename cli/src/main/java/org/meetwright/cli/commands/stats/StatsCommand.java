package org.meetwright.cli.commands.stats;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.program.Terminal;
import org.meetwright.core.Core;
import org.meetwright.core.host.Host;
import org.meetwright.core.statistics.BookingStatistics;
import org.meetwright.core.statistics.BookingStatistics.ActorCount;
import org.meetwright.core.statistics.BookingStatistics.EventTypeCounts;
import org.meetwright.core.statistics.BookingStatistics.HostCounts;
import org.meetwright.core.statistics.BookingStatistics.LeadTime;
import org.meetwright.core.statistics.BookingStatistics.Week;
import org.meetwright.core.statistics.Period;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright stats`.
@Command(
    name = "stats",
    description = {
      "Count bookings: by week, event type and host, how many invitees did not come, how long"
          + " before the start it was booked, and who cancelled.",
      "Bookings count on the date of their start. What is in the archive is not counted."
    },
    footer = {"", "@|bold Example:|@", "  meetwright stats ada --from 2026-01-01 --to 2026-03-31"})
public final class StatsCommand implements Runnable {
  private static final int WEEKS = 12;

  private final Program program;

  @Parameters(
      arity = "0..1",
      paramLabel = "HOST",
      description = "Only this host's bookings (default: everyone's).")
  private @Nullable String handle;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "The first date (default: 12 weeks before the last).")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "The last date (default: today).")
  private @Nullable LocalDate to;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Where dates and weeks begin (default: the host's zone, or UTC).")
  private @Nullable ZoneId zone;

  /// Creates the command.
  public StatsCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      Period period = period(core);
      BookingStatistics found = core.statistics().of(period);
      if (program.options().json()) {
        program.terminal().printJson(StatsView.of(period, found));
      } else {
        print(period, found);
      }
      if (found.archivedMeetings() > 0) {
        program
            .terminal()
            .say(
                found.archivedMeetings()
                    + " meetings of this time are in the archive and not counted; see archive"
                    + " restore.");
      }
    }
  }

  private Period period(Core core) {
    Host host = handle == null ? null : Lookup.host(core.hosts(), handle);
    UUID hostId = host == null ? null : host.id();
    ZoneId usual = host == null ? ZoneId.of("UTC") : host.timeZone();
    ZoneId where = zone == null ? usual : zone;
    LocalDate last = to == null ? LocalDate.ofInstant(core.clock().instant(), where) : to;
    return new Period(from == null ? last.minusWeeks(WEEKS) : from, last, where, hostId);
  }

  private void print(Period period, BookingStatistics found) {
    Terminal terminal = program.terminal();
    terminal.print(
        "Bookings from " + period.from() + " to " + period.to() + ", " + period.zone().getId());
    terminal.print("");
    CountsTable.all(found.all()).forEach(terminal::print);
    terminal.print("");
    BarTable weeks = new BarTable("WEEK", List.of("BOOKINGS", "CANCELLED", "NO-SHOWS"));
    found.weeks().forEach(week -> weeks.add(name(week), week.counts()));
    weeks.print(terminal);
    BarTable types = new BarTable("EVENT TYPE", List.of("BOOKINGS", "CANCELLED", "NO-SHOWS"));
    found.eventTypes().forEach(type -> types.add(name(type), type.counts()));
    types.print(terminal);
    BarTable hosts = new BarTable("HOST", List.of("BOOKINGS", "CANCELLED", "NO-SHOWS"));
    for (HostCounts host : found.hosts()) {
      hosts.add(host.handle(), host.counts());
    }
    hosts.print(terminal);
    lead(found.leadTime()).print(terminal);
    BarTable cancelled = new BarTable("CANCELLED BY", List.of("BOOKINGS"));
    for (ActorCount by : found.cancelledBy()) {
      cancelled.add(by.actor(), List.of(by.bookings()));
    }
    cancelled.print(terminal);
  }

  private static BarTable lead(LeadTime lead) {
    BarTable table = new BarTable("BOOKED AHEAD", List.of("BOOKINGS"));
    table.add("under an hour", List.of(lead.underHour()));
    table.add("under a day", List.of(lead.underDay()));
    table.add("1 to 3 days", List.of(lead.underThreeDays()));
    table.add("3 to 7 days", List.of(lead.underWeek()));
    table.add("1 to 4 weeks", List.of(lead.underFourWeeks()));
    table.add("longer", List.of(lead.longer()));
    return table;
  }

  static String name(Week week) {
    return "%d-W%02d"
        .formatted(
            week.monday().get(WeekFields.ISO.weekBasedYear()),
            week.monday().get(WeekFields.ISO.weekOfWeekBasedYear()));
  }

  private static String name(EventTypeCounts type) {
    return type.page().isEmpty() ? type.slug() + " (deleted)" : type.page() + "/" + type.slug();
  }
}
