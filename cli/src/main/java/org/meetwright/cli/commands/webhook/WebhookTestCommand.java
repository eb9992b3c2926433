package org.meetwright.cli.commands.webhook;

import java.util.UUID;
import org.meetwright.cli.arguments.IdPrefix;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.prefix.Findable;
import org.meetwright.core.webhook.delivery.WebhookAttempt;
import org.meetwright.core.webhook.delivery.WebhookDelivery;
import org.meetwright.server.api.webhook.WebhookTranslation;
import org.meetwright.server.outgoing.Targets;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.webhook.WebhookRequests;
import org.meetwright.server.webhook.WebhookTrial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright webhook test`.
@Command(
    name = "test",
    description = {
      "Send a webhook an event webhook.test, from here, and print the status of the answer."
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class WebhookTestCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "ID", description = "The webhook.")
  private IdPrefix given;

  /// Creates the command.
  public WebhookTestCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    Settings settings = program.settings();
    try (Core core = program.open(settings)) {
      UUID id = Lookup.id(core.database(), given, Findable.WEBHOOK);
      WebhookRequests courier =
          new WebhookRequests(new Targets(settings.privateTargets().webhooks()), core.clock());
      WebhookDelivery tried =
          new WebhookTrial(core.clock(), core.webhookDispatch(), courier)
              .test(WebhookLookup.webhook(core.webhooks(), id));
      WebhookAttempt attempt = tried.attempts().getFirst();
      if (program.options().json()) {
        program.terminal().printJson(WebhookTranslation.toApi(tried));
      } else if (attempt.status() != null) {
        program.terminal().print(String.valueOf(attempt.status()));
      }
      if (!attempt.succeeded()) {
        throw new Failure("The test failed: " + attempt.error() + ".");
      }
    }
  }
}
