package org.meetwright.cli.commands.data;

import org.meetwright.cli.commands.CommandGroup;
import picocli.CommandLine.Command;

/// `meetwright erase`.
@Command(
    name = "erase",
    description = {
      "Erase a person for good: names, e-mail addresses, answers, notes and reasons.",
      "That there was a meeting, of what kind and when, stays for the statistics."
    })
public final class EraseCommand extends CommandGroup {}
