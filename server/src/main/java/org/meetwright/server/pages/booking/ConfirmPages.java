package org.meetwright.server.pages.booking;

import io.helidon.http.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.signed.ManageLinks;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.booking.wish.ConfirmOutcome;
import org.meetwright.core.booking.wish.Confirmation;
import org.meetwright.core.booking.wish.Confirmations;
import org.meetwright.core.booking.wish.FrontDesk;
import org.meetwright.core.booking.wish.WishOutcome;
import org.meetwright.core.branding.Brandings;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.slot.Reason;
import org.meetwright.core.team.Bookable;
import org.meetwright.core.team.Bookables;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.limit.TooManyRequestsException;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.frame.MessageView;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.pages.guard.FormGuard;
import org.meetwright.server.pages.guard.FormVerdict;
import org.meetwright.server.pages.picker.FreeTimes;
import org.meetwright.server.pages.picker.PageParameters;
import org.meetwright.server.pages.text.PageTexts;
import org.meetwright.server.pages.text.Visitor;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;
import org.meetwright.server.pages.web.PageRequest;
import org.meetwright.server.text.Texts;

/// The page of the link that was mailed to an invitee: the requested booking, and a button that
/// books it. Opening the page books nothing, because programs that scan mail follow links.
public final class ConfirmPages {
  private final InstantSource clock;
  private final Brandings brandings;
  private final Bookables bookables;
  private final EventTypes eventTypes;
  private final Bookings bookings;
  private final ManageLinks manageLinks;
  private final Confirmations confirmations;
  private final FreeTimes freeTimes;
  private final FormGuard guard;
  private final FrontDesk frontDesk;

  /// Creates the pages. Wide: it lists the services that the way to a booking needs.
  public ConfirmPages(
      InstantSource clock,
      Brandings brandings,
      Bookables bookables,
      EventTypes eventTypes,
      Bookings bookings,
      ManageLinks manageLinks,
      Confirmations confirmations,
      FreeTimes freeTimes,
      FormGuard guard,
      FrontDesk frontDesk) {
    this.clock = clock;
    this.brandings = brandings;
    this.bookables = bookables;
    this.eventTypes = eventTypes;
    this.bookings = bookings;
    this.manageLinks = manageLinks;
    this.confirmations = confirmations;
    this.freeTimes = freeTimes;
    this.guard = guard;
    this.frontDesk = frontDesk;
  }

  /// A wish that waits.
  private record Waiting(UUID id, BookRequest wish, BookingPageViews views) {}

  /// Shows the wish.
  public PageAnswer show(PageRequest request) {
    return waiting(request, waiting -> page(request, Status.OK_200, waiting, null));
  }

  /// Books it.
  public PageAnswer confirm(PageRequest request) {
    return waiting(
        request,
        waiting -> {
          FormBody form = request.form();
          FormVerdict verdict =
              guard.check(request.request(), request.visit(), form.get(FormGuard.TOKEN));
          if (verdict != FormVerdict.FINE) {
            return page(request, Status.FORBIDDEN_403, waiting, verdict.notice());
          }
          try {
            return book(request, waiting, PageRequest.start(form.get("start")));
          } catch (InvalidValueException otherQuestions) {
            // The event type asks something else by now.
            return expired(request, waiting.views());
          }
        });
  }

  private PageAnswer book(PageRequest request, Waiting waiting, @Nullable Instant start) {
    return switch (frontDesk.confirm(waiting.id(), start)) {
      case WishOutcome.Booked(Booking booking) -> justBooked(request, waiting, booking);
      case WishOutcome.Repeated(Booking booking) -> justBooked(request, waiting, booking);
      case WishOutcome.SlotTaken() -> page(request, Status.CONFLICT_409, waiting, "notice.taken");
      case WishOutcome.NotOffered(List<Reason> reasons) ->
          page(request, PageAnswer.NOT_OFFERED, waiting, "notice.notOffered");
      case WishOutcome.NotAdmitted() -> waiting.views().notAdmitted();
      case WishOutcome.Limited(Duration retryAfter) ->
          throw new TooManyRequestsException(retryAfter);
      case ConfirmOutcome.Expired(_) -> expired(request, waiting.views());
    };
  }

