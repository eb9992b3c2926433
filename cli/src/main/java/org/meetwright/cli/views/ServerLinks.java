package org.meetwright.cli.views;

import java.net.URI;
import org.meetwright.core.access.signed.ManageLinks;
import org.meetwright.core.booking.Booking;
import org.meetwright.server.api.booking.BookingTranslation;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.settings.Settings;

/// The addresses of the server's pages.
public final class ServerLinks {
  private ServerLinks() {}

  /// Returns where the server is reached, as far as the settings tell.
  public static String base(Settings settings) {
    return settings.server().publicUrl() == null
        ? "http://" + settings.server().host() + ":" + settings.server().port()
        : settings.server().publicUrl().toString();
  }

  /// Returns the page on which an invitee manages a booking.
  public static URI manage(String base, ManageLinks links, Booking booking) {
    return links.link(URI.create(base), booking.id());
  }

  /// Returns a booking as the HTTP API shows it.
  public static ApiBooking shown(Booking booking, ManageLinks links, Settings settings) {
    return BookingTranslation.toApi(booking, manage(base(settings), links, booking));
  }
}
