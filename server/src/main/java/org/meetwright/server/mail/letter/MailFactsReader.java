package org.meetwright.server.mail.letter;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingEvent;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.booking.InviteeTerms;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.team.Bookable;
import org.meetwright.core.team.Bookables;
import org.meetwright.core.value.Handle;
import org.meetwright.server.mail.letter.MailFacts.HostWays;
import org.meetwright.server.mail.letter.MailFacts.Ways;

/// Gathers the facts for mails.
public final class MailFactsReader {
  private static final Set<BookingEvent> AGREEING =
      EnumSet.of(BookingEvent.BOOKED, BookingEvent.CONFIRMED);

  private final InstantSource clock;
  private final Hosts hosts;
  private final Bookables bookables;
  private final EventTypes eventTypes;
  private final Bookings bookings;
  private final Predicate<UUID> isWritten;
  private final MailLinks links;

  /// Creates the service.
  ///
  /// @param isWritten whether the meetings of a host are written into his calendar
  public MailFactsReader(
      InstantSource clock,
      Hosts hosts,
      Bookables bookables,
      EventTypes eventTypes,
      Bookings bookings,
      Predicate<UUID> isWritten,
      MailLinks links) {
    this.clock = clock;
    this.hosts = hosts;
    this.bookables = bookables;
    this.eventTypes = eventTypes;
    this.bookings = bookings;
    this.isWritten = isWritten;
    this.links = links;
  }

  /// Returns the story of a notice.
  ///
  /// @param booking the notice's booking as it is now
  public MailFacts tell(BookingNotice notice, Booking booking) {
    Optional<EventType> eventType =
        Optional.ofNullable(booking.eventTypeId()).flatMap(eventTypes::find);
    return new MailFacts(
        notice,
        booking.with(hostsToldOf(notice, booking)),
        wasAgreed(notice),
        isWrittenForReader(notice),
        eventType.orElse(null),
        InviteeTerms.of(booking, eventType.orElse(null), clock.instant()),
        new Ways(
            links.manage(booking),
            booking.guestsWait() && booking.status() == BookingStatus.CONFIRMED
                ? links.guests(booking)
                : null,
            eventType
                .filter(type -> type.active() && !type.policies().requiresLink())
                .map(type -> links.page(page(booking, type)))
                .orElse(null),
            hostWays(notice, booking, eventType.orElse(null))));
  }

  private boolean isWrittenForReader(BookingNotice notice) {
    UUID hostId = notice.recipient().hostId();
    return hostId != null && isWritten.test(hostId);
  }

  /// A host who has given the meeting away has nothing to answer.
  private @Nullable HostWays hostWays(
      BookingNotice notice, Booking booking, @Nullable EventType eventType) {
    UUID hostId = notice.recipient().hostId();
    if (hostId == null || !booking.isWith(hostId)) {
      return null;
    }
    return new HostWays(
        links.host(booking, hostId),
        links.account(booking),
        booking.isOpen(clock.instant()),
        eventType != null && eventType.active());
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
      case BOOKED, CONFIRMED, REMINDER, FOLLOW_UP -> true;
      case REQUESTED, UNANSWERED, LINK_AGAIN -> false;
      case RESCHEDULED,
          MOVE_REQUESTED,
          HOST_CHANGED,
          HANDED_OVER,
          CANCELLED,
          DECLINED,
          EXPIRED,
          LOCAL_TIME ->
          bookings.history(notice.bookingId()).stream()
              .filter(entry -> !entry.happenedAt().isAfter(notice.occasion().at()))
              .anyMatch(entry -> AGREEING.contains(entry.event()));
    };
  }
}
