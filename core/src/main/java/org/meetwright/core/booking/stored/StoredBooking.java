package org.meetwright.core.booking.stored;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.question.Answer;
import org.meetwright.core.value.Handle;

/// A booking as it is stored. It is as flat as its JSON, hence its many components.
///
/// Wide: it has a component for each field of its JSON.
///
/// @param status the name of a [BookingStatus]
/// @param answers plain values, by question id
/// @param guestsWait false in what an earlier version stored
record StoredBooking(
    UUID id,
    UUID meetingId,
    @Nullable UUID eventTypeId,
    String eventTypeSlug,
    String eventTypeName,
    List<Host> hosts,
    Instant start,
    Instant end,
    @Nullable Place location,
    String status,
    StoredInvitee invitee,
    List<StoredValue> guests,
    boolean guestsWait,
    Map<UUID, @Nullable Object> answers,
    String notes,
    Map<String, String> metadata,
    boolean noShow,
    String endReason,
    int version,
    String calendarUid,
    int calendarSequence,
    Instant createdAt) {

  /// A host in a meeting.
  ///
  /// @param timeZone its id
  /// @param locale its language tag
  record Host(
      UUID id, StoredValue handle, String name, StoredValue email, String timeZone, String locale) {
    static Host of(MeetingHost host) {
      return new Host(
          host.id(),
          StoredValue.of(host.handle()),
          host.name(),
          StoredValue.of(host.email()),
          host.timeZone().getId(),
          host.locale().toLanguageTag());
    }

    MeetingHost host() {
      return new MeetingHost(
          id,
          new Handle(handle.value()),
          name,
          email.email(),
          ZoneId.of(timeZone),
          Locale.forLanguageTag(locale));
    }
  }

  /// Where a meeting takes place.
  ///
  /// @param kind the name of a [Location.LocationKind]
  /// @param giver the name of a [Location.Giver]; null in what an earlier version stored
  record Place(
      String kind,
      String value,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String giver) {
    static Place of(Location location) {
      Location.Giver giver = location.giver();
      return new Place(
          location.kind().name(), location.value(), giver == null ? null : giver.name());
    }

    Location location() {
      return new Location(
          Location.LocationKind.valueOf(kind),
          value,
          giver == null ? null : Location.Giver.valueOf(giver));
    }
  }

  static StoredBooking of(Booking booking) {
    Location location = booking.location();
    return new StoredBooking(
        booking.id(),
        booking.meetingId(),
        booking.eventTypeId(),
        booking.eventTypeSlug(),
        booking.eventTypeName(),
        booking.hosts().stream().map(Host::of).toList(),
        booking.start(),
        booking.end(),
        location == null ? null : Place.of(location),
        booking.status().name(),
        StoredInvitee.of(booking.invitee()),
        booking.guests().stream().map(StoredValue::of).toList(),
        booking.guestsWait(),
        Answer.values(booking.answers()),
        booking.notes(),
        booking.metadata(),
        booking.noShow(),
        booking.endReason(),
        booking.version(),
        booking.calendarUid(),
        booking.calendarSequence(),
        booking.createdAt());
  }

  Booking booking() {
    return new Booking(
        id,
        meetingId,
        eventTypeId,
        eventTypeSlug,
        eventTypeName,
        hosts.stream().map(Host::host).toList(),
        start,
        end,
        location == null ? null : location.location(),
        BookingStatus.valueOf(status),
        invitee.invitee(),
        guests.stream().map(StoredValue::email).toList(),
        guestsWait,
        Answer.all(answers),
        notes,
        metadata,
        noShow,
        endReason,
        version,
        calendarUid,
        calendarSequence,
        createdAt);
  }
}
