package org.meetwright.core.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.SearchKeys;
import org.meetwright.core.value.EmailKeys;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A meeting with all that belongs to it, row by row as the tables hold it.
public record MeetingDocument(
    MeetingRow meeting, List<HostRow> hosts, List<BookingRow> bookings, List<HistoryRow> history) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// A row of `meeting`.
  ///
  /// Wide: it has a component for each column.
  ///
  /// @param seats null in documents of an earlier version
  public record MeetingRow(
      UUID id,
      @Nullable UUID eventTypeId,
      String eventTypeSlug,
      String eventTypeName,
      @Nullable String locationKind,
      @Nullable String locationValue,
      Instant startsAt,
      Instant endsAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer seats,
      Instant createdAt) {
    /// Returns what is searched of it.
    public String searchKey() {
      return SearchKeys.ofMeeting(eventTypeName);
    }

    /// Returns the row without a link that was made for the meeting, which ends with it.
    MeetingRow withoutLink() {
      return "generated_link".equals(locationKind)
          ? new MeetingRow(
              id,
              eventTypeId,
              eventTypeSlug,
              eventTypeName,
              locationKind,
              "",
              startsAt,
              endsAt,
              seats,
              createdAt)
          : this;
    }
  }

  /// A row of `meeting_host`.
  ///
  /// @param toldZone null if it is not known, as in documents of an earlier version
  /// @param toldOffset likewise
  public record HostRow(
      UUID meetingId,
      UUID hostId,
      Instant paddedFrom,
      Instant paddedUntil,
      boolean active,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String toldZone,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer toldOffset) {}

  /// A row of `booking`.
  ///
  /// Wide: it has a component for each column.
  ///
  /// @param inviteePlace null in documents of an earlier version
  /// @param toldOffset null if it is not known, as in documents of an earlier version
  public record BookingRow(
      UUID id,
      UUID meetingId,
      @Nullable Integer seat,
      String status,
      String inviteeName,
      String inviteeEmail,
      String inviteeEmailKey,
      String inviteeTimeZone,
      String inviteeLocale,
      String guests,
      String answers,
      String notes,
      String metadata,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String inviteePlace,
      boolean noShow,
      String endReason,
      int version,
      String calendarUid,
      int calendarSequence,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID keyScope,
      @Nullable String idempotencyKey,
      String requestHash,
      Instant createdAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer toldOffset) {
    /// Returns what is searched of it.
    public String searchKey() {
      return SearchKeys.ofBooking(inviteeName, inviteeEmail, guests, notes);
    }

    /// Returns the keys of its guests.
    public String guestKeys() {
      return EmailKeys.ofStored(List.of(guests));
    }
  }

  /// A row of `booking_history`.
  ///
  /// @param reason empty in documents of an earlier version, which had it in the detail
  public record HistoryRow(
      UUID id,
      UUID bookingId,
      Instant happenedAt,
      String actor,
      @Nullable UUID actorId,
      String action,
      String detail,
      String reason) {
    /// Creates the row.
    public HistoryRow {
      reason = reason == null ? "" : reason;
    }

    /// Returns the row without what someone said.
    public HistoryRow withoutReason() {
      return new HistoryRow(id, bookingId, happenedAt, actor, actorId, action, detail, "");
    }
  }

  /// Returns the keys of the invitees and guests.
  public String emailKeys() {
    return EmailKeys.ofStored(
        bookings.stream()
            .flatMap(booking -> Stream.of(booking.inviteeEmail(), booking.guests()))
            .toList());
  }

  /// Reads a document.
  ///
  /// @throws IllegalArgumentException if it is none
  public static MeetingDocument parse(String json) {
    try {
      return JSON.readValue(json, MeetingDocument.class);
    } catch (JacksonException unreadable) {
      throw new IllegalArgumentException("No document of a meeting", unreadable);
    }
  }

  /// Returns the document as JSON: the same for the same rows.
  public String json() {
    return JSON.writeValueAsString(this);
  }

  /// Returns the checksum of the document as it is written.
  public String checksum() {
    return checksum(json());
  }

  /// Returns the checksum of a document that is written already.
  public static String checksum(String json) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
