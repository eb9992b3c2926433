package org.meetwright.server.pages.account.webhooks;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.webhook.WebhookEvent;
import org.meetwright.server.pages.account.request.AccountFrame;

/// The page of a host's webhooks.
///
/// @param secret that of the webhook that was just made; null if none was
/// @param form what was typed to make another one
/// @param errors what is wrong with it, by field
public record WebhooksView(
    AccountFrame frame,
    List<Row> webhooks,
    @Nullable String secret,
    WebhookForm form,
    Map<String, String> errors) {
  /// A webhook.
  ///
  /// @param facts what is known of it, a line each
  public record Row(String id, String url, boolean active, List<String> facts, String href) {}

  /// Returns what is wrong with a field; null if nothing is.
  public @Nullable String error(String field) {
    return errors.get(field);
  }

  /// Returns the words of all events.
  public static List<String> events() {
    return WebhookEvent.ofBookings().stream().map(WebhookEvent::word).toList();
  }

  /// Leaves the secret out.
  @Override
  public String toString() {
    return "WebhooksView";
  }
}
