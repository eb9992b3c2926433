package org.meetwright.cli.commands.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.IdPrefix;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.email.Email;
import org.meetwright.core.prefix.Findable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright mail resend`.
@Command(
    name = "resend",
    description = {
      "Send a mail again, or all mails about a booking, and print how many.",
      "The mails are unchanged and go to the same addresses. The server sends them."
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class MailResendCommand implements Runnable {
  private final Program program;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Selection selection;

  /// Creates the command.
  public MailResendCommand(Program program) {
    this.program = program;
  }

  /// One mail, or those about a booking.
  static final class Selection {
    @Parameters(paramLabel = "ID", description = "The mail, as mail list prints it.")
    @Nullable IdPrefix mail;

    @Option(names = "--booking", paramLabel = "ID", description = "The booking.")
    @Nullable IdPrefix booking;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      List<Email> mails = mails(core);
      if (mails.isEmpty()) {
        throw new Failure(
            "There is no such mail. Mails of erased and archived bookings are gone; mail list"
                + " --booking ID shows the others.");
      }
      core.emails().resend(mails);
      program.terminal().print(String.valueOf(mails.size()));
    }
  }

  private List<Email> mails(Core core) {
    if (selection.booking != null) {
      return core.emails()
          .ofBooking(Lookup.id(core.database(), selection.booking, Findable.BOOKING));
    }
    return selection.mail == null
        ? List.of()
        : core.emails().find(Lookup.id(core.database(), selection.mail, Findable.EMAIL)).stream()
            .toList();
  }
}
