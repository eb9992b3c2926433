package org.meetwright.desktop.automation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.form.Form;
import org.meetwright.desktop.session.Session;
import org.meetwright.desktop.task.Attempts;
import org.meetwright.desktop.task.Refresh;
import org.meetwright.desktop.task.Task;
import org.meetwright.desktop.task.Trouble;
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
  private final Refresh<Loaded> refresh;
  private final Attempts attempts;
  private final Form form = new Form(() -> {});
  private final ReadOnlyObjectWrapper<Loaded> loaded =
      new ReadOnlyObjectWrapper<>(new Loaded(List.of(), List.of()));
  private final ReadOnlyStringWrapper secret = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
  private Runnable unlisten = () -> {};

  /// What there is.
  public record Loaded(List<Hook> hooks, List<Token> tokens) {}

  /// Creates it.
  public AutomationViewModel(Session session) {
    this.session = session;
    this.attempts = new Attempts(session.work(), words().get("saving"));
    this.refresh =
        new Refresh<>(
            session.work(),
            words().get("automation.loading"),
            () -> job -> load(session.client(), words()),
            this::show,
            trouble::set);
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

  /// Loads, and keeps itself right from now on.
  public void shown() {
    unlisten.run();
    unlisten =
        session.whenever(
            type -> type.startsWith("webhook.") || type.startsWith("problem."), refresh::ask);
    refresh.ask();
  }

  /// Asks for nothing from now on. Secrets are not kept.
  public void hidden() {
    unlisten.run();
    unlisten = () -> {};
    secret.set("");
  }

  private void show(Loaded fresh) {
    trouble.set(null);
    loaded.set(fresh);
  }

  /// Returns the words to show.
  public Words words() {
    return session.words();
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

  /// Returns why it could not load; null if it could.
  public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /// Returns why something was not done, if no field says it; null otherwise.
  public ReadOnlyObjectProperty<@Nullable Trouble> refusedProperty() {
    return attempts.refusedProperty();
  }

  /// Returns whether the server is being asked.
  public ReadOnlyBooleanProperty busyProperty() {
    return attempts.busyProperty();
  }

  /// Adds a webhook for all events.
  public void addHook() {
    form.forgive();
    WebhookRequest request = new WebhookRequest(form.value("url"), null);
    attempts.run(
        job -> session.client().webhooks().addWebhook(request),
        made -> {
          secret.set(made.secret() == null ? "" : made.secret());
          form.text("url").set("");
          refresh.ask();
        },
        why ->
            why.fields().containsKey("url")
                && form.refuse(
                    "url",
                    words()
                        .page(
                            String.valueOf(why.fields().get("url")).contains("private")
                                ? "webhook.wrong.private"
                                : "webhook.wrong.url")));
  }

  /// Switches a webhook on or off.
  public void switchOn(Hook hook, boolean on) {
    run(
        job ->
            session
                .client()
                .webhooks()
                .changeWebhook(hook.id(), new WebhookRequest.Change(null, null, on, null)));
  }

  /// Gives a webhook another secret.
  public void rotate(Hook hook) {
    attempts.run(
        job ->
            session
                .client()
                .webhooks()
                .changeWebhook(hook.id(), new WebhookRequest.Change(null, null, null, true)),
        changed -> {
          secret.set(changed.secret() == null ? "" : changed.secret());
          refresh.ask();
        });
  }

  /// Sends a webhook a test.
  public void test(Hook hook) {
    run(job -> session.client().webhooks().testWebhook(hook.id()));
  }

  /// Sends something once more.
  public void replay(UUID delivery) {
    run(job -> session.client().webhooks().replayDelivery(delivery));
  }

  /// Deletes a webhook.
  public void delete(Hook hook) {
    run(
        job -> {
          session.client().webhooks().deleteWebhook(hook.id());
          return hook;
        });
  }

  /// Makes an API token.
  public void addToken() {
    form.forgive();
    if (form.value("name").isEmpty()) {
      form.say("name", words().page("tokens.wrong.name"));
      return;
    }
    List<String> scopes = form.flag("write").get() ? List.of("read", "write") : List.of("read");
    TokenRequest request = new TokenRequest(form.value("name"), scopes, null);
    attempts.run(
        job -> session.client().access().addToken(request),
        made -> {
          secret.set(made.token() == null ? "" : made.token());
          form.text("name").set("");
          refresh.ask();
        },
        why -> form.refuse("name", why.fields().getOrDefault("name", "")));
  }

  /// Deletes an API token.
  public void delete(Token token) {
    run(
        job -> {
          session.client().access().deleteToken(token.id());
          return token;
        });
  }

  private <T> void run(Task<T> task) {
    attempts.run(task, done -> refresh.ask());
  }
}
