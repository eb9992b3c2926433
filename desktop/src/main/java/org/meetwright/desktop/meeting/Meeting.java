package org.meetwright.desktop.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.eventtype.ApiLocation;
import org.meetwright.server.api.model.host.ApiHostName;

/// A booking, as screens show it.
///
/// Wide: it is what a row and a page of details show.
///
/// @param start inclusive
/// @param end exclusive
/// @param title the event type
/// @param hosts their names
/// @param place where it takes place; empty if nobody said
/// @param join the address at which it takes place; empty if it has none
/// @param reason why it was cancelled or declined; empty if nobody said
public record Meeting(
    UUID id,
    int version,
    Status status,
    Instant start,
    Instant end,
    String title,
    Invitee invitee,
    List<String> hosts,
    List<String> guests,
    List<Answer> answers,
    String notes,
    String place,
    String join,
    boolean noShow,
    String reason) {
  /// Who booked.
  public record Invitee(String name, String email, String zone) {}

  /// What was asked, and what was answered.
  public record Answer(String question, String answer) {}

  /// Returns a booking.
  ///
  /// @param questions the labels of questions, by id
  public static Meeting of(ApiBooking booking, Map<UUID, String> questions) {
    String place = place(booking.location());
    return new Meeting(
        booking.id(),
        booking.version(),
        Status.of(booking.status()),
        booking.start(),
        booking.end(),
        booking.eventType().name(),
        new Invitee(
            booking.invitee().name(),
            booking.invitee().email(),
            booking.invitee().timeZone().replace('_', ' ')),
        booking.hosts().stream().map(ApiHostName::name).toList(),
        booking.guests(),
        booking.answers().entrySet().stream()
            .map(
                answer ->
                    new Answer(
                        questions.getOrDefault(answer.getKey(), ""), text(answer.getValue())))
            .toList(),
        booking.notes(),
        place,
        place.startsWith("https://") || place.startsWith("http://") ? place : "",
        booking.noShow(),
        booking.reason());
  }

  private static String place(@Nullable ApiLocation location) {
    @Nullable String value = location == null ? null : location.value();
    return value == null ? "" : value;
  }

  private static String text(Object answer) {
    return answer instanceof List<?> several
        ? String.join(", ", several.stream().map(String::valueOf).toList())
        : String.valueOf(answer);
  }
}
