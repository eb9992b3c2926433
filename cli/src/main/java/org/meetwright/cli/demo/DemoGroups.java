package org.meetwright.cli.demo;

import java.util.List;
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
import org.meetwright.core.team.Team;
import org.meetwright.core.team.TeamMember;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.Ids;

/// The teams and group meetings of the demo.
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
  static EventType advice(Team team) {
    return new EventType(
        Ids.next(),
        team.ownerId(),
        Listing.of(ADVICE, "Advice", "Half an hour with whoever of us is free.")
            .withColor("#3b6ea5"),
        Timing.ofMinutes(30),
        Bounds.USUAL.withNotice(120),
        Attendance.of(new Assignment.RoundRobin(team.id()), online("advice")),
        Correspondence.asking(),
        Policies.FREE);
  }

  /// A meeting that several invitees share.
  static EventType workshop(Host host) {
    return new EventType(
        Ids.next(),
        host.id(),
        Listing.of(
                WORKSHOP,
                "Workshop",
                "Two hours on writing your first programme, six people at most.")
            .withColor("#a5692b"),
        Timing.ofMinutes(120).withBuffers(0, 15),
        Bounds.USUAL.withNotice(24 * 60),
        Attendance.of(new Assignment.OneHost(), online("workshop")).withSeats(6),
        Correspondence.asking(),
        Policies.FREE);
  }

  private static Location online(String room) {
    return new Location(Location.LocationKind.LINK, "https://video.example.org/" + room);
  }
}
