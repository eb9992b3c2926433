package org.meetwright.core.webhook;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.meetwright.core.value.InvalidValueException;

/// What a webhook can be told.
public enum WebhookEvent {
  /// Booked at once, without the host's approval.
  CREATED("booking.created"),
  REQUESTED("booking.requested"),
  CONFIRMED("booking.confirmed"),
  DECLINED("booking.declined"),
  RESCHEDULED("booking.rescheduled"),
  CANCELLED("booking.cancelled"),
  REMINDER("booking.reminder"),
  NO_SHOW("booking.no_show"),
  /// Nothing has happened: the webhook is being tried. It can't be chosen.
  TEST("webhook.test");

  private final String word;

  WebhookEvent(String word) {
    this.word = word;
  }

  /// Returns the word that stands for the event outside the program.
  public String word() {
    return word;
  }

  /// Returns the events that a webhook can choose.
  public static Set<WebhookEvent> ofBookings() {
    return EnumSet.complementOf(EnumSet.of(TEST));
  }

  /// Returns the event of bookings that a word stands for.
  ///
  /// @throws InvalidValueException (field `events`) if there is none
  public static WebhookEvent of(String word) {
    return ofBookings().stream()
        .filter(event -> event.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValueException(
                    "events",
                    "must be one of "
                        + ofBookings().stream()
                            .map(WebhookEvent::word)
                            .collect(Collectors.joining(", "))
                        + ", not "
                        + InvalidValueException.shown(word)));
  }

  /// Returns the event that was stored as a word.
  static WebhookEvent stored(String word) {
    return Arrays.stream(values())
        .filter(event -> event.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No event: " + word));
  }
}
