package org.meetwright.core.webhook;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.BookingEvent;
import org.meetwright.core.value.InvalidValueException;

/// The kinds of events that are sent to webhooks.
public enum WebhookEvent {
  /// Booked at once, without the host's approval.
  CREATED(BookingEvent.BOOKED),
  REQUESTED(BookingEvent.REQUESTED),
  CONFIRMED(BookingEvent.CONFIRMED),
  DECLINED(BookingEvent.DECLINED),
  RESCHEDULED(BookingEvent.RESCHEDULED),
  CANCELLED(BookingEvent.CANCELLED),
  REMINDER("booking.reminder", null),
  NO_SHOW(BookingEvent.NO_SHOW),
  /// Nothing has happened: the webhook is being tried. It can't be chosen.
  TEST("webhook.test", null);

  private final String word;
  private final @Nullable BookingEvent told;

  WebhookEvent(BookingEvent told) {
    this(told.news().word(), told);
  }

  WebhookEvent(String word, @Nullable BookingEvent told) {
    this.word = word;
    this.told = told;
  }

  /// Returns the word that stands for the event outside the program.
  public String word() {
    return word;
  }

  /// Returns the events that a webhook can choose.
  public static Set<WebhookEvent> ofBookings() {
    return EnumSet.complementOf(EnumSet.of(TEST));
  }

  /// Returns the event that tells of something that happened to a booking; null if none does.
  public static @Nullable WebhookEvent of(BookingEvent event) {
    return Arrays.stream(values()).filter(one -> one.told == event).findFirst().orElse(null);
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
  public static WebhookEvent stored(String word) {
    return Arrays.stream(values())
        .filter(event -> event.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No event: " + word));
  }
}
