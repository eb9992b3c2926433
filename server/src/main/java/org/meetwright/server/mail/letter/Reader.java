package org.meetwright.server.mail.letter;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.booking.notice.BookingNotice.Audience;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.text.Translations;

/// The recipient of a mail, or the other side of the meeting.
///
/// @param zone the zone in which he reads times
/// @param locale the language in which he reads
public record Reader(
    Audience audience, String name, EmailAddress email, ZoneId zone, Locale locale) {
  /// Creates the reader, who reads one of the languages that there are texts in.
  public Reader {
    locale = Translations.readable(locale);
  }

  /// Returns whom a notice is for. Of a guest only the address is known; the invitee who named him
  /// lends him language and zone.
  ///
  /// @param booking with the hosts that the notice is about
  /// @throws IllegalArgumentException if it is for a host who is not among them
  public static Reader of(BookingNotice notice, Booking booking) {
    return switch (notice.audience()) {
      case INVITEE -> invitee(booking);
      case HOST ->
          booking.hosts().stream()
              .filter(
                  host ->
                      notice.recipient().hostId() == null
                          || host.id().equals(notice.recipient().hostId()))
              .findFirst()
              .map(Reader::host)
              .orElseThrow(
                  () -> new IllegalArgumentException("No host " + notice.recipient().hostId()));
      case GUEST -> {
        EmailAddress guest = new EmailAddress(String.valueOf(notice.recipient().guest()));
        Invitee lender = booking.invitee();
        yield new Reader(Audience.GUEST, guest.value(), guest, lender.timeZone(), lender.locale());
      }
    };
  }

  /// Returns the other side: for a host the invitee, for everyone else the hosts.
  public List<Reader> others(Booking booking) {
    return audience == Audience.HOST
        ? List.of(invitee(booking))
        : booking.hosts().stream().map(Reader::host).toList();
  }

  private static Reader invitee(Booking booking) {
    Invitee invitee = booking.invitee();
    return new Reader(
        Audience.INVITEE, invitee.name(), invitee.email(), invitee.timeZone(), invitee.locale());
  }

  private static Reader host(MeetingHost host) {
    return new Reader(Audience.HOST, host.name(), host.email(), host.timeZone(), host.locale());
  }
}
