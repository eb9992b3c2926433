package org.meetwright.server.settings;

import org.jspecify.annotations.Nullable;
import org.meetwright.core.webhook.WebhookUrl;
import org.meetwright.server.text.JsonTemplate;

/// How SMS are sent.
///
/// @param url the gateway; null to send and keep none
/// @param header one more header of each request; null for none
/// @param template what is sent: a JSON object with `${to}`, `${text}` and `${id}`
public record SmsSettings(
    @Nullable WebhookUrl url, @Nullable Header header, JsonTemplate template) {

  /// A header of a request, which may be a secret.
  public record Header(String name, String value) {
    /// Reads a header that has been checked.
    public static Header of(String line) {
      int colon = line.indexOf(':');
      return new Header(line.substring(0, colon), line.substring(colon + 1).strip());
    }

    /// Leaves the value out.
    @Override
    public String toString() {
      return name;
    }
  }

  /// Returns whether SMS are sent at all.
  public boolean isOn() {
    return url != null;
  }

  /// Leaves out what may be secret.
  @Override
  public String toString() {
    return "SmsSettings[" + (url == null ? "off" : url.host() + ":" + url.port()) + "]";
  }
}
