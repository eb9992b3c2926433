package org.meetwright.server.api.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.HistoryEntry;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.api.eventtype.ApiLocation;
import org.meetwright.server.api.host.ApiHost;
import tools.jackson.databind.JsonNode;

/// A booking, as the API tells it.
///
/// @param status pending, confirmed, cancelled or declined
/// @param guestsWait whether the guests are told only once the invitee has confirmed his address or
///   a host has approved
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
    List<ApiHost.Name> hosts,
    ApiInvitee invitee,
    List<String> guests,
    boolean guestsWait,
    Map<UUID, JsonNode> answers,
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

  /// Who booked.
  public record ApiInvitee(String name, String email, String timeZone) {
    static ApiInvitee of(Invitee invitee) {
      return new ApiInvitee(invitee.name(), invitee.email().value(), invitee.timeZone().getId());
    }
  }

  /// Something that was done to a booking.
  public record ApiHistoryEntry(
      Instant at,
      String actor,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String by,
      String action,
      String detail) {}

  /// Returns a booking as its host and its invitee see it.
  ///
  /// @param manageUrl null to leave it out
  public static ApiBooking of(Booking booking, @Nullable URI manageUrl) {
    return new ApiBooking(
        booking.id(),
        booking.status().word(),
        booking.start(),
        booking.end(),
        new EventTypeName(booking.eventTypeSlug(), booking.eventTypeName()),
        booking.hosts().stream()
            .map(host -> new ApiHost.Name(host.handle().value(), host.name()))
            .toList(),
        ApiInvitee.of(booking.invitee()),
        booking.guests().stream().map(EmailAddress::value).toList(),
        booking.guestsWait(),
        booking.answers(),
        booking.notes(),
        booking.metadata(),
        ApiLocation.of(booking.location()),
        booking.noShow(),
        booking.endReason(),
        booking.version(),
        manageUrl == null ? null : manageUrl.toString(),
        booking.calendarUid(),
        booking.createdAt(),
        null);
  }

  /// Returns the booking with what was done to it.
  public ApiBooking withHistory(List<HistoryEntry> entries) {
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
        entries.stream()
            .map(
                entry ->
                    new ApiHistoryEntry(
                        entry.happenedAt(),
                        entry.actor(),
                        entry.actorHandle(),
                        entry.action(),
                        entry.detailAndReason()))
            .toList());
  }
}
