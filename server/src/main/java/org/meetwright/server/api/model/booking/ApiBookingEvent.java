package org.meetwright.server.api.model.booking;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event of a booking, as webhooks get it.
///
/// @param previous when a moved meeting was before; null, and left out, otherwise
/// @param reason why it was changed, empty if nobody said; null, and left out, if it was not
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiBookingEvent(
    SentBooking booking, @Nullable Previous previous, @Nullable String reason) {

  /// The booking, with its answers as a list: a receiver does not know the questions.
  public record SentBooking(
      @JsonUnwrapped @JsonIgnoreProperties("answers") ApiBooking booking, List<Answer> answers) {}

  /// What was answered.
  ///
  /// @param label the question; empty if the event type no longer asks it
  /// @param value a text, a number, true or false, or a list of texts; null if it was left open
  public record Answer(UUID questionId, String label, @Nullable Object value) {}

  /// When a moved meeting was before.
  ///
  /// @param start inclusive
  /// @param end exclusive
  public record Previous(Instant start, Instant end) {}
}
