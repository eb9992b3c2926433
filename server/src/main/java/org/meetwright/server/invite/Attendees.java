package org.meetwright.server.invite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.SentBy;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Organizer;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.value.EmailAddress;

/// The people of a calendar event. Host and invitee have agreed already; guests are asked.
final class Attendees {
  private final List<Attendee> attendees = new ArrayList<>();
  private final Set<EmailAddress> named = new HashSet<>();

  private Attendees() {}

  /// Returns everyone of a booking, each address once: hosts, invitee, guests.
  static List<Attendee> of(Booking booking) {
    Attendees all = new Attendees();
    for (MeetingHost host : booking.hosts()) {
      all.add(host.email(), host.name(), true);
    }
    all.add(booking.invitee().email(), booking.invitee().name(), true);
    for (EmailAddress guest : booking.guests()) {
      all.add(guest, guest.value(), false);
    }
    return all.attendees;
  }

  private void add(EmailAddress address, String name, boolean agreed) {
    if (!named.add(address)) {
      return;
    }
    Attendee attendee = new Attendee(MailtoUris.of(address));
    attendee.add(new Cn(name));
    attendee.add(Role.REQ_PARTICIPANT);
    attendee.add(agreed ? PartStat.ACCEPTED : PartStat.NEEDS_ACTION);
    if (!agreed) {
      attendee.add(Rsvp.TRUE);
    }
    attendees.add(attendee);
  }

  /// Returns the organizer: the first host.
  ///
  /// @param sender who sends in his name
  static Organizer organizer(Booking booking, EmailAddress sender) {
    MeetingHost host = booking.hosts().getFirst();
    Organizer organizer = new Organizer(MailtoUris.of(host.email()));
    organizer.add(new Cn(host.name()));
    if (!host.email().equals(sender)) {
      organizer.add(new SentBy(MailtoUris.of(sender)));
    }
    return organizer;
  }
}
