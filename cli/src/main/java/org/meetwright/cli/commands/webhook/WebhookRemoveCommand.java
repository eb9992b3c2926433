package org.meetwright.cli.commands.webhook;

import java.util.UUID;
import org.meetwright.cli.arguments.IdPrefix;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.prefix.Findable;
import org.meetwright.core.webhook.Webhook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright webhook remove`.
@Command(name = "remove", description = "Delete a webhook, with what is known of deliveries to it.")
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class WebhookRemoveCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "ID", description = "The webhook.")
  private IdPrefix given;

  /// Creates the command.
  public WebhookRemoveCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      UUID id = Lookup.id(core.database(), given, Findable.WEBHOOK);
      Webhook webhook = WebhookLookup.webhook(core.webhooks(), id);
      core.webhooks().delete(webhook.hostId(), id);
      program.terminal().say("Removed the webhook at " + webhook.url() + ".");
    }
  }
}
