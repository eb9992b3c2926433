package org.meetwright.cli.commands.mail;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.IdPrefix;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Table;
import org.meetwright.core.Core;
import org.meetwright.core.email.Email;
import org.meetwright.core.prefix.Findable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `meetwright mail list`.
@Command(
    name = "list",
    description = {
      "List the mails about a booking, one a line: id, state, attempts, event, address, and why"
          + " the",
      "last attempt failed."
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class MailListCommand implements Runnable {
  private final Program program;

  @Option(names = "--booking", paramLabel = "ID", required = true, description = "The booking.")
  private IdPrefix booking;

  /// Creates the command.
  public MailListCommand(Program program) {
    this.program = program;
  }

  /// A mail, without its content.
  ///
  /// Wide: it is printed as JSON in this shape.
  record View(
      UUID id,
      String state,
      int attempts,
      String event,
      String to,
      String subject,
      String messageId,
      @Nullable String sentAt,
      @Nullable String lastError) {
    static View of(Email email) {
      return new View(
          email.id(),
          email.state(),
          email.attempts(),
          email.event(),
          email.recipient(),
          email.subject(),
          email.messageId(),
          email.sentAt() == null ? null : email.sentAt().toString(),
          email.lastError());
    }

    private List<String> row() {
      return List.of(
          id.toString(),
          state,
          String.valueOf(attempts),
          event,
          to,
          lastError == null ? "" : lastError);
    }
  }

  /// All mails, as JSON.
  record Listing(List<View> mails) {}

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      List<View> mails =
          core.emails().ofBooking(Lookup.id(core.database(), booking, Findable.BOOKING)).stream()
              .map(View::of)
              .toList();
      if (program.options().json()) {
        program.terminal().printJson(new Listing(mails));
        return;
      }
      program
          .terminal()
          .print(
              new Table(
                  List.of("ID", "STATE", "ATTEMPTS", "EVENT", "ADDRESS", "ERROR"),
                  mails.stream().map(View::row).toList()));
      if (mails.isEmpty()) {
        program.terminal().say("There is no mail about this booking.");
      }
    }
  }
}
