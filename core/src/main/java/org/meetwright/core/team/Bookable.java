package org.meetwright.core.team;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.Handle;

/// The owner of a handle: a host or a team.
///
/// @param id the host's or the team's id, under which event types stand
/// @param ownerId the host himself, or the one who made the team
/// @param timeZone the host's zone, or that of the team's owner
/// @param hosts the host himself, or the team's members by id, if it has any
public record Bookable(
    UUID id, UUID ownerId, Handle handle, String name, ZoneId timeZone, List<Host> hosts) {

  /// Creates it.
  public Bookable {
    hosts = List.copyOf(hosts);
  }

  static Bookable of(Host host) {
    return new Bookable(
        host.id(), host.id(), host.handle(), host.name(), host.timeZone(), List.of(host));
  }

  static Bookable of(Team team, ZoneId timeZone, List<Host> members) {
    return new Bookable(team.id(), team.ownerId(), team.handle(), team.name(), timeZone, members);
  }

  /// Returns whether this is a team.
  public boolean team() {
    return hosts.stream().noneMatch(host -> host.id().equals(id));
  }

  /// Returns whether bookings are taken at present: not if the host is switched off, or all members
  /// of the team are. A team without members takes them, and offers nothing.
  public boolean active() {
    return hosts.isEmpty() || hosts.stream().anyMatch(Host::active);
  }
}
