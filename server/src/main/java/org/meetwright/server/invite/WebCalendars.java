package org.meetwright.server.invite;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.booking.notice.BookingNotice.Audience;
import org.meetwright.server.text.Texts;
import org.meetwright.server.text.WrittenPlace;

/// The addresses at which calendars on the web add a booking. Programs that check mail follow
/// links, so nothing stands in them that only some may see: neither the manage link nor what the
/// invitee wrote.
///
/// @param outlook for private accounts of Microsoft's
/// @param office for accounts of work and school; each of both refuses the other's accounts
public record WebCalendars(URI google, URI outlook, URI office, URI yahoo) {
  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// Returns the addresses for a booking.
  ///
  /// @param start inclusive
  /// @param end exclusive
  /// @param texts in the reader's language
  public static WebCalendars of(Booking booking, Instant start, Instant end, Texts texts) {
    List<String> hosts = booking.hosts().stream().map(MeetingHost::name).toList();
    String title = encoded(booking.eventTypeName() + " · " + texts.list(hosts));
    Locale language = Locale.of(texts.language());
    String where = encoded(WrittenPlace.of(booking, Audience.INVITEE, language).orElse(""));
    String from = BASIC.format(start);
    String until = BASIC.format(end);
    String microsoft =
        ("/calendar/0/deeplink/compose?path=/calendar/action/compose"
                + "&rru=addevent&subject=%s&startdt=%s&enddt=%s&location=%s")
            .formatted(title, start, end, where);
    return new WebCalendars(
        URI.create(
            "https://calendar.google.com/calendar/render?action=TEMPLATE&text=%s&dates=%s/%s&location=%s"
                .formatted(title, from, until, where)),
        URI.create("https://outlook.live.com" + microsoft),
        URI.create("https://outlook.office.com" + microsoft),
        URI.create(
            "https://calendar.yahoo.com/?v=60&title=%s&st=%s&et=%s&in_loc=%s"
                .formatted(title, from, until, where)));
  }

  private static String encoded(String text) {
    // These services read a plus sign as itself.
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
