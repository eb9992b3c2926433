package org.meetwright.cli.commands.mail;

import java.io.IOException;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.mail.TestMail;
import org.meetwright.server.mail.TestMail.Result;
import org.meetwright.server.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright mail test`.
@Command(
    name = "test",
    description = {
      "Send a test mail with the settings as they are, at once.",
      "If that fails: at which step (name, connect, TLS, login, sender, recipient, data), what the",
      "server said, and what to change."
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class MailTestCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "TO", description = "The e-mail address.")
  private EmailAddress to;

  /// Creates the command.
  public MailTestCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    Settings settings = program.settings();
    try {
      switch (TestMail.run(settings.mail(), settings.home(), to, program.clock().instant())) {
        case Result.Sent(var where) -> program.terminal().print("Sent to " + to + ": " + where);
        case Result.Failed(var step, var words) ->
            throw new Failure(
                "The mail failed at the step " + step.word() + ": " + words + " " + step.advice());
      }
    } catch (IOException unwritable) {
      throw new Failure("The mail could not be written: " + unwritable.getMessage(), unwritable);
    }
  }
}
