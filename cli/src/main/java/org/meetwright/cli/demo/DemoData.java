package org.meetwright.cli.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.meetwright.core.availability.Availability;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.booking.desk.BookingDesk;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.Attendance;
import org.meetwright.core.eventtype.Correspondence;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.eventtype.Listing;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.eventtype.rule.Bounds;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.eventtype.rule.Timing;
import org.meetwright.core.host.Host;
import org.meetwright.core.question.Question;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.Teams;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Ids;

/// Makes up a team, event types and bookings, as anyone could by the services.
final class DemoData {
  static final String INTRO = "intro";
  static final String CONSULTATION = "consultation";

  static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final int DAYS = 10;
  private static final List<Invitee> INVITEES =
      List.of(
          invitee("Grace Hopper", "grace@example.com", "America/New_York"),
          invitee("Alan Turing", "alan@example.org", "Europe/London"),
          invitee("Katherine Johnson", "katherine@example.net", "America/Chicago"),
          invitee("Edsger Dijkstra", "edsger@example.org", "Europe/Amsterdam"),
          invitee("Radia Perlman", "radia@example.com", "America/Los_Angeles"));

  private final EventTypes eventTypes;
  private final Teams teams;
  private final Availability availability;
  private final BookingDesk desk;
  private final LocalDate today;

  /// Creates the data.
  DemoData(
      EventTypes eventTypes,
      Teams teams,
      Availability availability,
      BookingDesk desk,
      LocalDate today) {
    this.eventTypes = eventTypes;
    this.teams = teams;
    this.availability = availability;
    this.desk = desk;
    this.today = today;
  }

  /// Writes everything and returns the first of the bookings.
  Booking write(Host host, Host other) {
    EventType intro = eventTypes.add(intro(host));
    EventType consultation = eventTypes.add(consultation(host));
    EventType workshop = eventTypes.add(DemoGroups.workshop(host));
    Team team = teams.add(DemoGroups.team(host, other));
    EventType advice = eventTypes.add(DemoGroups.advice(team));
    return book(List.of(intro, consultation, workshop, advice));
  }

  private static EventType intro(Host host) {
    return new EventType(
        Ids.next(),
        host.id(),
        Listing.of(INTRO, "Intro call", "A first call to get to know each other."),
        Timing.ofMinutes(30).withBuffers(5, 5),
        Bounds.USUAL.withNotice(120),
        Attendance.of(
            new Assignment.OneHost(),
            new Location(Location.LocationKind.LINK, "https://video.example.org/ada")),
        Correspondence.asking(
            new Question(
                Ids.next(), "What is it about?", Question.AnswerKind.LONG_TEXT, false, List.of()),
            new Question(
                Ids.next(),
                "How did you hear of me?",
                Question.AnswerKind.ONE_OF,
                false,
                List.of("A friend", "A talk", "The web"))),
        Policies.FREE);
  }

  private static EventType consultation(Host host) {
    return new EventType(
        Ids.next(),
        host.id(),
        Listing.of(CONSULTATION, "Consultation", "An hour on your question, in my office.")
            .withColor("#8a4f7d"),
        Timing.ofMinutes(60).withBuffers(0, 15),
        Bounds.USUAL.withNotice(24 * 60).withMostPerDay(3),
        Attendance.of(
            new Assignment.OneHost(),
            new Location(Location.LocationKind.IN_PERSON, "12 Analytical Row, New York")),
        Correspondence.asking(),
        Policies.FREE);
  }

  /// Books an offered time for each invitee, spread over the next days.
  private Booking book(List<EventType> types) {
    Booking last = null;
    for (int i = INVITEES.size() - 1; i >= 0; i--) {
      EventType eventType = types.get(i % types.size());
      long[] offered = availability.slots(eventType, today, today.plusDays(DAYS), ZONE).starts();
      Instant start = Instant.ofEpochSecond(offered[offered.length * i / INVITEES.size()]);
      last = book(eventType, start, INVITEES.get(i));
    }
    if (last == null) {
      throw new IllegalStateException("Nobody booked");
    }
    return last;
  }

  private Booking book(EventType eventType, Instant start, Invitee invitee) {
    BookRequest request = BookRequest.of(eventType.id(), start, invitee);
    if (desk.book(request, Actor.INVITEE) instanceof BookOutcome.Booked booked) {
      return booked.booking();
    }
    throw new IllegalStateException("An offered time could not be booked: " + start);
  }

  private static Invitee invitee(String name, String email, String zone) {
    return new Invitee(name, new EmailAddress(email), ZoneId.of(zone), Locale.ENGLISH);
  }
}
