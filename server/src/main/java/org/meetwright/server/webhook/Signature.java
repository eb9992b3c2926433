package org.meetwright.server.webhook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.meetwright.core.webhook.WebhookSecret;

/// Signs as the Standard Webhooks specification 1.0 says: HMAC-SHA256 over `id.timestamp.body`.
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /// Returns the headers that let a receiver check what it gets.
  ///
  /// @param secrets each signs; a receiver needs to know one of them
  /// @param at when it is sent; receivers refuse what is old
  static Map<String, String> headers(
      UUID eventId, Instant at, byte[] body, List<WebhookSecret> secrets) {
    String timestamp = String.valueOf(at.getEpochSecond());
    byte[] content = content(eventId + "." + timestamp + ".", body);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("webhook-id", eventId.toString());
    headers.put("webhook-timestamp", timestamp);
    headers.put(
        "webhook-signature",
        secrets.stream().map(secret -> sign(secret, content)).collect(Collectors.joining(" ")));
    return headers;
  }

  private static byte[] content(String prefix, byte[] body) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(prefix.getBytes(StandardCharsets.US_ASCII));
    content.writeBytes(body);
    return content.toByteArray();
  }

  private static String sign(WebhookSecret secret, byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content));
    } catch (GeneralSecurityException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
