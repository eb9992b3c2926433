package org.meetwright.server.pages.account.webhooks;

import io.helidon.http.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.webhook.Webhook;
import org.meetwright.core.webhook.Webhooks;
import org.meetwright.core.webhook.delivery.WebhookAttempt;
import org.meetwright.core.webhook.delivery.WebhookDeliveries;
import org.meetwright.core.webhook.delivery.WebhookDeliveries.ReplayOutcome;
import org.meetwright.core.webhook.delivery.WebhookDelivery;
import org.meetwright.server.outgoing.Targets;
import org.meetwright.server.pages.account.request.AccountPlace;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.account.request.Notice;
import org.meetwright.server.pages.account.request.PageRules;
import org.meetwright.server.pages.account.webhooks.WebhookView.Delivery;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;
import org.meetwright.server.text.Texts;
import org.meetwright.server.webhook.WebhookTrial;

/// A webhook: changed, tried, switched, deleted; and what was delivered to it.
public final class WebhookPages {
  private static final String PATH = "/account/webhooks/{id}";
  private static final int DELIVERIES = 30;
  private static final int ATTEMPTS = 10;

  private final Access access;
  private final Webhooks webhooks;
  private final WebhookDeliveries deliveries;
  private final Targets targets;
  private final WebhookTrial trial;

  /// Creates the pages.
  ///
  /// @param targets where webhooks may be
  /// @param trial tries webhooks out
  public WebhookPages(
      Access access,
      Webhooks webhooks,
      WebhookDeliveries deliveries,
      Targets targets,
      WebhookTrial trial) {
    this.access = access;
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.targets = targets;
    this.trial = trial;
  }

  /// Registers them.
  public void on(PageRules rules) {
    rules.get(PATH, this::show).post(PATH, this::change).post(PATH + "/replay", this::replay);
  }

  private PageAnswer show(AccountRequest asked) {
    return of(
        asked,
        (caller, webhook) -> {
          FormBody typed = asked.typed(WebhookListPages.place(webhook.id()));
          WebhookForm form =
              typed.fields().isEmpty() ? WebhookForm.of(webhook) : WebhookForm.of(typed);
          return page(asked, caller, Status.OK_200, webhook, form, Map.of(), null);
        });
  }

  private PageAnswer of(AccountRequest asked, BiFunction<Caller, Webhook, PageAnswer> answer) {
    return asked.signedIn(
        access,
        asked.id().map(WebhookListPages::place).orElse(AccountPlace.of(AccountSection.WEBHOOKS)),
        caller -> {
          asked.checkForm();
          return asked
              .id()
              .flatMap(webhooks::find)
              .filter(webhook -> webhook.hostId().equals(caller.host().id()))
              .map(webhook -> answer.apply(caller, webhook))
              .orElseGet(PageAnswer::notFound);
        });
  }

  private PageAnswer page(
      AccountRequest asked,
      Caller caller,
      Status status,
      Webhook webhook,
      WebhookForm form,
      Map<String, String> errors,
      @Nullable String secret) {
    List<WebhookDelivery> last = deliveries.list(webhook.id(), null, DELIVERIES);
    WebhookView view =
        new WebhookView(
            asked.frame(AccountSection.WEBHOOKS, webhook.url().host()),
            webhook.url().toString(),
            asked.link(WebhookListPages.place(webhook.id()).address()),
            webhook.active(),
            why(asked, caller, webhook, last),
            secret,
            form,
            last.stream().map(delivery -> delivery(asked, caller, delivery)).toList(),
            errors);
    return new PageAnswer.Page(status, "account/webhook", view, Privacy.FORM);
  }

  /// Returns why the server switched it off; null if it is on, or its host switched it off.
  private static @Nullable String why(
      AccountRequest asked, Caller caller, Webhook webhook, List<WebhookDelivery> last) {
    Instant since = webhook.failingSince();
    if (webhook.active() || since == null) {
      return null;
    }
    String error =
        last.stream()
            .flatMap(delivery -> delivery.attempts().reversed().stream())
            .map(WebhookAttempt::error)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse("");
    return asked.words().get("webhook.why", asked.written(since, caller), error);
  }

