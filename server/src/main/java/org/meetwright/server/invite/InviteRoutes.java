package org.meetwright.server.invite;

import io.helidon.http.HeaderNames;
import io.helidon.http.NotFoundException;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.meetwright.core.access.signed.ManageLinks;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.booking.notice.BookingNotice.Audience;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.route.Area;

/// Answers an invitee's calendar file, `invite.ics`, to anyone who has the manage link.
public final class InviteRoutes implements HttpService {
  private final InstantSource clock;
  private final EventTypes eventTypes;
  private final Bookings bookings;
  private final ManageLinks manageLinks;
  private final Supplier<URI> publicUrl;
  private final CalendarObjects objects;

  /// Creates the routes.
  ///
  /// @param publicUrl the address under which invitees reach the server, without a slash at the end
  /// @param from the sender of all mail
  public InviteRoutes(
      InstantSource clock,
      EventTypes eventTypes,
      Bookings bookings,
      ManageLinks manageLinks,
      Supplier<URI> publicUrl,
      EmailAddress from) {
    this.clock = clock;
    this.eventTypes = eventTypes;
    this.bookings = bookings;
    this.manageLinks = manageLinks;
    this.publicUrl = publicUrl;
    this.objects = new CalendarObjects(from);
  }

  /// Registers the file beside the manage page and beside the manage call of the API.
  @Override
  public void routing(HttpRules rules) {
    Area.PAGES.on(rules).get("/b/{token}/invite.ics", this::answer);
    Area.OPEN_API.on(rules).get("/api/v1/manage/{token}/invite.ics", this::answer);
  }

  /// Answers the file of the path parameter `token`.
  ///
  /// @throws NotFoundException if it is no manage link's
  public void answer(ServerRequest req, ServerResponse res) {
    CalendarObject object =
        forToken(req.path().pathParameters().get("token"))
            .orElseThrow(() -> new NotFoundException("There is no booking with this link."));
    res.header(HeaderNames.CONTENT_TYPE, object.contentType());
    res.header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"invite.ics\"");
    res.header(HeaderNames.CACHE_CONTROL, "no-store");
    res.send(object.bytes());
  }

  /// Returns the invitee's object of the booking that a manage token stands for, as it is now;
  /// empty if the token is not one of ours or the booking is gone.
  public Optional<CalendarObject> forToken(String token) {
    return manageLinks.bookingId(token).flatMap(bookings::find).map(this::object);
  }

  private CalendarObject object(Booking booking) {
    return objects.make(
        CalendarObjects.methodFor(booking.status()),
        booking,
        CalendarRevision.of(booking, clock.instant()),
        new EventCopy(
            Audience.INVITEE,
            booking.invitee().locale(),
            Optional.ofNullable(booking.eventTypeId()).flatMap(eventTypes::find).orElse(null),
            manageLinks.link(publicUrl.get(), booking.id())));
  }
}
