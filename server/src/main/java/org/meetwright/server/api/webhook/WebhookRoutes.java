package org.meetwright.server.api.webhook;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.core.webhook.Webhook;
import org.meetwright.core.webhook.WebhookEvent;
import org.meetwright.core.webhook.Webhooks;
import org.meetwright.core.webhook.delivery.WebhookDeliveries;
import org.meetwright.core.webhook.delivery.WebhookDelivery;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.ListRoutes;
import org.meetwright.server.api.exchange.Path;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.Query;
import org.meetwright.server.api.model.webhook.ApiWebhook;
import org.meetwright.server.api.model.webhook.ApiWebhookDelivery;
import org.meetwright.server.api.model.webhook.WebhookRequest;
import org.meetwright.server.outgoing.Targets;
import org.meetwright.server.webhook.WebhookTrial;

/// A host's webhooks.
public final class WebhookRoutes extends ListRoutes<ApiWebhook> {
  private static final int PAGE = 100;
  private static final int LARGEST_PAGE = 500;

  private final Webhooks webhooks;
  private final WebhookDeliveries webhookDeliveries;
  private final Authentication authentication;
  private final Targets targets;
  private final WebhookTrial trial;

  /// Creates the routes.
  public WebhookRoutes(
      Webhooks webhooks,
      WebhookDeliveries webhookDeliveries,
      Authentication authentication,
      Targets targets,
      WebhookTrial trial) {
    super(authentication, new Naming<>("webhook", "webhooks", ApiWebhook.Listing::new));
    this.webhooks = webhooks;
    this.webhookDeliveries = webhookDeliveries;
    this.authentication = authentication;
    this.targets = targets;
    this.trial = trial;
  }

  @Override
  public void routing(HttpRules rules) {
    super.routing(rules);
    rules
        .get("/{id}", this::show)
        .patch("/{id}", this::change)
        .post("/{id}/test", this::test)
        .get("/{id}/deliveries", this::deliveries);
  }

  @Override
  protected List<ApiWebhook> list(Host host, Query query) {
    return webhooks.list(host.id()).stream().map(WebhookTranslation::toApi).toList();
  }

  @Override
  protected ApiWebhook add(Host host, Fields body) {
    body.only(WebhookRequest.class);
    HttpUrl url = url(body);
    Set<WebhookEvent> events =
        Objects.requireNonNull(WebhookTranslation.events(body, WebhookEvent.ofBookings()));
    return WebhookTranslation.withSecret(webhooks.add(host.id(), url, events));
  }

  private HttpUrl url(Fields body) {
    HttpUrl url = HttpUrl.of(body.text("url"));
    targets.check(url);
    return url;
  }

  @Override
  protected boolean delete(Host host, UUID id) {
    return webhooks.delete(host.id(), id);
  }

  private Webhook own(ServerRequest request) {
    Host host = authentication.host(request);
    UUID id = Path.id(request);
    return webhooks
        .find(id)
        .filter(webhook -> webhook.hostId().equals(host.id()))
        .orElseThrow(() -> ProblemException.notFound("webhook", id.toString()));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Json.send(response, WebhookTranslation.toApi(own(request)));
  }

  private void change(ServerRequest request, ServerResponse response) {
    Webhook old = own(request);
    Fields body = Json.body(request).only(WebhookRequest.Change.class);
    boolean rotate = body.yesNo("rotateSecret", false);
    Webhook.Change change =
        new Webhook.Change(
            body.optionalText("url").isEmpty() ? null : url(body),
            WebhookTranslation.events(body, null),
            body.names().contains("active") ? body.yesNo("active", old.active()) : null,
            rotate);
    Webhook changed =
        webhooks
            .change(old.id(), change)
            .orElseThrow(() -> ProblemException.notFound("webhook", old.id().toString()));
    Json.send(
        response,
        rotate ? WebhookTranslation.withSecret(changed) : WebhookTranslation.toApi(changed));
  }

  private void test(ServerRequest request, ServerResponse response) {
    Webhook webhook = own(request);
    Json.body(request).only();
    Json.send(response, WebhookTranslation.toApi(trial.test(webhook)));
  }

  private void deliveries(ServerRequest request, ServerResponse response) {
    Webhook webhook = own(request);
    Query query = new Query(request);
    List<ApiWebhookDelivery> deliveries =
        webhookDeliveries
            .list(
                webhook.id(),
                query.optional("state").map(WebhookDelivery.State::of).orElse(null),
                query.limit(PAGE, LARGEST_PAGE))
            .stream()
            .map(WebhookTranslation::toApi)
            .toList();
    Json.send(response, new ApiWebhookDelivery.Listing(deliveries));
  }
}
