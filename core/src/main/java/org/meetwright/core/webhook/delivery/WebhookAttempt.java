package org.meetwright.core.webhook.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One attempt to deliver an event to a webhook.
///
/// @param status the HTTP status of the answer; null if there was none
/// @param error why it failed, one sentence; null if it succeeded
/// @param tookMillis from resolving the name to the end of the answer, in milliseconds
/// @param answer the first KiB of the answer's body; may be empty
public record WebhookAttempt(
    Instant at, @Nullable Integer status, @Nullable String error, long tookMillis, String answer) {
  private static final int GONE = 410;
  private static final int LONGEST_ERROR = 500;

  /// Creates the attempt. What no database can hold is replaced.
  public WebhookAttempt {
    error = error == null ? null : cut(error, LONGEST_ERROR);
    answer = cut(answer, 1024);
  }

  private static String cut(String text, int longest) {
    String storable = text.replace('\0', '\uFFFD');
    return storable.length() <= longest ? storable : storable.substring(0, longest);
  }

  /// Returns whether the receiver took it: it answered 2xx.
  public boolean succeeded() {
    return error == null;
  }

  /// Returns whether the receiver wants nothing any more: it answered 410.
  public boolean isRefusedForGood() {
    return status != null && status == GONE;
  }
}
