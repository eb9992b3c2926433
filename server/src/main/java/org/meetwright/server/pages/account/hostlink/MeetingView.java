package org.meetwright.server.pages.account.hostlink;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.booking.notice.BookingNotice.Audience;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.pages.manage.BookingView.Answered;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.text.Texts;
import org.meetwright.server.text.WrittenPlace;
import org.meetwright.server.text.ZoneNames;

/// A booking as one of its hosts sees it, in his zone.
///
/// Wide: the templates read each of them by its name.
///
/// @param status the word of the booking's status
/// @param others the other hosts; empty if he is alone
/// @param zone the zone that the times are in
/// @param whereHref where the place can be reached; null if it is not a link
public record MeetingView(
    String status,
    String name,
    String date,
    String times,
    String zone,
    String invitee,
    String email,
    String others,
    List<String> guests,
    @Nullable String where,
    @Nullable String whereHref,
    List<Answered> answers,
    String notes,
    String reason) {

  static MeetingView of(OpenedHostLink linked, TimeFormats formats, Texts texts) {
    Booking booking = linked.booking();
    EventType eventType = linked.live().eventType();
    Location place = booking.location();
    return new MeetingView(
        booking.status().word(),
        booking.eventTypeName(),
        formats.fullDate(formats.date(booking.start())),
        formats.times(booking.start(), booking.end()),
        ZoneNames.full(formats.zone(), booking.start()),
        booking.invitee().name(),
        booking.invitee().email().value(),
        String.join(
            ", ",
            booking.hosts().stream()
                .filter(host -> !host.id().equals(linked.live().host().id()))
                .map(MeetingHost::name)
                .toList()),
        booking.guests().stream().map(EmailAddress::value).toList(),
        WrittenPlace.of(booking, Audience.HOST, formats.locale()).orElse(null),
        place == null || place.link() == null ? null : place.link().toString(),
        Answered.all(
            eventType == null ? List.of() : eventType.questions(), booking.answers(), texts),
        booking.notes(),
        booking.endReason());
  }
}
