package org.meetwright.core.colleague;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.availability.HostRotation;
import org.meetwright.core.availability.Rotation;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.booking.Bookings.Position;
import org.meetwright.core.colleague.ColleagueMapper.StartRow;
import org.meetwright.core.colleague.ColleagueMapper.TypeRow;
import org.meetwright.core.database.Database;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.TeamMember;
import org.meetwright.core.team.Teams;

/// What the owner and the members of a team see of it. Those who are only invited see nothing.
public final class Colleagues {
  private static final Duration COUNTED = Duration.ofDays(90);

  /// Of so many event types the turns are told.
  private static final int MOST_TYPES = 50;

  private final Database database;
  private final InstantSource clock;
  private final Teams teams;
  private final Bookings bookings;

  /// Creates the service.
  public Colleagues(Database database, InstantSource clock, Teams teams, Bookings bookings) {
    this.database = database;
    this.clock = clock;
    this.teams = teams;
    this.bookings = bookings;
  }

  /// A page of a team's bookings, by start.
  ///
  /// @param next where the next page begins; null if this is the last one
  public record Page(List<Booking> bookings, @Nullable Position next) {}

  /// Returns a team as one of its hosts sees it, the owner with those who are only invited; empty
  /// if there is none, or he is neither its owner nor a member.
  public Optional<Team> team(UUID hostId, UUID teamId) {
    return teams.find(teamId).flatMap(team -> seen(team, hostId));
  }

  private static Optional<Team> seen(Team team, UUID hostId) {
    if (team.ownerId().equals(hostId)) {
      return Optional.of(team);
    }
    boolean member =
        team.accepted().stream().map(TeamMember::hostId).anyMatch(id -> id.equals(hostId));
    return member
        ? Optional.of(
            new Team(team.id(), team.ownerId(), team.handle(), team.name(), team.accepted()))
        : Optional.empty();
  }

  /// Returns who may know whom a booking of a team is with: its hosts, and the team's owner.
  public static boolean mayKnowInvitee(Team team, Booking booking, UUID hostId) {
    return team.ownerId().equals(hostId) || booking.isWith(hostId);
  }

  /// Returns a page of the bookings of a team's event types, by start.
  ///
  /// @param from earliest start, inclusive; null for any
  /// @param until latest start, exclusive; null for any
  /// @param after where the page begins; null for the first
  /// @param limit how many at most, at least 1
  public Page bookings(
      Team team,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable Position after,
      int limit) {
    List<StartRow> rows =
        database.read(
            tx ->
                tx.mapper(ColleagueMapper.class)
                    .bookings(
                        team.id(),
                        from,
                        until,
                        after == null ? null : after.start(),
                        after == null ? null : after.id(),
                        limit + 1));
    List<StartRow> page = rows.subList(0, Math.min(limit, rows.size()));
    List<Booking> found = new ArrayList<>();
    page.forEach(row -> bookings.find(row.id()).ifPresent(found::add));
    StartRow last = rows.size() > limit ? page.getLast() : null;
    return new Page(found, last == null ? null : new Position(last.startsAt(), last.id()));
  }

  /// Returns, for each member, how far behind he is in the round-robin event types of a team.
  public Map<UUID, List<Turn>> turns(Team team) {
    Instant since = clock.instant().minus(COUNTED);
    return database.consistentRead(
        tx -> {
          Map<UUID, List<Turn>> turns = new HashMap<>();
          for (TypeRow type : tx.mapper(ColleagueMapper.class).roundRobins(team.id(), MOST_TYPES)) {
            List<HostRotation.Candidate> members =
                Rotation.members(tx, type.id(), team.id(), since);
            for (HostRotation.Candidate member : members) {
              turns
                  .computeIfAbsent(member.hostId(), none -> new ArrayList<>())
                  .add(
                      new Turn(
                          type.id(),
                          type.slug(),
                          type.name(),
                          member.meetings(),
                          HostRotation.behind(member, members)));
            }
          }
          return turns;
        });
  }
}
