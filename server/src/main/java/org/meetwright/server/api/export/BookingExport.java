package org.meetwright.server.api.export;

import java.net.URI;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Scope;
import org.meetwright.core.access.signed.ManageLinks;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.host.Host;
import org.meetwright.server.api.booking.BookingTranslation;
import org.meetwright.server.api.exchange.ExportPart;
import tools.jackson.core.JsonGenerator;

/// Exports the bookings of a host with their history, page by page. A reader who may not change
/// anything is told no manage links.
///
/// @param publicUrl the server's address, for links; without a slash at the end
public record BookingExport(Bookings bookings, ManageLinks manageLinks, Supplier<URI> publicUrl)
    implements ExportPart {
  /// What is in memory at a time: each may have as many bytes as a request.
  private static final int PAGE = 20;

  @Override
  public void write(Host host, Set<Scope> scopes, JsonGenerator json) {
    json.writeArrayPropertyStart("bookings");
    Bookings.@Nullable Position after = null;
    do {
      Bookings.Page page = bookings.list(BookingFilter.ofHost(host.id()), after, PAGE);
      for (Booking booking : page.bookings()) {
        URI manageUrl =
            scopes.contains(Scope.WRITE) ? manageLinks.link(publicUrl.get(), booking.id()) : null;
        json.writePOJO(
            BookingTranslation.toApi(booking, manageUrl)
                .withHistory(BookingTranslation.toApi(bookings.history(booking.id()))));
      }
      after = page.next();
    } while (after != null);
    json.writeEndArray();
  }
}
