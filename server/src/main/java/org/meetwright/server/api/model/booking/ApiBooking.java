package org.meetwright.server.api.model.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.eventtype.ApiLocation;
import org.meetwright.server.api.model.host.ApiHostName;

/// A booking, as the API shows it.
///
/// Wide: it is as flat as its JSON object.
///
/// @param status pending, confirmed, cancelled or declined
/// @param guestsWait whether the guests are told only once the invitee has confirmed his address or
///   a host has approved
/// @param answers by question: a text, a number, true or false, or a list of texts
/// @param metadata what the program that booked wants to find again, by key
/// @param reason why it was cancelled or declined; empty if nobody said
/// @param manageUrl where the invitee manages it; null for those who may not do what he may: who
///   has not shown to be the invitee, and a token that may only read
/// @param history what was done to it; null where only the booking is asked for
public record ApiBooking(
    UUID id,
    String status,
    Instant start,
    Instant end,
    EventTypeName eventType,
    List<ApiHostName> hosts,
    ApiInvitee invitee,
    List<String> guests,
    boolean guestsWait,
    Map<UUID, @Nullable Object> answers,
    String notes,
    Map<String, String> metadata,
    @Nullable ApiLocation location,
    boolean noShow,
    String reason,
    int version,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String manageUrl,
    String calendarUid,
    Instant createdAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ApiHistoryEntry> history) {

  /// The event type, as it was called when the booking was made.
  public record EventTypeName(String slug, String name) {}

  /// Something that was done to a booking.
  ///
  /// @param by the handle of the host who did it; null, and left out, if it was none
  public record ApiHistoryEntry(
      Instant at,
      String actor,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String by,
      String action,
      String detail) {}

  /// Returns whether it takes its hosts' time: neither cancelled nor declined.
  public boolean holdsTime() {
    return status.equals("pending") || status.equals("confirmed");
  }

  /// Returns the booking with what was done to it.
  public ApiBooking withHistory(List<ApiHistoryEntry> entries) {
    return new ApiBooking(
        id,
        status,
        start,
        end,
        eventType,
        hosts,
        invitee,
        guests,
        guestsWait,
        answers,
        notes,
        metadata,
        location,
        noShow,
        reason,
        version,
        manageUrl,
        calendarUid,
        createdAt,
        entries);
  }
}