  private PageAnswer justBooked(PageRequest request, Waiting waiting, Booking booking) {
    boolean leaves = BookingPages.leaves(booking, waiting.views().eventType());
    return new PageAnswer.SeeOther(request.links().booked(manageLinks.token(booking.id()), leaves));
  }

  private PageAnswer booked(PageRequest request, Booking booking) {
    return new PageAnswer.SeeOther(request.links().booking(manageLinks.token(booking.id())));
  }

  /// @param notice the key of what is said first; null for nothing
  private PageAnswer page(
      PageRequest request, Status status, Waiting waiting, @Nullable String notice) {
    return waiting
        .views()
        .confirm(
            status,
            waiting.wish(),
            request.links().confirm(request.path("token")),
            guard.token(request.path(), request.visit()),
            notice);
  }

  /// Does something with the wish of the request's token, if it waits.
  private PageAnswer waiting(PageRequest request, Function<Waiting, PageAnswer> work) {
    UUID id = confirmations.id(request.path("token")).orElse(null);
    if (id == null) {
      return PageAnswer.notFound();
    }
    Confirmation confirmation = confirmations.find(id).orElse(null);
    Booking booking = confirmation == null ? null : booking(confirmation);
    if (booking != null) {
      return booked(request, booking);
    }
    BookRequest wish = confirmation == null ? null : confirmation.wishAt(clock.instant());
    BookingPageViews views = confirmation == null ? null : views(request, confirmation);
    if (wish == null || views == null) {
      return expired(request, views);
    }
    return views.isOpen() ? work.apply(new Waiting(id, wish, views)) : views.inactive();
  }

  private @Nullable Booking booking(Confirmation confirmation) {
    UUID bookingId = confirmation.bookingId();
    return bookingId == null ? null : bookings.find(bookingId).orElse(null);
  }

  private @Nullable BookingPageViews views(PageRequest request, Confirmation confirmation) {
    EventType found = eventTypes.find(confirmation.eventTypeId()).orElse(null);
    EventType eventType = found == null ? null : asked(found, confirmation.wish());
    Bookable who = eventType == null ? null : bookables.find(eventType.pageId()).orElse(null);
    if (eventType == null || who == null) {
      return null;
    }
    BookRequest wish = confirmation.wish();
    ZoneId zone = wish == null ? who.timeZone() : wish.invitee().timeZone();
    Visitor visitor = request.visitor(zone);
    return new BookingPageViews(
        who,
        eventType,
        wish == null ? visitor : visitor.in(zone),
        request.links(),
        freeTimes,
        clock.instant(),
        brandings.of(who.ownerId()),
        PageParameters.NOTHING,
        wish == null ? null : wish.link(),
        false,
        redirectTo -> null);
  }

  /// Returns an event type with the length that was asked for.
  private static EventType asked(EventType eventType, @Nullable BookRequest wish) {
    Integer minutes = wish == null ? null : wish.choice().durationMinutes();
    return minutes == null ? eventType : eventType.lasting(minutes);
  }

  /// Says that it is too late.
  ///
  /// @param views of what was to be booked; null if that is not known any more
  private static PageAnswer expired(PageRequest request, @Nullable BookingPageViews views) {
    Texts texts = PageTexts.of(request.language());
    MessageView view =
        new MessageView(
            Shell.unlisted(texts, request.links(), texts.get("confirm.expired.title")),
            texts.get("confirm.expired.title"),
            texts.get("confirm.expired.text"),
            views == null ? request.links().home() : views.path(),
            texts.get(views == null ? "problem.home" : "details.back"));
    return new PageAnswer.Page(Status.GONE_410, "message", view, Privacy.SECRET);
  }
}
