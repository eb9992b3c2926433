package org.meetwright.server.mail.letter;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.signed.ManageLinks;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingEvent;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.booking.InviteeTerms;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.booking.wish.Confirmations;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.team.Bookable;
import org.meetwright.core.team.Bookables;
import org.meetwright.core.value.Handle;

/// Gathers the facts for mails.
public final class Stories {
  private static final Set<BookingEvent> AGREEING =
      EnumSet.of(BookingEvent.BOOKED, BookingEvent.CONFIRMED);

  private final InstantSource clock;
  private final Hosts hosts;
  private final Bookables bookables;
  private final EventTypes eventTypes;
  private final Bookings bookings;
  private final ManageLinks manageLinks;
  private final Confirmations confirmations;
  private final Supplier<URI> publicUrl;

  /// Creates the service.
  ///
  /// @param publicUrl the address under which invitees reach the server, without a slash at the end
  public Stories(
      InstantSource clock,
      Hosts hosts,
      Bookables bookables,
      EventTypes eventTypes,
      Bookings bookings,
      ManageLinks manageLinks,
      Confirmations confirmations,
      Supplier<URI> publicUrl) {
    this.clock = clock;
    this.hosts = hosts;
    this.bookables = bookables;
    this.eventTypes = eventTypes;
    this.bookings = bookings;
    this.manageLinks = manageLinks;
    this.confirmations = confirmations;
    this.publicUrl = publicUrl;
  }

  /// Returns the story of a notice.
  ///
  /// @param booking the notice's booking as it is now
  public Story tell(BookingNotice notice, Booking booking) {
    Optional<EventType> eventType =
        Optional.ofNullable(booking.eventTypeId()).flatMap(eventTypes::find);
    return new Story(
        notice,
        booking.with(hostsToldOf(notice, booking)),
        wasAgreed(notice),
        eventType.orElse(null),
        InviteeTerms.of(booking, eventType.orElse(null), clock.instant()),
        manageLinks.link(publicUrl.get(), booking.id()),
        guestsLink(booking),
        eventType
            .filter(type -> type.active() && !type.policies().requiresLink())
            .map(type -> URI.create(publicUrl.get() + "/" + page(booking, type)))
            .orElse(null));
  }

  private @Nullable URI guestsLink(Booking booking) {
    return booking.guestsWait() && booking.status() == BookingStatus.CONFIRMED
        ? URI.create(publicUrl.get() + "/c/" + confirmations.guestToken(booking.id()))
        : null;
  }

  /// Returns who met the invitee at the time of the notice, as they are now.
  private List<MeetingHost> hostsToldOf(BookingNotice notice, Booking booking) {
    List<MeetingHost> told = new ArrayList<>();
    for (UUID id : notice.meeting().hosts()) {
      booking.hosts().stream()
          .filter(host -> host.id().equals(id))
          .findFirst()
          .or(() -> hosts.find(id).map(MeetingHost::of))
          .ifPresent(told::add);
    }
    return told.isEmpty() ? booking.hosts() : told;
  }

  /// Returns the address, below the server's, under which the same can be booked.
  private String page(Booking booking, EventType eventType) {
    Handle handle =
        bookables
            .find(eventType.pageId())
            .map(Bookable::handle)
            .orElse(booking.hosts().getFirst().handle());
    return handle + "/" + eventType.slug();
  }

  /// Returns whether the meeting stood on calendars when the notice was written. What was only
  /// requested can be moved and cancelled as well.
  private boolean wasAgreed(BookingNotice notice) {
    return switch (notice.event()) {
      case BOOKED, CONFIRMED, REMINDER -> true;
      case REQUESTED, UNANSWERED, LINK_AGAIN -> false;
      case RESCHEDULED, MOVE_REQUESTED, HANDED_OVER, CANCELLED, DECLINED, EXPIRED ->
          bookings.history(notice.bookingId()).stream()
              .filter(entry -> !entry.happenedAt().isAfter(notice.occasion().at()))
              .anyMatch(entry -> AGREEING.contains(entry.event()));
    };
  }
}