  private static Delivery delivery(AccountRequest asked, Caller caller, WebhookDelivery delivery) {
    Texts words = asked.words();
    List<String> attempts = new ArrayList<>();
    Instant next = delivery.nextAttemptAt();
    if (next != null) {
      attempts.add(words.get("webhook.next", asked.written(next, caller)));
    }
    delivery.attempts().reversed().stream()
        .limit(ATTEMPTS)
        .forEach(attempt -> attempts.add(attempt(asked, caller, attempt)));
    return new Delivery(
        delivery.id().toString(),
        delivery.event().word(),
        words.get("webhook.state." + delivery.state().word()),
        switch (delivery.state()) {
          case PENDING -> "waits";
          case SUCCEEDED -> "";
          case FAILED -> "ended";
        },
        attempts);
  }

  private static String attempt(AccountRequest asked, Caller caller, WebhookAttempt attempt) {
    String what =
        attempt.error() != null ? attempt.error() : "HTTP " + String.valueOf(attempt.status());
    return asked
        .words()
        .get("webhook.attempt", asked.written(attempt.at(), caller), what, attempt.tookMillis());
  }

  private PageAnswer change(AccountRequest asked) {
    return of(
        asked,
        (caller, webhook) -> {
          FormBody sent = asked.form(CookiePurpose.SESSION);
          WebhookForm form = WebhookForm.of(webhook);
          UUID id = webhook.id();
          return switch (sent.get("do")) {
            case "on", "off" -> {
              boolean on = sent.get("do").equals("on");
              webhooks.change(id, new Webhook.Change(null, null, on, false));
              Notice notice = on ? Notice.WEBHOOK_ON : Notice.WEBHOOK_OFF;
              yield asked.done(WebhookListPages.place(id), notice);
            }
            case "test" -> {
              trial.test(webhook);
              yield page(asked, caller, Status.OK_200, webhook, form, Map.of(), null);
            }
            case "rotate" ->
                webhooks
                    .change(id, new Webhook.Change(null, null, null, true))
                    .map(
                        changed ->
                            page(
                                asked,
                                caller,
                                Status.OK_200,
                                changed,
                                form,
                                Map.of(),
                                changed.secret().value()))
                    .orElseGet(PageAnswer::notFound);
            case "delete" -> {
              webhooks.delete(caller.host().id(), id);
              yield asked.done(AccountSection.WEBHOOKS, Notice.WEBHOOK_DELETED);
            }
            default -> save(asked, caller, webhook, WebhookForm.of(sent));
          };
        });
  }

  private PageAnswer save(AccountRequest asked, Caller caller, Webhook webhook, WebhookForm form) {
    return switch (form.check(targets, asked.words())) {
      case WebhookForm.Wrong(var errors) ->
          page(asked, caller, Status.BAD_REQUEST_400, webhook, form, errors, null);
      case WebhookForm.Right(var url, var events) -> {
        webhooks.change(webhook.id(), new Webhook.Change(url, events, null, false));
        yield asked.done(WebhookListPages.place(webhook.id()), Notice.WEBHOOK_SAVED);
      }
    };
  }

  private PageAnswer replay(AccountRequest asked) {
    return of(
        asked,
        (caller, webhook) -> {
          String typed = asked.form(CookiePurpose.SESSION).get("delivery");
          boolean replayed =
              deliveries.list(webhook.id(), null, DELIVERIES).stream()
                  .map(WebhookDelivery::id)
                  .filter(id -> id.toString().equals(typed))
                  .anyMatch(id -> deliveries.replay(id) instanceof ReplayOutcome.Replayed);
          return asked.done(
              WebhookListPages.place(webhook.id()),
              replayed ? Notice.WEBHOOK_REPLAYED : Notice.WEBHOOK_NOT_REPLAYED);
        });
  }
}
