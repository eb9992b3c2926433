package org.meetwright.cli.commands.mail;

import org.meetwright.cli.commands.CommandGroup;
import picocli.CommandLine.Command;

/// `meetwright mail`.
@Command(
    name = "mail",
    description = "Try whether mail can be sent, see what was sent, and send it again.")
public final class MailCommand extends CommandGroup {}
