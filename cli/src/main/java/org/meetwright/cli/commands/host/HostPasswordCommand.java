package org.meetwright.cli.commands.host;

import java.nio.file.Path;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.arguments.PasswordFile;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.access.password.PasswordRules;
import org.meetwright.core.host.Host;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright host password`.
@Command(
    name = "password",
    description = "Give a host a first or another password; it ends all his sessions.",
    footer = {"", "@|bold Example:|@", "  meetwright host password ada --password-file secret.txt"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class HostPasswordCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "HANDLE", description = "Whose password it is.")
  private String handle;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      required = true,
      description = "A file whose first line is the password, or - for standard input.")
  private Path passwordFile;

  /// Creates the command.
  public HostPasswordCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    String password = PasswordFile.read(passwordFile, program.terminal());
    try (Core core = program.open(program.settings())) {
      Host host = Lookup.host(core.hosts(), handle);
      core.passwordChanges().change(host.id(), PasswordRules.of(host).hash(password), null);
      program.terminal().say(handle + " has another password, and no session any more.");
    }
  }
}
