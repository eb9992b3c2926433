package org.meetwright.server.api.webhook;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.UUID;
import org.meetwright.core.host.Host;
import org.meetwright.core.webhook.Webhooks;
import org.meetwright.core.webhook.delivery.WebhookDeliveries;
import org.meetwright.core.webhook.delivery.WebhookDeliveries.ReplayOutcome;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.Path;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.ProblemException.Code;

/// Deliveries to a host's webhooks, each by itself.
public final class WebhookDeliveryRoutes implements HttpService {
  private final Webhooks webhooks;
  private final WebhookDeliveries webhookDeliveries;
  private final Authentication authentication;

  /// Creates the routes.
  public WebhookDeliveryRoutes(
      Webhooks webhooks, WebhookDeliveries webhookDeliveries, Authentication authentication) {
    this.webhooks = webhooks;
    this.webhookDeliveries = webhookDeliveries;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.post("/{id}/replay", this::replay);
  }

  private void replay(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    UUID id = Path.id(request);
    Json.body(request).only();
    boolean own =
        webhookDeliveries
            .find(id)
            .flatMap(delivery -> webhooks.find(delivery.webhookId()))
            .filter(webhook -> webhook.hostId().equals(host.id()))
            .isPresent();
    ReplayOutcome outcome = own ? webhookDeliveries.replay(id) : new ReplayOutcome.NotFound();
    switch (outcome) {
      case ReplayOutcome.Replayed(var delivery) ->
          Json.send(response, WebhookTranslation.toApi(delivery));
      case ReplayOutcome.NotFound() -> throw ProblemException.notFound("delivery", id.toString());
      case ReplayOutcome.Inactive() ->
          throw ProblemException.of(
              Code.NOT_POSSIBLE, "The webhook is switched off; set active to true first.");
    }
  }
}
