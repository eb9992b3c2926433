package org.meetwright.core.booking.change;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.question.Question;

/// A booking as it was at one instant, with the change that had just been made, for later notices.
///
/// @param labels what was asked, by question id, in the order of the questions; of those that the
///   event type still asked
/// @param previous when a moved meeting was before; null otherwise
/// @param reason why it was changed, empty if nobody said; null if it was not changed
public record BookingSnapshot(
    Booking booking,
    Map<UUID, String> labels,
    @Nullable Previous previous,
    @Nullable String reason) {
  /// Creates the snapshot.
  public BookingSnapshot {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }

  /// When a moved meeting was before.
  ///
  /// @param start inclusive
  /// @param end exclusive
  public record Previous(Instant start, Instant end) {}

  /// Returns a booking to which nothing has been done.
  ///
  /// @param questions those that its event type asks
  public static BookingSnapshot of(Booking booking, List<Question> questions) {
    return of(booking, questions, null, null);
  }

  /// Returns a booking to which something has been done.
  ///
  /// @param questions those that its event type asks
  /// @param before a moved booking as it was; null if it was not moved
  /// @param reason why, empty if nobody said; null if the booking is new
  public static BookingSnapshot of(
      Booking booking,
      List<Question> questions,
      @Nullable Booking before,
      @Nullable String reason) {
    return new BookingSnapshot(
        booking,
        questions.stream()
            .collect(toMap(Question::id, Question::label, (one, other) -> one, LinkedHashMap::new)),
        before == null ? null : new Previous(before.start(), before.end()),
        reason);
  }
}
