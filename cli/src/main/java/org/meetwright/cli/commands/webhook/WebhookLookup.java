package org.meetwright.cli.commands.webhook;

import java.util.UUID;
import org.meetwright.cli.program.Failure;
import org.meetwright.core.webhook.Webhook;
import org.meetwright.core.webhook.Webhooks;

/// Finds the webhook that an argument names.
final class WebhookLookup {
  private WebhookLookup() {}

  /// Returns the webhook of an id.
  ///
  /// @throws Failure if there is none
  static Webhook webhook(Webhooks webhooks, UUID id) {
    return webhooks
        .find(id)
        .orElseThrow(
            () ->
                new Failure(
                    "There is no webhook "
                        + id
                        + "; see which there are: meetwright webhook list"));
  }
}
