package org.meetwright.core.webhook;

import java.security.SecureRandom;
import java.util.Base64;

/// The secret for the signatures of a webhook, in the notation of Standard Webhooks.
///
/// @param value `whsec_` and the key in base64
public record WebhookSecret(String value) {
  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /// Creates the secret.
  ///
  /// @throws IllegalArgumentException if it is none; the message does not show it
  public WebhookSecret {
    if (!value.startsWith(PREFIX)) {
      throw new IllegalArgumentException("A secret must begin with " + PREFIX);
    }
  }

  /// Returns a new secret of 256 random bits.
  public static WebhookSecret next() {
    byte[] key = new byte[BYTES];
    RANDOM.nextBytes(key);
    return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(key));
  }

  /// Returns the key.
  public byte[] key() {
    return Base64.getDecoder().decode(value.substring(PREFIX.length()));
  }

  /// Leaves the secret out.
  @Override
  public String toString() {
    return "WebhookSecret";
  }
}
