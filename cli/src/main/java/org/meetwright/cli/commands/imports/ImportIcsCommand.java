package org.meetwright.cli.commands.imports;

import java.util.List;
import org.meetwright.cli.arguments.EventTypeAddress;
import org.meetwright.cli.commands.imports.options.GivenEventType;
import org.meetwright.cli.commands.imports.options.ImportOptions;
import org.meetwright.cli.imports.ics.IcsEvents;
import org.meetwright.cli.imports.reading.Document;
import org.meetwright.cli.imports.reading.Gathering;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `meetwright import ics`.
@Command(
    name = "ics",
    description = {
      "Import the events of a calendar file as bookings of one event type: where a service, such as"
          + " Google's appointment schedules, has no other export.",
      "The first attendee besides the host is the invitee, the others are guests. Whole days,"
          + " events that repeat and events without attendees are left out."
    },
    footer = {
      "",
      "@|bold Example:|@",
      "  meetwright import ics ada.ics --event-type ada/intro --only \"Intro call\" \\",
      "    --dry-run"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class ImportIcsCommand implements Runnable {
  private final Program program;

  @Mixin private ImportOptions options;

  @Option(
      names = "--event-type",
      required = true,
      paramLabel = "HANDLE/SLUG",
      description = "The event type whose bookings they are.")
  private EventTypeAddress address;

  @Option(
      names = "--only",
      paramLabel = "TEXT",
      description = "Only events whose name holds this text.")
  private String only = "";

  /// Creates the command.
  public ImportIcsCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    List<Document> files = options.documents();
    if (files.isEmpty()) {
      throw new Failure("Name the calendar file that you downloaded.");
    }
    try (Core core = program.open(program.settings())) {
      GivenEventType given = GivenEventType.find(core.bookables(), core.eventTypes(), address);
      Gathering gathering = options.gathering(given.host());
      var type = given.in(gathering);
      type.addTo(gathering);
      IcsEvents events = new IcsEvents(gathering, type, given.host().email(), only);
      files.forEach(events::read);
      options.take(program, core.imports(), gathering, "ics", options.only(given.host()));
    }
  }
}
