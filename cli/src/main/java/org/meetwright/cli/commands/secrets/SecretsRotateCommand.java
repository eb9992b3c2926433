package org.meetwright.cli.commands.secrets;

import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.access.secrets.KeyRotation;
import picocli.CommandLine.Command;

/// `meetwright secrets rotate`.
@Command(
    name = "rotate",
    description =
        "Make a new key, and encrypt with it what the old one encrypted. Servers that run go on.")
public final class SecretsRotateCommand implements Runnable {
  private final Program program;

  /// Creates the command.
  public SecretsRotateCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      KeyRotation rotation = core.sealer().rotate();
      program
          .terminal()
          .say(
              rotation.secrets()
                  + (rotation.secrets() == 1 ? " secret has" : " secrets have")
                  + " the new key "
                  + rotation.keyId()
                  + ", in "
                  + rotation.file()
                  + ".");
      program
          .terminal()
          .say(
              "Copy that file to where you keep one, and to other servers of this database."
                  + " The keys from before stay in it for older backups.");
    }
  }
}
