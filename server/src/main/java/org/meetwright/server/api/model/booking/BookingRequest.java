package org.meetwright.server.api.model.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.eventtype.ApiLocation;

/// A booking to make; null components are left out. It is as flat as its JSON object.
///
/// Wide: it is as flat as its JSON object.
///
/// @param host the handle of the host or team
/// @param eventType the slug of the event type
/// @param answers by question: a text, a number, true or false, or a list of texts
/// @param metadata what the program that books wants to find again, by key
/// @param link the token of a booking link
/// @param altcha the solution of a challenge
/// @param durationMinutes one of the lengths that are offered; null for the default one
/// @param location one of the places that are offered, with the invitee's number or address if the
///   host calls or comes; null for the first one
/// @param override whether a host of the event type, whose token has to come with it, books over
///   the rules
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BookingRequest(
    String host,
    String eventType,
    Instant start,
    Invitee invitee,
    @Nullable List<String> guests,
    @Nullable Map<UUID, Object> answers,
    @Nullable String notes,
    @Nullable Map<String, String> metadata,
    @Nullable String link,
    @Nullable String altcha,
    @Nullable Integer durationMinutes,
    @Nullable ApiLocation location,
    @Nullable Boolean override) {

  /// Who books.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Invitee(String name, String email, String timeZone, @Nullable String locale) {}

  /// Books without anything that could be left out.
  public BookingRequest(String host, String eventType, Instant start, Invitee invitee) {
    this(host, eventType, start, invitee, null, null, null, null, null, null, null, null, null);
  }
}
