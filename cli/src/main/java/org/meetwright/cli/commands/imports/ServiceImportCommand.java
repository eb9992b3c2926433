package org.meetwright.cli.commands.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.commands.imports.options.ApiOptions;
import org.meetwright.cli.commands.imports.options.ImportOptions;
import org.meetwright.cli.imports.Service;
import org.meetwright.cli.imports.csv.CsvBookings;
import org.meetwright.cli.imports.csv.DateOrder;
import org.meetwright.cli.imports.reading.Document;
import org.meetwright.cli.imports.reading.Gathering;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.host.Host;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Imports from a service with an API: its answers, asked for now or downloaded before, or its CSV
/// exports.
@SuppressWarnings("NullAway.Init") // Picocli makes the mixins.
abstract class ServiceImportCommand implements Runnable {
  private final Program program;
  private final Service service;

  @Mixin private ImportOptions options;
  @Mixin private ApiOptions api;

  @Option(
      names = "--dates",
      paramLabel = "ORDER",
      description = "Of CSV: mdy or dmy, the order of month and day in dates like 3/9/2026.")
  private @Nullable DateOrder dates;

  ServiceImportCommand(Program program, Service service) {
    this.program = program;
    this.service = service;
  }

  @Override
  public void run() {
    List<Document> files = options.documents();
    try (Core core = program.open(program.settings())) {
      Host into = options.into(core.hosts());
      Gathering gathering = options.gathering(into);
      if (files.isEmpty()) {
        service.read(api.ask(program, service, service::ask), gathering);
      } else {
        service.read(files.stream().filter(Document::isJson).toList(), gathering);
        CsvBookings csv = new CsvBookings(gathering, dates, null);
        files.stream().filter(file -> !file.isJson()).forEach(csv::read);
      }
      options.take(program, core.imports(), gathering, service.word(), into);
    }
  }
}
