package org.meetwright.server.pages.manage;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.signed.ManageLinks;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.booking.InviteeTerms;
import org.meetwright.core.branding.Branding;
import org.meetwright.core.branding.Brandings;
import org.meetwright.core.email.Emails;
import org.meetwright.core.email.Emails.Progress;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.team.Bookable;
import org.meetwright.core.team.Bookables;
import org.meetwright.server.pages.form.FormBody;
import org.meetwright.server.pages.frame.PageLinks;
import org.meetwright.server.pages.frame.Shell;
import org.meetwright.server.pages.guard.FormGuard;
import org.meetwright.server.pages.guard.FormVerdict;
import org.meetwright.server.pages.text.PageTexts;
import org.meetwright.server.pages.text.Visitor;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageRequest;
import org.meetwright.server.text.Texts;

/// Finds the booking of a manage link, and what the link still allows.
public final class ManagedBookings {
  private final InstantSource clock;
  private final Brandings brandings;
  private final Bookables bookables;
  private final EventTypes eventTypes;
  private final Bookings bookings;
  private final Emails emails;
  private final ManageLinks manageLinks;
  private final FormGuard guard;
  private final Supplier<URI> publicUrl;

  /// Creates it. Wide: it lists the services that the pages of a booking need.
  ///
  /// @param publicUrl the address under which invitees reach the server, without a slash at the end
  public ManagedBookings(
      InstantSource clock,
      Brandings brandings,
      Bookables bookables,
      EventTypes eventTypes,
      Bookings bookings,
      Emails emails,
      ManageLinks manageLinks,
      FormGuard guard,
      Supplier<URI> publicUrl) {
    this.clock = clock;
    this.brandings = brandings;
    this.bookables = bookables;
    this.eventTypes = eventTypes;
    this.bookings = bookings;
    this.emails = emails;
    this.manageLinks = manageLinks;
    this.guard = guard;
    this.publicUrl = publicUrl;
  }

  /// What was booked, as it is offered now.
  record StillOffered(Bookable who, EventType eventType) {}

  /// A booking that was found.
  ///
  /// Wide: it is all that the pages of one booking are made of.
  ///
  /// @param offered null if the event type has been deleted or switched off since
  /// @param open whether it holds its time and has not ended
  /// @param terms on what terms the invitee can still change it
  /// @param progress how far the mail about its last change has got; null if there is none, or the
  ///   meeting has ended
  /// @param branding how its pages look
  /// @param after what the host has for those who have booked
  /// @param proof for the forms of its pages
  record Managed(
      String token,
      Booking booking,
      @Nullable StillOffered offered,
      Visitor visitor,
      PageLinks links,
      boolean open,
      InviteeTerms terms,
      @Nullable Progress progress,
      Branding branding,
      AfterBooking after,
      String proof) {

    Texts texts() {
      return PageTexts.of(visitor.locale());
    }

    /// Returns the surroundings of one of its pages.
    ///
    /// @param title the key of the page's title
    Shell shell(String title) {
      return Shell.unlisted(texts(), links, texts().get(title) + " · " + booking.eventTypeName())
          .branded(branding);
    }

    boolean cancellable() {
      return terms.cancellableUntil() != null;
    }

    boolean movable() {
      return offered != null && terms.reschedulableUntil() != null;
    }

    /// Returns where the same can be booked; null if it is no longer offered, or only by a link.
    @Nullable String again() {
      return offered == null || offered.eventType().policies().requiresLink()
          ? null
          : links.eventType(offered.who().handle().value(), offered.eventType().slug());
    }

    /// Says that the mail about the last change was sent, and where to. The page is the invitee's:
    /// anyone who has its address could read the mail as well.
    private @Nullable String mail() {
      return progress == null
          ? null
          : texts()
              .get(
                  switch (progress) {
                    case ON_ITS_WAY -> "booking.mail.onItsWay";
                    case SENT -> "booking.mail.sent";
                    case FAILED -> "booking.mail.failed";
                  },
                  booking.invitee().email());
    }

    BookingView view() {
      return BookingView.of(
          shell("booking.title." + booking.status().word()),
          token,
          booking,
          visitor.formats(),
          new BookingView.Next(
              open,
              mail(),
              offered == null ? List.of() : offered.eventType().questions(),
              again(),
              cancellable(),
              movable(),
              after,
              open
                  ? ChangeNotes.of(terms, booking, offered != null, visitor.formats(), texts())
                  : List.of()));
    }
  }

  /// Does something with the booking of the request's token.
  PageAnswer with(PageRequest request, BiFunction<String, Managed, PageAnswer> work) {
    String token = request.path("token");
    return find(request, token)
        .map(managed -> work.apply(token, managed))
        .orElseGet(PageAnswer::notFound);
  }

  /// Looks at the proof of a form that was sent back.
  FormVerdict check(PageRequest request, FormBody form) {
    return guard.check(request.request(), request.visit(), form.get(FormGuard.TOKEN));
  }

  private Optional<Managed> find(PageRequest request, String token) {
    return manageLinks
        .bookingId(token)
        .flatMap(bookings::find)
        .map(booking -> managed(request, token, booking));
  }

  private Managed managed(PageRequest request, String token, Booking booking) {
    boolean open = booking.isOpen(clock.instant());
    EventType eventType =
        Optional.ofNullable(booking.eventTypeId()).flatMap(eventTypes::find).orElse(null);
    StillOffered offered =
        Optional.ofNullable(eventType).flatMap(type -> offered(booking, type)).orElse(null);
    return new Managed(
        token,
        booking,
        offered,
        visitor(request, booking),
        request.links(),
        open,
        InviteeTerms.of(booking, eventType, clock.instant()),
        progress(booking),
        offered == null ? Branding.USUAL : brandings.of(offered.who().ownerId()),
        after(request, booking, eventType),
        guard.token(request.path(), request.visit()));
  }

  /// What was only asked for is not thanked for, nor what is over.
  private AfterBooking after(PageRequest request, Booking booking, @Nullable EventType eventType) {
    if (eventType == null
        || booking.status() != BookingStatus.CONFIRMED
        || !booking.isOpen(clock.instant())) {
      return AfterBooking.NOTHING;
    }
    boolean leaves = request.justBooked() && !request.links().embedded();
    String manageUrl = manageLinks.link(publicUrl.get(), booking.id()).toString();
    return AfterBooking.of(booking, eventType, visitor(request, booking), manageUrl, leaves);
  }

  private @Nullable Progress progress(Booking booking) {
    return clock.instant().isBefore(booking.end())
        ? emails.progressToInvitee(booking.id(), booking.version()).orElse(null)
        : null;
  }

  /// The invitee's zone is the one that he booked in, unless he chooses another now.
  private static Visitor visitor(PageRequest request, Booking booking) {
    Visitor visitor = request.visitor(booking.invitee().timeZone());
    return request.preferenceNow("zone").isEmpty()
        ? visitor.in(booking.invitee().timeZone())
        : visitor;
  }

  private Optional<StillOffered> offered(Booking booking, EventType eventType) {
    return bookables
        .find(eventType.pageId())
        .filter(who -> who.active() && eventType.active())
        .map(who -> new StillOffered(who, eventType.lasting(booking.minutes())));
  }
}
