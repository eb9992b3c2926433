package org.meetwright.server.pages.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.eventtype.Location;

/// The addresses at which calendars on the web add a booking. The manage link is not in them: it is
/// for the invitee alone.
public record CalendarLinks(String google, String outlook) {
  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  static CalendarLinks of(Booking booking, String hosts) {
    String title = encoded(booking.eventTypeName() + " · " + hosts);
    Location location = booking.location();
    String where = encoded(location == null ? "" : location.value());
    Instant start = booking.start();
    Instant end = booking.end();
    String google =
        "https://calendar.google.com/calendar/render?action=TEMPLATE&text="
            + title
            + "&dates="
            + BASIC.format(start)
            + "/"
            + BASIC.format(end)
            + "&location="
            + where;
    String outlook =
        "https://outlook.live.com/calendar/0/deeplink/compose?path=/calendar/action/compose"
            + "&rru=addevent&subject="
            + title
            + "&startdt="
            + start
            + "&enddt="
            + end
            + "&location="
            + where;
    return new CalendarLinks(google, outlook);
  }

  private static String encoded(String text) {
    // Both services read a plus sign as itself.
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
