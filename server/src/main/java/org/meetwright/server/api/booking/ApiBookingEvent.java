package org.meetwright.server.api.booking;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.BookingSnapshot;
import org.meetwright.core.booking.BookingSnapshot.Previous;
import tools.jackson.databind.JsonNode;

/// What a webhook is told of a booking.
///
/// @param previous when a moved meeting was before; null, and left out, otherwise
/// @param reason why it was changed, empty if nobody said; null, and left out, if it was not
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiBookingEvent(Told booking, @Nullable Previous previous, @Nullable String reason) {

  /// The booking, with its answers as a list: a receiver does not know the questions.
  public record Told(
      @JsonUnwrapped @JsonIgnoreProperties("answers") ApiBooking booking, List<Answer> answers) {}

  /// What was answered.
  ///
  /// @param label the question; empty if the event type no longer asks it
  public record Answer(UUID questionId, String label, JsonNode value) {
    static List<Answer> all(BookingSnapshot snapshot) {
      Map<UUID, JsonNode> left = new LinkedHashMap<>(snapshot.booking().answers());
      List<Answer> all = new ArrayList<>();
      snapshot
          .labels()
          .forEach(
              (id, label) -> {
                JsonNode value = left.remove(id);
                if (value != null) {
                  all.add(new Answer(id, label, value));
                }
              });
      left.forEach((id, value) -> all.add(new Answer(id, "", value)));
      return all;
    }
  }

  /// Returns what the webhooks of a booking's hosts are told.
  public static ApiBookingEvent of(BookingSnapshot snapshot, URI manageUrl) {
    return new ApiBookingEvent(
        new Told(ApiBooking.of(snapshot.booking(), manageUrl), Answer.all(snapshot)),
        snapshot.previous(),
        snapshot.reason());
  }
}
