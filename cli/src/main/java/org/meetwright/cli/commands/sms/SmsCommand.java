package org.meetwright.cli.commands.sms;

import org.meetwright.cli.commands.CommandGroup;
import picocli.CommandLine.Command;

/// `meetwright sms`.
@Command(name = "sms", description = "Try whether SMS can be sent.")
public final class SmsCommand extends CommandGroup {}
