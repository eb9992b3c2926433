package org.meetwright.server.invite;

import java.net.URI;
import java.text.ListFormat;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Feature;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Conference;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.eventtype.Location.LocationKind;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.invite.CalendarObject.Method;
import org.meetwright.server.text.Translations;

/// Makes the iCalendar objects of bookings. Times are written in UTC, so no object needs the
/// definition of a time zone.
public final class CalendarObjects {
  static final String PRODUCT = "-//Meetwright//Meetwright//EN";

  private final EmailAddress sender;

  /// Creates the maker.
  ///
  /// @param sender who sends in the hosts' name
  public CalendarObjects(EmailAddress sender) {
    this.sender = sender;
  }

  /// Returns what fits a booking's status: an event that is agreed is asked for, one that is not
  /// yet is only shown, one that is ended is cancelled.
  public static Method methodFor(BookingStatus status) {
    return switch (status) {
      case CONFIRMED -> Method.REQUEST;
      case PENDING -> Method.PUBLISH;
      case CANCELLED, DECLINED -> Method.CANCEL;
    };
  }

  /// Makes the object of a booking.
  ///
  /// @param copy whose calendar it is for
  public CalendarObject make(
      Method method, Booking booking, CalendarRevision revision, EventCopy copy) {
    VEvent event = new VEvent(false);
    event.add(new Uid(booking.calendarUid()));
    event.add(new Sequence(revision.sequence()));
    event.add(new DtStamp(revision.at().truncatedTo(ChronoUnit.SECONDS)));
    event.add(new DtStart<>(revision.start()));
    event.add(new DtEnd<>(revision.end()));
    event.add(status(method, booking));
    event.add(new Summary(summary(booking)));
    addPlace(event, booking, copy);
    if (method != Method.CANCEL) {
      event.add(new Description(copy.description(booking)));
    }
    event.add(Attendees.organizer(booking, sender));
    if (method != Method.PUBLISH) {
      // RFC 5546 section 3.2.1: what is published asks nobody.
      Attendees.of(booking).forEach(event::add);
    }
    return new CalendarObject(method, ContentLines.fold(calendar(method, event).toString()));
  }

  private static Calendar calendar(Method method, VEvent event) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId(PRODUCT));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(
        switch (method) {
          case REQUEST -> ImmutableMethod.REQUEST;
          case CANCEL -> ImmutableMethod.CANCEL;
          case PUBLISH -> ImmutableMethod.PUBLISH;
        });
    calendar.add(event);
    return calendar;
  }

  /// What stood on calendars and was moved stands there until the host has confirmed the new time.
  private static Status status(Method method, Booking booking) {
    return switch (method) {
      case REQUEST ->
          booking.status() == BookingStatus.PENDING
              ? ImmutableStatus.VEVENT_TENTATIVE
              : ImmutableStatus.VEVENT_CONFIRMED;
      case CANCEL -> ImmutableStatus.VEVENT_CANCELLED;
      case PUBLISH -> ImmutableStatus.VEVENT_TENTATIVE;
    };
  }

  /// Returns the title, the same for all readers: "30-minute call: Ada Lovelace and Bob Brown".
  public static String summary(Booking booking) {
    List<String> names = new ArrayList<>(booking.hosts().stream().map(MeetingHost::name).toList());
    names.add(booking.invitee().name());
    Locale locale = Translations.readable(booking.invitee().locale());
    String people =
        ListFormat.getInstance(locale, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
            .format(names);
    return booking.eventTypeName() + ": " + people;
  }

  /// Tells where it takes place.
  static void addPlace(VEvent event, Booking booking, EventCopy copy) {
    var place = booking.location();
    if (place == null || place.value().isEmpty()) {
      return;
    }
    copy.place(booking).ifPresent(where -> event.add(new Location(where)));
    URI link = place.link();
    if (link != null) {
      event.add(new Url(link));
      if (place.kind() != LocationKind.LINK) {
        event.add(conference(link));
      }
    }
  }

  /// Returns the way into a meeting that has a link of its own (RFC 7986).
  private static Conference conference(URI link) {
    Conference conference = new Conference(link.toString());
    conference.add(Value.URI);
    conference.add(Feature.VIDEO);
    return conference;
  }
}
