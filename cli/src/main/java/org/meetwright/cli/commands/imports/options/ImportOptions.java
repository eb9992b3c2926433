package org.meetwright.cli.commands.imports.options;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.imports.reading.Document;
import org.meetwright.cli.imports.reading.Gathering;
import org.meetwright.cli.program.ExitCode;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.imports.ImportReport;
import org.meetwright.core.imports.ImportReport.Outcome;
import org.meetwright.core.imports.Imports;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What all imports can be told.
public final class ImportOptions {
  private static final ZoneId UTC = ZoneId.of("UTC");

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "What was downloaded; each at most 64 MiB.")
  private List<Path> files = List.of();

  @Option(
      names = "--host",
      paramLabel = "HANDLE",
      description = "The host here whose all of it is to be (default: the hosts of the service).")
  private @Nullable String handle;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "The time zone where the service tells none (default: that of --host; else UTC, but for"
              + " times of meetings, which need one).")
  private @Nullable ZoneId zone;

  @Option(names = "--dry-run", description = "Only say what would be imported, and what could not.")
  private boolean dryRun;

  /// Creates the options.
  public ImportOptions() {}

  /// Reads the files.
  ///
  /// @throws Failure if one cannot be read
  public List<Document> documents() {
    return files.stream().map(Document::of).toList();
  }

  /// Returns where to gather what is read.
  public Gathering gathering(@Nullable Host into) {
    ZoneId usual = into == null ? UTC : into.timeZone();
    return new Gathering(zone == null ? usual : zone, zone != null || into != null);
  }

  /// Returns the host whose all of it is to be; null if that is as the service says.
  public @Nullable Host into(Hosts hosts) {
    return handle == null ? null : Lookup.host(hosts, handle);
  }

  /// Returns the host of an event type that was named.
  ///
  /// @throws Failure if another host is named too
  public Host only(Host host) {
    if (handle != null && !handle.equals(host.handle().value())) {
      throw new Failure("Leave --host " + handle + " out: --event-type names the host.");
    }
    return host;
  }

  /// Imports what was gathered, and says what became of it.
  ///
  /// @throws Failure if something was left out; the rest is imported
  public void take(
      Program program, Imports imports, Gathering gathering, String source, @Nullable Host into) {
    UUID id = into == null ? null : into.id();
    ImportReport report =
        dryRun
            ? imports.tryOut(gathering.data(source), id)
            : imports.run(gathering.data(source), id);
    new ReportView(report, dryRun).print(program);
    int left = report.all(Outcome.LEFT_OUT).size();
    if (left > 0) {
      throw new Failure(
          ExitCode.PARTLY,
          (left == 1 ? "One thing " : left + " things ")
              + (dryRun ? "would be left out" : (left == 1 ? "was" : "were") + " left out")
              + "; the list says why.");
    }
    if (dryRun) {
      program.terminal().say("Nothing was imported: this was a dry run.");
    }
  }
}
