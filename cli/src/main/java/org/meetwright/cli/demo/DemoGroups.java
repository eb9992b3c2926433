package org.meetwright.cli.demo;

import java.time.Instant;
import java.util.List;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.BookingWindow;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.eventtype.Policies;
import org.meetwright.core.host.Host;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.TeamMember;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.Ids;

/// What the demo shows of teams and group meetings.
final class DemoGroups {
  static final String TEAM = "engines";
  static final String ADVICE = "advice";
  static final String WORKSHOP = "workshop";

  private DemoGroups() {}

  static Team team(Host owner, Host other) {
    return new Team(
        Ids.next(),
        owner.id(),
        new Handle(TEAM),
        "Analytical Engines",
        List.of(
            new TeamMember(owner.id(), TeamMember.DEFAULT_WEIGHT, 0),
            new TeamMember(other.id(), TeamMember.DEFAULT_WEIGHT, 0)));
  }

  /// A call that the members of the team take in turn.
  static EventType advice(Team team, Instant now) {
    return new EventType(
        Ids.next(),
        team.ownerId(),
        ADVICE,
        "Advice",
        "Half an hour with whoever of us is free.",
        30,
        30,
        0,
        0,
        120,
        new BookingWindow.Rolling(EventType.DEFAULT_WINDOW_DAYS),
        null,
        null,
        1,
        new Assignment.RoundRobin(team.id()),
        false,
        false,
        true,
        "#3b6ea5",
        online("advice"),
        null,
        List.of(),
        EventType.DEFAULT_REMINDERS,
        Policies.FREE,
        now);
  }

  /// A meeting that several invitees share.
  static EventType workshop(Host host, Instant now) {
    return new EventType(
        Ids.next(),
        host.id(),
        WORKSHOP,
        "Workshop",
        "Two hours on writing your first programme, six people at most.",
        120,
        120,
        0,
        15,
        24 * 60,
        new BookingWindow.Rolling(EventType.DEFAULT_WINDOW_DAYS),
        null,
        null,
        6,
        new Assignment.OneHost(),
        false,
        false,
        true,
        "#a5692b",
        online("workshop"),
        null,
        List.of(),
        EventType.DEFAULT_REMINDERS,
        Policies.FREE,
        now);
  }

  private static Location online(String room) {
    return new Location(Location.Kind.LINK, "https://video.example.org/" + room);
  }
}
