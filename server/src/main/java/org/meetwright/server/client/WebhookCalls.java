package org.meetwright.server.client;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.webhook.ApiWebhook;
import org.meetwright.server.api.model.webhook.ApiWebhookDelivery;
import org.meetwright.server.api.model.webhook.WebhookRequest;
import org.meetwright.server.client.call.ApiExchange;
import org.meetwright.server.client.call.Call;

/// The webhooks of a host, and what was delivered to them.
public final class WebhookCalls {
  private final ApiExchange exchange;

  WebhookCalls(ApiExchange exchange) {
    this.exchange = exchange;
  }

  /// Returns all webhooks of the host.
  public List<ApiWebhook> listWebhooks() {
    return exchange.send(Call.of("GET /api/v1/webhooks"), ApiWebhook.Listing.class).webhooks();
  }

  /// Adds a webhook; the answer alone has its secret.
  public ApiWebhook addWebhook(WebhookRequest request) {
    return exchange.send(Call.of("POST /api/v1/webhooks"), request, ApiWebhook.class);
  }

  /// Returns one.
  public ApiWebhook getWebhook(UUID id) {
    return exchange.send(Call.of("GET /api/v1/webhooks/{id}", id), ApiWebhook.class);
  }

  /// Changes one.
  public ApiWebhook changeWebhook(UUID id, WebhookRequest.Change request) {
    return exchange.send(Call.of("PATCH /api/v1/webhooks/{id}", id), request, ApiWebhook.class);
  }

  /// Deletes one.
  public void deleteWebhook(UUID id) {
    exchange.answer(Call.of("DELETE /api/v1/webhooks/{id}", id));
  }

  /// Sends a test event to one.
  public ApiWebhookDelivery testWebhook(UUID id) {
    return exchange.send(Call.of("POST /api/v1/webhooks/{id}/test", id), ApiWebhookDelivery.class);
  }

  /// Returns the newest deliveries to one.
  ///
  /// @param state pending, succeeded or failed; null for all
  /// @param limit how many at most; null for the server's choice
  public List<ApiWebhookDelivery> listDeliveries(
      UUID id, @Nullable String state, @Nullable Integer limit) {
    return exchange
        .send(
            Call.of("GET /api/v1/webhooks/{id}/deliveries", id)
                .query("state", state)
                .query("limit", limit),
            ApiWebhookDelivery.Listing.class)
        .deliveries();
  }

  /// Delivers once more.
  public ApiWebhookDelivery replayDelivery(UUID id) {
    return exchange.send(
        Call.of("POST /api/v1/webhook-deliveries/{id}/replay", id), ApiWebhookDelivery.class);
  }
}
