package org.meetwright.server.pages.account.webhooks;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.account.request.AccountFrame;

/// The page of a webhook.
///
/// Wide: the template reads each of them by its name.
///
/// @param action where its form goes
/// @param why the reason if it was switched off by itself; null otherwise
/// @param secret a new one that was just made; null if none was
/// @param deliveries the last ones
/// @param errors what is wrong with the form, by field
public record WebhookView(
    AccountFrame frame,
    String url,
    String action,
    boolean active,
    @Nullable String why,
    @Nullable String secret,
    WebhookForm form,
    List<Delivery> deliveries,
    Map<String, String> errors) {

  /// A delivery.
  ///
  /// @param state a word about it
  /// @param kind the style of the word
  /// @param attempts a line each, the latest first
  public record Delivery(
      String id, String event, String state, String kind, List<String> attempts) {}

  /// Returns what is wrong with a field; null if nothing is.
  public @Nullable String error(String field) {
    return errors.get(field);
  }

  /// Leaves the secret out.
  @Override
  public String toString() {
    return "WebhookView";
  }
}
