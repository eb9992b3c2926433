package org.meetwright.cli.commands.webhook;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.IdPrefix;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Table;
import org.meetwright.core.Core;
import org.meetwright.core.prefix.Findable;
import org.meetwright.core.webhook.delivery.WebhookAttempt;
import org.meetwright.core.webhook.delivery.WebhookDelivery;
import org.meetwright.server.api.model.webhook.ApiWebhookDelivery;
import org.meetwright.server.api.webhook.WebhookTranslation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright webhook deliveries`.
@Command(
    name = "deliveries",
    description = {
      "List deliveries to a webhook, those last changed first, one a line:",
      "id, event, state, attempts, last attempt, and what came of it."
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class WebhookDeliveriesCommand implements Runnable {
  private static final int MOST = 500;

  private final Program program;

  @Parameters(paramLabel = "ID", description = "The webhook.")
  private IdPrefix given;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Only those that are pending, succeeded or failed.")
  private WebhookDelivery.@Nullable State state;

  /// Creates the command.
  public WebhookDeliveriesCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      UUID id = Lookup.id(core.database(), given, Findable.WEBHOOK);
      List<WebhookDelivery> found =
          core.webhookDeliveries()
              .list(WebhookLookup.webhook(core.webhooks(), id).id(), state, MOST);
      if (program.options().json()) {
        program
            .terminal()
            .printJson(
                new ApiWebhookDelivery.Listing(
                    found.stream().map(WebhookTranslation::toApi).toList()));
      } else {
        program
            .terminal()
            .print(
                new Table(
                    List.of("ID", "EVENT", "STATE", "ATTEMPTS", "LAST", "RESULT"),
                    found.stream().map(WebhookDeliveriesCommand::row).toList()));
      }
    }
  }

  private static List<String> row(WebhookDelivery delivery) {
    WebhookAttempt last = delivery.attempts().isEmpty() ? null : delivery.attempts().getLast();
    String outcome = "";
    if (last != null) {
      outcome = last.error() == null ? String.valueOf(last.status()) : last.error();
    }
    return List.of(
        delivery.id().toString(),
        delivery.event().word(),
        delivery.state().word(),
        String.valueOf(delivery.attempts().size()),
        last == null ? "-" : last.at().toString(),
        outcome);
  }
}
