package org.meetwright.cli.commands.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Table;
import org.meetwright.core.Core;
import org.meetwright.core.host.Host;
import org.meetwright.core.webhook.Webhook;
import org.meetwright.core.webhook.WebhookEvent;
import org.meetwright.server.api.model.webhook.ApiWebhook;
import org.meetwright.server.api.webhook.WebhookTranslation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright webhook list`.
@Command(
    name = "list",
    description = "List webhooks, one a line: id, host, on or off, URL and events.")
public final class WebhookListCommand implements Runnable {
  private final Program program;

  @Parameters(
      paramLabel = "HANDLE",
      arity = "0..1",
      description = "Whose (default: those of all hosts).")
  private @Nullable String handle;

  /// Creates the command.
  public WebhookListCommand(Program program) {
    this.program = program;
  }

  /// Webhooks, as the API lists them.
  record Listing(List<ApiWebhook> webhooks) {}

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      List<Host> hosts =
          handle == null ? core.hosts().list() : List.of(Lookup.host(core.hosts(), handle));
      List<List<String>> rows = new ArrayList<>();
      List<ApiWebhook> all = new ArrayList<>();
      for (Host host : hosts) {
        for (Webhook webhook : core.webhooks().list(host.id())) {
          rows.add(row(host, webhook));
          all.add(WebhookTranslation.toApi(webhook));
        }
      }
      if (program.options().json()) {
        program.terminal().printJson(new Listing(all));
      } else {
        program.terminal().print(new Table(List.of("ID", "HOST", "STATE", "URL", "EVENTS"), rows));
      }
    }
  }

  private static List<String> row(Host host, Webhook webhook) {
    boolean all = webhook.events().equals(WebhookEvent.ofBookings());
    return List.of(
        webhook.id().toString(),
        host.handle().value(),
        webhook.active() ? "on" : "off",
        webhook.url().toString(),
        all
            ? "all"
            : webhook.events().stream().map(WebhookEvent::word).collect(Collectors.joining(",")));
  }
}
