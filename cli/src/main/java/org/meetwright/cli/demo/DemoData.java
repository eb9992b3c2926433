package org.meetwright.cli.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.meetwright.core.Core;
import org.meetwright.core.access.password.PasswordRules;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.Attendance;
import org.meetwright.core.eventtype.Correspondence;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Listing;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.eventtype.rule.Bounds;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.eventtype.rule.Timing;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts.NewHost;
import org.meetwright.core.host.Role;
import org.meetwright.core.question.Question;
import org.meetwright.core.schedule.DateOverride;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.team.Team;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.Ids;

/// Makes up two hosts and a team with event types and bookings, as anyone could by the services.
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

  private final Core core;
  private final String password;
  private final DemoCalendar calendar;

  /// Creates the data.
  ///
  /// @param password what the hosts sign in with
  /// @param calendar takes time of the first host
  DemoData(Core core, String password, DemoCalendar calendar) {
    this.core = core;
    this.password = password;
    this.calendar = calendar;
  }

  /// Writes everything and returns the first of the bookings.
  Booking write() {
    Host host = host("ada", "Ada Lovelace", Role.ADMIN);
    Host other = host("charles", "Charles Babbage", Role.HOST);
    overrideADate(host);
    calendar.connect(core, host);
    EventType intro = core.eventTypes().add(intro(host));
    EventType consultation = core.eventTypes().add(consultation(host));
    EventType workshop = core.eventTypes().add(DemoGroups.workshop(host));
    Team team = core.teams().add(DemoGroups.team(host, other));
    EventType advice = core.eventTypes().add(DemoGroups.advice(team));
    return book(List.of(intro, consultation, workshop, advice));
  }

  private Host host(String name, String fullName, Role role) {
    Handle handle = new Handle(name);
    EmailAddress email = new EmailAddress(name + "@example.org");
    String hash = PasswordRules.of(handle, fullName, email).hash(password);
    return core.hosts().add(new NewHost(handle, fullName, email, ZONE, Locale.ENGLISH, hash, role));
  }

  private void overrideADate(Host host) {
    Schedule schedule = core.schedules().list(host.id()).getFirst();
    DateOverride shortDay =
        new DateOverride(today().plusDays(7), List.of(LocalHours.parse("10:00", "14:00")));
    core.schedules()
        .replace(
            new Schedule(
                schedule.id(),
                host.id(),
                schedule.name(),
                schedule.timeZone(),
                true,
                schedule.weeklyHours(),
                List.of(shortDay)));
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
            new Location(Location.Kind.LINK, "https://video.example.org/ada")),
        Correspondence.asking(
            new Question(
                Ids.next(), "What is it about?", Question.Kind.LONG_TEXT, false, List.of()),
            new Question(
                Ids.next(),
                "How did you hear of me?",
                Question.Kind.ONE_OF,
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
            new Location(Location.Kind.IN_PERSON, "12 Analytical Row, New York")),
        Correspondence.asking(),
        Policies.FREE);
  }

  /// Books an offered time for each invitee, spread over the next days.
  private Booking book(List<EventType> eventTypes) {
    Booking last = null;
    for (int i = INVITEES.size() - 1; i >= 0; i--) {
      EventType eventType = eventTypes.get(i % eventTypes.size());
      long[] offered =
          core.availability().slots(eventType, today(), today().plusDays(DAYS), ZONE).starts();
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
    if (core.bookingDesk().book(request, Actor.INVITEE) instanceof BookOutcome.Booked booked) {
      return booked.booking();
    }
    throw new IllegalStateException("An offered time could not be booked: " + start);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(core.clock().instant(), ZONE);
  }

  private static Invitee invitee(String name, String email, String zone) {
    return new Invitee(name, new EmailAddress(email), ZoneId.of(zone), Locale.ENGLISH);
  }
}
