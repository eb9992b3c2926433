package org.meetwright.desktop.automation;

import java.util.List;
import java.util.UUID;

/// A webhook.
///
/// @param failing whether its last attempts have failed
/// @param deliveries the newest first
public record Hook(
    UUID id, String url, boolean active, boolean failing, List<Delivery> deliveries) {
  /// A delivery.
  ///
  /// @param state pending, succeeded or failed
  /// @param attempts in words
  public record Delivery(UUID id, String event, String state, List<String> attempts) {}
}
