package org.meetwright.cli.views;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.Core;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.settings.Settings;
import tools.jackson.databind.JsonNode;

/// A booking as the API shows it.
///
/// @param reason why it was cancelled or declined; empty if nobody said
public record BookingView(
    UUID id,
    String status,
    Instant start,
    Instant end,
    EventTypeView eventType,
    List<BookingHostView> hosts,
    InviteeView invitee,
    List<String> guests,
    Map<UUID, JsonNode> answers,
    String notes,
    @Nullable LocationView location,
    boolean noShow,
    String reason,
    int version,
    String manageUrl,
    String calendarUid,
    Instant createdAt) {

  /// Several of them.
  public record Several(List<BookingView> bookings) {}

  /// What was booked.
  public record EventTypeView(String slug, String name) {}

  /// Who is met.
  public record BookingHostView(String handle, String name) {}

  /// Who booked.
  public record InviteeView(String name, String email, String timeZone) {}

  /// Where it takes place.
  public record LocationView(String kind, String value) {
    private static @Nullable LocationView of(@Nullable Location location) {
      return location == null ? null : new LocationView(location.kind().word(), location.value());
    }
  }

  /// Shows a booking.
  public static BookingView of(Booking booking, Core core, Settings settings) {
    return new BookingView(
        booking.id(),
        booking.status().word(),
        booking.start(),
        booking.end(),
        new EventTypeView(booking.eventTypeSlug(), booking.eventTypeName()),
        booking.hosts().stream()
            .map(host -> new BookingHostView(host.handle().value(), host.name()))
            .toList(),
        new InviteeView(
            booking.invitee().name(),
            booking.invitee().email().value(),
            booking.invitee().timeZone().getId()),
        booking.guests().stream().map(EmailAddress::value).toList(),
        booking.answers(),
        booking.notes(),
        LocationView.of(booking.location()),
        booking.noShow(),
        booking.endReason(),
        booking.version(),
        Links.manage(Links.base(settings), core, booking),
        booking.calendarUid(),
        booking.createdAt());
  }
}
