package org.meetwright.server.pages.account.webhooks;

import io.helidon.http.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Caller;
import org.meetwright.core.webhook.Webhook;
import org.meetwright.core.webhook.WebhookEvent;
import org.meetwright.core.webhook.Webhooks;
import org.meetwright.server.outgoing.Targets;
import org.meetwright.server.pages.account.request.AccountPlace;
import org.meetwright.server.pages.account.request.AccountRequest;
import org.meetwright.server.pages.account.request.AccountSection;
import org.meetwright.server.pages.account.request.Cookies.CookiePurpose;
import org.meetwright.server.pages.account.request.PageRules;
import org.meetwright.server.pages.account.webhooks.WebhooksView.Row;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;

/// A host's webhooks: listed and made.
public final class WebhookListPages {
  private final Access access;
  private final Webhooks webhooks;
  private final Targets targets;

  /// Creates the pages.
  ///
  /// @param targets where webhooks may be
  public WebhookListPages(Access access, Webhooks webhooks, Targets targets) {
    this.access = access;
    this.webhooks = webhooks;
    this.targets = targets;
  }

  /// Registers them.
  public void on(PageRules rules) {
    rules.get("/account/webhooks", this::show).post("/account/webhooks", this::make);
  }

  /// Returns the page of a webhook.
  static AccountPlace place(UUID id) {
    return new AccountPlace(AccountSection.WEBHOOKS, AccountSection.WEBHOOKS.path() + "/" + id);
  }

  private PageAnswer show(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.WEBHOOKS,
        caller -> {
          FormBody typed = asked.typed(AccountSection.WEBHOOKS);
          WebhookForm form = typed.fields().isEmpty() ? WebhookForm.NEW : WebhookForm.of(typed);
          return page(asked, caller, Status.OK_200, form, Map.of(), null);
        });
  }

  private PageAnswer page(
      AccountRequest asked,
      Caller caller,
      Status status,
      WebhookForm form,
      Map<String, String> errors,
      @Nullable String secret) {
    List<Row> rows =
        webhooks.list(caller.host().id()).stream().map(webhook -> row(asked, webhook)).toList();
    WebhooksView view =
        new WebhooksView(asked.frame(AccountSection.WEBHOOKS), rows, secret, form, errors);
    return new PageAnswer.Page(status, "account/webhooks", view, Privacy.FORM);
  }

  private static Row row(AccountRequest asked, Webhook webhook) {
    List<String> facts = new ArrayList<>();
    facts.add(
        webhook.events().equals(WebhookEvent.ofBookings())
            ? asked.words().get("webhook.allEvents")
            : webhook.events().stream().map(WebhookEvent::word).collect(Collectors.joining(", ")));
    if (webhook.active() && webhook.failingSince() != null) {
      facts.add(asked.words().get("webhook.failing"));
    }
    return new Row(
        webhook.id().toString(),
        webhook.url().toString(),
        webhook.active(),
        facts,
        asked.link(place(webhook.id()).address()));
  }

  /// Makes one and shows its secret with this answer, and never again.
  private PageAnswer make(AccountRequest asked) {
    return asked.signedIn(
        access,
        AccountSection.WEBHOOKS,
        caller -> {
          WebhookForm form = WebhookForm.of(asked.form(CookiePurpose.SESSION));
          return switch (form.check(targets, asked.words())) {
            case WebhookForm.Wrong(var errors) ->
                page(asked, caller, Status.BAD_REQUEST_400, form, errors, null);
            case WebhookForm.Right(var url, var events) -> {
              Webhook made = webhooks.add(caller.host().id(), url, events);
              String secret = made.secret().value();
              yield page(asked, caller, Status.CREATED_201, WebhookForm.NEW, Map.of(), secret);
            }
          };
        });
  }
}
