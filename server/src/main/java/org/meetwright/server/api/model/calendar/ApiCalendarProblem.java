package org.meetwright.server.api.model.calendar;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that a host has to decide about his calendars.
///
/// Wide: the API's shape is flat.
///
/// @param kind moved, deleted, not_written, collision or vanished
/// @param since when it was seen; null if that is not known
/// @param calendar the name of the calendar
/// @param bookingId the first booking of the meeting; null if it is not about a meeting
/// @param start when the event is now, or what collides with it; null if it is neither
/// @param end when that ends; null if it is neither
/// @param error why it could not be written; null if it is not that
/// @param choices what can be done: follow, cancel, put_back, believe
public record ApiCalendarProblem(
    UUID id,
    String kind,
    @Nullable Instant since,
    String calendar,
    @Nullable UUID bookingId,
    @Nullable Instant start,
    @Nullable Instant end,
    @Nullable String error,
    List<String> choices) {

  /// Several of them.
  public record Listing(List<ApiCalendarProblem> calendarProblems) {}

  /// A choice.
  ///
  /// @param choice one of those that the problem has
  public record ChoiceRequest(String choice) {}
}
