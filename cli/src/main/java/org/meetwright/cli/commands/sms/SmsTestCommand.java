package org.meetwright.cli.commands.sms;

import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.phone.PhoneNumber;
import org.meetwright.server.sms.TestSms;
import org.meetwright.server.sms.TestSms.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright sms test`.
@Command(
    name = "test",
    description = {
      "Send a test SMS with the settings as they are, at once.",
      "If that fails: at which step (name, connect, TLS, answer, gateway), what the gateway said,",
      "and what to change."
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class SmsTestCommand implements Runnable {
  private final Program program;

  @Parameters(
      paramLabel = "NUMBER",
      description = "The telephone number with its country code, like +4930123456.")
  private PhoneNumber number;

  /// Creates the command.
  public SmsTestCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    switch (TestSms.run(program.settings().sms(), number)) {
      case Result.Sent() -> program.terminal().print("Sent to " + number);
      case Result.Off() -> throw new Failure("SMS is off; set sms.gateway.url to switch it on");
      case Result.Failed(var step, var words) ->
          throw new Failure(
              "The SMS failed at the step " + step.word() + ": " + words + " " + step.advice());
    }
  }
}
