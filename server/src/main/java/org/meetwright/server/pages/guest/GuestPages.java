package org.meetwright.server.pages.guest;

import io.helidon.http.Status;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.signed.ManageLinks;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.booking.desk.BookingDesk;
import org.meetwright.core.booking.wish.Confirmations;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.pages.guard.FormGuard;
import org.meetwright.server.pages.guard.FormVerdict;
import org.meetwright.server.pages.text.PageTexts;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.pages.text.Visitor;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;
import org.meetwright.server.pages.web.PageRequest;
import org.meetwright.server.text.Texts;

/// The page of the link that was mailed to an invitee whose guests wait: a button confirms the
/// address and invites them. Opening the page invites nobody.
public final class GuestPages {
  private final InstantSource clock;
  private final BookingDesk bookingDesk;
  private final Bookings bookings;
  private final ManageLinks manageLinks;
  private final Confirmations confirmations;
  private final FormGuard guard;

  /// Creates the pages.
  public GuestPages(
      InstantSource clock,
      BookingDesk bookingDesk,
      Bookings bookings,
      ManageLinks manageLinks,
      Confirmations confirmations,
      FormGuard guard) {
    this.clock = clock;
    this.bookingDesk = bookingDesk;
    this.bookings = bookings;
    this.manageLinks = manageLinks;
    this.confirmations = confirmations;
    this.guard = guard;
  }

  /// Returns whether the request's token is one for guests.
  public boolean isFor(PageRequest request) {
    return confirmations.guestsOf(request.path("token")).isPresent();
  }

  /// Shows who would be invited.
  public PageAnswer show(PageRequest request) {
    return waiting(request, booking -> page(request, Status.OK_200, booking, null));
  }

  /// Has them invited.
  public PageAnswer invite(PageRequest request) {
    return waiting(
        request,
        booking -> {
          FormBody form = request.form();
          FormVerdict verdict =
              guard.check(request.request(), request.visit(), form.get(FormGuard.TOKEN));
          if (verdict != FormVerdict.FINE) {
            return page(request, Status.FORBIDDEN_403, booking, verdict.notice());
          }
          bookingDesk.inviteGuests(booking.id());
          return booked(request, booking);
        });
  }

  /// Does something with a booking whose guests wait; shows any other.
  private PageAnswer waiting(PageRequest request, Function<Booking, PageAnswer> work) {
    Booking booking =
        confirmations.guestsOf(request.path("token")).flatMap(bookings::find).orElse(null);
    if (booking == null) {
      return PageAnswer.notFound();
    }
    boolean stands = booking.status().holdsTime() && clock.instant().isBefore(booking.end());
    return booking.guestsWait() && stands ? work.apply(booking) : booked(request, booking);
  }

  private PageAnswer booked(PageRequest request, Booking booking) {
    return new PageAnswer.SeeOther(request.links().booking(manageLinks.token(booking.id())));
  }

  /// @param notice the key of what is said first; null for nothing
  private PageAnswer page(
      PageRequest request, Status status, Booking booking, @Nullable String notice) {
    Visitor visitor =
        request.visitor(booking.invitee().timeZone()).in(booking.invitee().timeZone());
    Texts texts = PageTexts.of(visitor.locale());
    TimeFormats formats = visitor.formats();
    GuestsView view =
        new GuestsView(
            Shell.unlisted(texts, request.links(), texts.get("guests.title")),
            booking.eventTypeName(),
            formats.fullDate(formats.date(booking.start())),
            formats.times(booking.start(), booking.end()),
            booking.guests().stream().map(EmailAddress::value).toList(),
            request.links().confirm(request.path("token")),
            request.links().booking(manageLinks.token(booking.id())),
            notice == null ? null : texts.get(notice),
            guard.token(request.path(), request.visit()));
    return new PageAnswer.Page(status, "guests", view, Privacy.SECRET);
  }
}
