package org.meetwright.cli.commands.webhook;

import java.util.UUID;
import org.meetwright.cli.program.Failure;
import org.meetwright.core.Core;
import org.meetwright.core.webhook.Webhook;

/// Finds the webhook that an argument names.
final class WebhookLookup {
  private WebhookLookup() {}

  /// Returns the webhook of an id.
  ///
  /// @throws Failure if there is none
  static Webhook webhook(Core core, UUID id) {
    return core.webhooks()
        .find(id)
        .orElseThrow(
            () ->
                new Failure(
                    "There is no webhook "
                        + id
                        + "; see which there are: meetwright webhook list"));
  }
}
