package org.meetwright.cli.commands.data;

import org.meetwright.cli.commands.CommandGroup;
import picocli.CommandLine.Command;

/// `meetwright archive`.
@Command(
    name = "archive",
    description = {
      "Move meetings that ended long ago to the archive, and back.",
      "The server does the moving by itself, every night."
    })
public final class ArchiveCommand extends CommandGroup {}
