package org.meetwright.cli.commands.secrets;

import org.meetwright.cli.program.Consent;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.access.secrets.Sealer;
import org.meetwright.core.database.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `meetwright secrets discard`.
@Command(
    name = "discard",
    description =
        "Go on without the keys if their file is lost: hosts have no second factor any more,"
            + " webhooks get new secrets and are off, calendar accounts want their passwords"
            + " again.")
@SuppressWarnings("NullAway.Init") // Picocli makes the mixin.
public final class SecretsDiscardCommand implements Runnable {
  private final Program program;

  @Mixin private Consent consent;

  /// Creates the command.
  public SecretsDiscardCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    consent.require(
        program,
        "Hosts lose their second factors, webhooks their secrets, and calendar accounts their"
            + " passwords: for a key file that is lost for good.");
    try (Database database = program.openDatabase(program.settings())) {
      Sealer.forgetKeys(database);
    }
    try (Core core = program.open(program.settings())) {
      program
          .terminal()
          .say(
              "Second factors ended: "
                  + core.secondFactor().resetAll()
                  + ". Webhooks with a new secret, off until their hosts switch them on: "
                  + core.webhooks().renewSecrets()
                  + ". Calendar accounts whose hosts have to sign in again: "
                  + core.calendarConnections().forgetPasswords()
                  + ". Certificates that the server orders again: "
                  + core.certificates().forget()
                  + ".");
    }
  }
}
