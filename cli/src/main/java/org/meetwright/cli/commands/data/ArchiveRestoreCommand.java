package org.meetwright.cli.commands.data;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.host.Host;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `meetwright archive restore`.
@Command(
    name = "restore",
    description = {
      "Bring a host's meetings back from the archive.",
      "They stay for archive.afterDays from now on, then they are archived again."
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class ArchiveRestoreCommand implements Runnable {
  private static final LocalDate LAST = LocalDate.of(9999, 12, 30);

  private final Program program;

  @Option(names = "--host", paramLabel = "HANDLE", required = true, description = "Whose they are.")
  private String host;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      required = true,
      description = "The first day, in the host's zone.")
  private LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "The last day, included (default: the last there is).")
  private @Nullable LocalDate to;

  /// Creates the command.
  public ArchiveRestoreCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    LocalDate last = to == null ? LAST : to;
    if (last.isBefore(from)) {
      throw new Failure("--to must not be before --from: " + last);
    }
    try (Core core = program.open(program.settings())) {
      Host whose = Lookup.host(core.hosts(), host);
      Instant start = from.atStartOfDay(whose.timeZone()).toInstant();
      Instant end = last.plusDays(1).atStartOfDay(whose.timeZone()).toInstant();
      MovedMeetings restored =
          MovedMeetings.all(() -> core.archive().restoreBatch(whose.id(), start, end));
      if (program.options().json()) {
        program.terminal().printJson(restored);
      }
      program.terminal().say("Restored " + restored.words() + ".");
    }
  }
}
