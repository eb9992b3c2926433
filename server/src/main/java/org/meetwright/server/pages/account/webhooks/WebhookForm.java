package org.meetwright.server.pages.account.webhooks;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.webhook.Webhook;
import org.meetwright.core.webhook.WebhookEvent;
import org.meetwright.server.outgoing.Targets;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.text.Texts;

/// The form of a webhook, as it was typed.
///
/// @param events the words of those that are ticked
public record WebhookForm(String url, List<String> events) {
  /// Everything is told.
  static final WebhookForm NEW =
      new WebhookForm("", WebhookEvent.ofBookings().stream().map(WebhookEvent::word).toList());

  static WebhookForm of(FormBody form) {
    return new WebhookForm(form.get("url").strip(), form.all("event"));
  }

  static WebhookForm of(Webhook webhook) {
    return new WebhookForm(
        webhook.url().toString(), webhook.events().stream().map(WebhookEvent::word).toList());
  }

  /// The result of checking.
  sealed interface Result {}

  /// Everything is right.
  record Right(HttpUrl url, Set<WebhookEvent> events) implements Result {}

  /// Something is wrong.
  ///
  /// @param errors what is wrong, by field
  record Wrong(Map<String, String> errors) implements Result {}

  /// Checks the form.
  Result check(Targets targets, Texts words) {
    Map<String, String> errors = new LinkedHashMap<>();
    HttpUrl checked = null;
    try {
      checked = HttpUrl.of(url);
      targets.check(checked);
    } catch (InvalidValueException wrong) {
      errors.put("url", words.get(checked == null ? "webhook.wrong.url" : "webhook.wrong.private"));
    }
    Set<WebhookEvent> chosen = EnumSet.noneOf(WebhookEvent.class);
    WebhookEvent.ofBookings().stream()
        .filter(event -> events.contains(event.word()))
        .forEach(chosen::add);
    if (chosen.isEmpty()) {
      errors.put("event", words.get("webhook.wrong.event"));
    }
    return checked == null || !errors.isEmpty() ? new Wrong(errors) : new Right(checked, chosen);
  }
}
