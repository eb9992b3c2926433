package org.meetwright.cli.commands.webhook;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.webhook.Webhook;
import org.meetwright.core.webhook.WebhookEvent;
import org.meetwright.server.api.webhook.WebhookTranslation;
import org.meetwright.server.outgoing.Targets;
import org.meetwright.server.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright webhook add`.
@Command(
    name = "add",
    description = {
      "Add a webhook of a host and print its id and its secret.",
      "The secret is shown this once; the receiver checks signatures with it."
    },
    footer = {
      "",
      "@|bold Example:|@",
      "  meetwright webhook add ada https://example.org/hook \\",
      "    --events booking.created,booking.cancelled"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class WebhookAddCommand implements Runnable {
  private final Program program;

  @Parameters(index = "0", paramLabel = "HANDLE", description = "Whose bookings it is told of.")
  private String handle;

  @Parameters(index = "1", paramLabel = "URL", description = "Where it is: http or https.")
  private HttpUrl url;

  @Option(
      names = "--events",
      paramLabel = "LIST",
      split = ",",
      description = "What it is told, with commas between (default: everything).")
  private @Nullable List<WebhookEvent> events;

  /// Creates the command.
  public WebhookAddCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    Settings settings = program.settings();
    try {
      new Targets(settings.privateTargets().webhooks()).check(url);
    } catch (InvalidValueException refused) {
      throw new Failure("URL " + refused.getMessage() + ".", refused);
    }
    try (Core core = program.open(settings)) {
      Webhook webhook =
          core.webhooks()
              .add(
                  Lookup.host(core.hosts(), handle).id(),
                  url,
                  events == null ? WebhookEvent.ofBookings() : Set.copyOf(events));
      if (program.options().json()) {
        program.terminal().printJson(WebhookTranslation.withSecret(webhook));
      } else {
        program.terminal().print(webhook.id() + " " + webhook.secret().value());
      }
    }
  }
}
