package org.meetwright.server.invite;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableClazz;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.notice.BookingNotice.Audience;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.feed.FeedMeetings.FeedMeeting;

/// Makes the events of a feed. UID and SEQUENCE are those of the invitations. Nobody is invited by
/// a feed: it has neither ORGANIZER nor ATTENDEE, because some calendars write to those.
///
/// @param tell adds what the reader may know besides the time
record FeedEvent(BiConsumer<VEvent, Booking> tell) {
  /// How long a description may be, in characters: a feed has many.
  static final int LONGEST_DESCRIPTION = 2000;

  private static final String SHORTENED = "…";

  /// Returns the events for someone who may know times alone.
  ///
  /// @param summary what each is called
  static FeedEvent busy(String summary) {
    return new FeedEvent(
        (event, _) -> {
          event.add(new Summary(summary));
          event.add(ImmutableClazz.PRIVATE);
        });
  }

  /// Returns the events for someone who may know what the host knows.
  ///
  /// @param eventTypes finds event types; empty for one that has been deleted
  static FeedEvent full(Locale locale, Function<UUID, Optional<EventType>> eventTypes) {
    Map<UUID, Optional<EventType>> found = new HashMap<>();
    return new FeedEvent(
        (event, booking) -> {
          event.add(new Summary(CalendarObjects.summary(booking)));
          CalendarObjects.addPlace(
              event, booking, new EventCopy(Audience.HOST, locale, null, null));
          if (booking.status().holdsTime()) {
            UUID typeId = booking.eventTypeId();
            EventType type =
                typeId == null ? null : found.computeIfAbsent(typeId, eventTypes).orElse(null);
            String description =
                new EventCopy(Audience.HOST, locale, type, null).description(booking);
            event.add(new Description(shortened(description)));
          }
        });
  }

  /// Returns the event of a booking.
  VEvent of(FeedMeeting meeting) {
    Booking booking = meeting.booking();
    CalendarRevision revision = CalendarRevision.of(booking, meeting.changedAt());
    VEvent event = new VEvent(false);
    event.add(new Uid(booking.calendarUid()));
    event.add(new Sequence(revision.sequence()));
    event.add(new DtStamp(revision.at().truncatedTo(ChronoUnit.SECONDS)));
    event.add(new LastModified(revision.at().truncatedTo(ChronoUnit.SECONDS)));
    event.add(new DtStart<>(revision.start()));
    event.add(new DtEnd<>(revision.end()));
    event.add(status(booking.status()));
    event.add(booking.status().holdsTime() ? ImmutableTransp.OPAQUE : ImmutableTransp.TRANSPARENT);
    event.add(new XProperty("X-MICROSOFT-CDO-BUSYSTATUS", busyStatus(booking.status())));
    tell.accept(event, booking);
    return event;
  }

  private static Status status(BookingStatus status) {
    return switch (status) {
      case CONFIRMED -> ImmutableStatus.VEVENT_CONFIRMED;
      case PENDING -> ImmutableStatus.VEVENT_TENTATIVE;
      case CANCELLED, DECLINED -> ImmutableStatus.VEVENT_CANCELLED;
    };
  }

  private static String busyStatus(BookingStatus status) {
    return switch (status) {
      case CONFIRMED -> "BUSY";
      case PENDING -> "TENTATIVE";
      case CANCELLED, DECLINED -> "FREE";
    };
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST_DESCRIPTION) {
      return text;
    }
    int end = LONGEST_DESCRIPTION - SHORTENED.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + SHORTENED;
  }
}
