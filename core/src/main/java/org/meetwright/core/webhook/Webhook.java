package org.meetwright.core.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.core.value.InvalidValueException;

/// An address of a host to which events of bookings are sent.
///
/// Wide: it has a component for each column of the table and field of the API.
///
/// @param events what it is told, at least one
/// @param active false for one that is told nothing
/// @param previousSecret the secret before the last rotation; null if there was none
/// @param previousUntil until when that one signs as well, exclusive; null if there is none
/// @param failingSince the first of the failures that no success has followed; null if the last
///   attempt succeeded
public record Webhook(
    UUID id,
    UUID hostId,
    HttpUrl url,
    Set<WebhookEvent> events,
    boolean active,
    WebhookSecret secret,
    @Nullable WebhookSecret previousSecret,
    @Nullable Instant previousUntil,
    @Nullable Instant failingSince,
    Instant createdAt) {
  /// How long a secret stays valid after it was rotated.
  public static final Duration ROTATION = Duration.ofDays(1);

  /// Creates the webhook.
  ///
  /// @throws InvalidValueException (field `events`) if there is none
  public Webhook {
    if (events.isEmpty()) {
      throw new InvalidValueException(
          "events", "must name at least one event; leave it out for all of them");
    }
    events = Collections.unmodifiableSet(EnumSet.copyOf(events));
  }

  /// Returns the secrets that sign at an instant, the newest first.
  public List<WebhookSecret> secrets(Instant now) {
    List<WebhookSecret> secrets = new ArrayList<>(List.of(secret));
    if (previousSecret != null && previousUntil != null && now.isBefore(previousUntil)) {
      secrets.add(previousSecret);
    }
    return secrets;
  }

  /// What is to become of a webhook. Null leaves it as it is.
  ///
  /// @param rotateSecret whether it gets a new secret; the old one stays valid for a day
  public record Change(
      @Nullable HttpUrl url,
      @Nullable Set<WebhookEvent> events,
      @Nullable Boolean active,
      boolean rotateSecret) {}

  /// Returns the changed webhook. Switched on, it begins without failures.
  Webhook with(Change change, Instant now) {
    boolean rotate = change.rotateSecret();
    return new Webhook(
        id,
        hostId,
        change.url() == null ? url : change.url(),
        change.events() == null ? events : change.events(),
        change.active() == null ? active : change.active(),
        rotate ? WebhookSecret.next() : secret,
        rotate ? secret : previousSecret,
        rotate ? now.plus(ROTATION) : previousUntil,
        Boolean.TRUE.equals(change.active()) ? null : failingSince,
        createdAt);
  }
}
