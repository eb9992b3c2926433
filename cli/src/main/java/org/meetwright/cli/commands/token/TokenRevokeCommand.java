package org.meetwright.cli.commands.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.meetwright.cli.arguments.IdPrefix;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Columns;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.access.ApiTokens.ApiToken;
import org.meetwright.core.access.Scope;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.host.Host;
import org.meetwright.core.prefix.Findable;
import org.meetwright.core.webhook.Webhook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright token revoke`.
@Command(name = "revoke", description = "Delete a token; it lets nobody in any more.")
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class TokenRevokeCommand implements Runnable {
  private final Program program;

  @Parameters(index = "0", paramLabel = "HANDLE", description = "Whose token it is.")
  private String handle;

  @Parameters(index = "1", paramLabel = "ID", description = "The token's id.")
  private IdPrefix given;

  /// Creates the command.
  public TokenRevokeCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      UUID id = Lookup.id(core.database(), given, Findable.TOKEN);
      Host host = Lookup.host(core.hosts(), handle);
      Optional<ApiToken> token =
          core.access().tokens().list(host.id()).stream()
              .filter(each -> each.id().equals(id))
              .findFirst();
      if (token.isEmpty() || !core.access().tokens().revoke(host.id(), id)) {
        throw new Failure(
            "There is no token "
                + id
                + " of "
                + handle
                + "; see which there are: meetwright token list "
                + handle);
      }
      program.terminal().say("Deleted the token " + id + ".");
      if (token.get().scopes().contains(Scope.WRITE)) {
        Instant since = token.get().createdAt();
        tellOfWebhooks(core.webhooks().list(host.id()), since);
        tellOfCalendars(core.calendarConnections().since(host.id(), since));
      }
    }
  }

  /// Tells which webhooks may have been made with the token. Tokens that it made end with it;
  /// webhooks do not, as programs that the host wants may hang on them.
  private void tellOfWebhooks(List<Webhook> webhooks, Instant since) {
    List<List<String>> made =
        webhooks.stream()
            .filter(webhook -> !webhook.createdAt().isBefore(since))
            .map(webhook -> List.of(webhook.id().toString(), webhook.url().toString()))
            .toList();
    if (!made.isEmpty()) {
      program
          .terminal()
          .say(
              "These webhooks go on. They are not older than the token; remove those that you do"
                  + " not know with: meetwright webhook remove ID");
      Columns.align(made).forEach(program.terminal()::say);
    }
  }

  /// Tells which calendar accounts may have been connected with the token: one of them may receive
  /// the host's meetings.
  private void tellOfCalendars(List<CalendarConnection> connected) {
    if (!connected.isEmpty()) {
      program
          .terminal()
          .say(
              "These calendar accounts go on. They are not older than the token; remove those that"
                  + " you do not know with: meetwright calendar remove ID");
      Columns.align(
              connected.stream()
                  .map(one -> List.of(one.id().toString(), one.kind().word(), one.name()))
                  .toList())
          .forEach(program.terminal()::say);
    }
  }
}
