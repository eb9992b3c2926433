package org.meetwright.cli.commands.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.EventTypeAddress;
import org.meetwright.cli.commands.imports.options.GivenEventType;
import org.meetwright.cli.commands.imports.options.ImportOptions;
import org.meetwright.cli.imports.csv.CsvBookings;
import org.meetwright.cli.imports.csv.DateOrder;
import org.meetwright.cli.imports.reading.Document;
import org.meetwright.cli.imports.reading.Gathering;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.host.Host;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `meetwright import csv`.
@Command(
    name = "csv",
    description = {
      "Import bookings as CSV, a row each, with a heading: start, end or duration, name, email,"
          + " event type, and if there are any host, time zone, status, location, notes, guests,"
          + " id."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright import csv bookings.csv --host ada --zone Europe/Berlin --dry-run",
      "  meetwright import csv bookings.csv --event-type ada/intro --dates dmy"
    })
@SuppressWarnings("NullAway.Init") // Picocli makes the mixin.
public final class ImportCsvCommand implements Runnable {
  private final Program program;

  @Mixin private ImportOptions options;

  @Option(
      names = "--event-type",
      paramLabel = "HANDLE/SLUG",
      description = "The event type whose bookings they are (default: as each row says).")
  private @Nullable EventTypeAddress address;

  @Option(
      names = "--dates",
      paramLabel = "ORDER",
      description = "mdy or dmy: the order of month and day in dates like 3/9/2026.")
  private @Nullable DateOrder dates;

  /// Creates the command.
  public ImportCsvCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    List<Document> files = options.documents();
    if (files.isEmpty()) {
      throw new Failure("Name the CSV file that you downloaded.");
    }
    try (Core core = program.open(program.settings())) {
      GivenEventType given =
          address == null
              ? null
              : GivenEventType.find(core.bookables(), core.eventTypes(), address);
      Host into = given == null ? options.into(core.hosts()) : options.only(given.host());
      Gathering gathering = options.gathering(into);
      CsvBookings csv =
          new CsvBookings(gathering, dates, given == null ? null : given.in(gathering));
      files.forEach(csv::read);
      options.take(program, core.imports(), gathering, "csv", into);
    }
  }
}
