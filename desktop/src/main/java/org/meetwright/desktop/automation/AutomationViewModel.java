package org.meetwright.desktop.automation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.meetwright.desktop.form.Form;
import org.meetwright.desktop.screen.ScreenWork;
import org.meetwright.desktop.session.Session;
import org.meetwright.desktop.text.Words;
import org.meetwright.server.api.model.access.ApiToken;
import org.meetwright.server.api.model.access.TokenRequest;
import org.meetwright.server.api.model.webhook.ApiWebhook;
import org.meetwright.server.api.model.webhook.ApiWebhookDelivery;
import org.meetwright.server.api.model.webhook.WebhookRequest;
import org.meetwright.server.client.ApiClient;

/// The state of the screen of webhooks and API tokens.
public final class AutomationViewModel {
  private static final int DELIVERIES = 5;

  private final Session session;
  private final ScreenWork<Loaded> work;
  private final Form form = new Form(() -> {});
  private final ReadOnlyObjectWrapper<Loaded> loaded =
      new ReadOnlyObjectWrapper<>(new Loaded(List.of(), List.of()));
  private final ReadOnlyStringWrapper secret = new ReadOnlyStringWrapper("");

  /// What there is.
  public record Loaded(List<Hook> hooks, List<Token> tokens) {}

  /// Creates it.
  public AutomationViewModel(Session session) {
    this.session = session;
    Words words = session.words();
    this.work =
        new ScreenWork<>(
            session,
            words.get("automation.loading"),
            words.get("saving"),
            type -> type.startsWith("webhook.") || type.startsWith("problem."),
            client -> load(client, words),
            loaded::set);
  }

  private static Loaded load(ApiClient client, Words words) {
    List<Hook> hooks = new ArrayList<>();
    for (ApiWebhook hook : client.webhooks().listWebhooks()) {
      hooks.add(
          new Hook(
              hook.id(),
              hook.url(),
              hook.active(),
              hook.failingSince() != null,
              client.webhooks().listDeliveries(hook.id(), null, DELIVERIES).stream()
                  .map(one -> delivery(one, words))
                  .toList()));
    }
    return new Loaded(
        hooks, client.access().listTokens().stream().map(one -> token(one, words)).toList());
  }

  private static Hook.Delivery delivery(ApiWebhookDelivery one, Words words) {
    return new Hook.Delivery(
        one.id(),
        one.event(),
        one.state(),
        one.attempts().stream()
            .map(
                attempt ->
                    words.page(
                        "webhook.attempt",
                        said(attempt.at(), words),
                        attempt.error() == null
                            ? String.valueOf(attempt.status())
                            : attempt.error(),
                        attempt.tookMillis()))
            .toList());
  }

  private static Token token(ApiToken one, Words words) {
    String scope = words.page(one.scopes().contains("write") ? "tokens.write" : "tokens.read");
    String used =
        one.lastUsedAt() == null
            ? words.page("account.neverUsed")
            : words.page("account.used", said(one.lastUsedAt(), words));
    String until =
        one.expiresAt() == null
            ? words.page("account.neverExpires")
            : words.page("account.expires", said(one.expiresAt(), words));
    return new Token(one.id(), one.name(), String.join(" · ", scope, used, until));
  }

  private static String said(Instant instant, Words words) {
    return words.shortDay(words.date(instant)) + ", " + words.time(instant);
  }

  /// Forgets the secret that was shown.
  public void forget() {
    secret.set("");
  }

  /// Returns how it works with the server.
  public ScreenWork<Loaded> work() {
    return work;
  }

  /// Returns what there is.
  public ReadOnlyObjectProperty<Loaded> loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /// Returns the secret or token that was made last, which the server tells once; empty if none.
  public ReadOnlyStringProperty secretProperty() {
    return secret.getReadOnlyProperty();
  }

  /// Returns what is typed.
  public Form form() {
    return form;
  }

  /// Adds a webhook for all events.
  public void addHook() {
    form.forgive();
    WebhookRequest request = new WebhookRequest(form.value("url"), null);
    work.attempts()
        .run(
            job -> session.client().webhooks().addWebhook(request),
            made -> {
              secret.set(made.secret() == null ? "" : made.secret());
              form.text("url").set("");
              work.reload();
            },
            why ->
                why.fields().containsKey("url")
                    && form.refuse(
                        "url",
                        work.words()
                            .page(
                                String.valueOf(why.fields().get("url")).contains("private")
                                    ? "webhook.wrong.private"
                                    : "webhook.wrong.url")));
  }

  /// Switches a webhook on or off.
  public void switchOn(Hook hook, boolean on) {
    work.run(
        client ->
            client
                .webhooks()
                .changeWebhook(hook.id(), new WebhookRequest.Change(null, null, on, null)));
  }

  /// Gives a webhook another secret.
  public void rotate(Hook hook) {
    work.attempts()
        .run(
            job ->
                session
                    .client()
                    .webhooks()
                    .changeWebhook(hook.id(), new WebhookRequest.Change(null, null, null, true)),
            changed -> {
              secret.set(changed.secret() == null ? "" : changed.secret());
              work.reload();
            });
  }

  /// Sends a webhook a test.
  public void test(Hook hook) {
    work.run(client -> client.webhooks().testWebhook(hook.id()));
  }

  /// Sends something once more.
  public void replay(UUID delivery) {
    work.run(client -> client.webhooks().replayDelivery(delivery));
  }

  /// Deletes a webhook.
  public void delete(Hook hook) {
    work.does(client -> client.webhooks().deleteWebhook(hook.id()));
  }

  /// Makes an API token.
  public void addToken() {
    form.forgive();
    if (form.value("name").isEmpty()) {
      form.say("name", work.words().page("tokens.wrong.name"));
    }
    String last = form.value("until");
    if (!last.isEmpty() && LocalDate.parse(last).isBefore(session.today())) {
      form.say("until", work.words().page("tokens.wrong.until"));
    }
    if (form.isWrong()) {
      return;
    }
    List<String> scopes = form.flag("write").get() ? List.of("read", "write") : List.of("read");
    TokenRequest request =
        new TokenRequest(form.value("name"), scopes, last.isEmpty() ? null : endOf(last));
    work.attempts()
        .run(
            job -> session.client().access().addToken(request),
            made -> {
              secret.set(made.token() == null ? "" : made.token());
              form.text("name").set("");
              form.text("until").set("");
              work.reload();
            },
            why -> form.refuse("name", why.fields().getOrDefault("name", "")));
  }

  private Instant endOf(String day) {
    return LocalDate.parse(day).plusDays(1).atStartOfDay(session.words().zone()).toInstant();
  }

  /// Deletes an API token.
  public void delete(Token token) {
    work.does(client -> client.access().deleteToken(token.id()));
  }
}
