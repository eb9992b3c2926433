package org.meetwright.server.client;

import java.util.List;
import java.util.UUID;
import org.meetwright.server.api.model.colleague.ApiColleague;
import org.meetwright.server.api.model.colleague.ApiTeamBooking;
import org.meetwright.server.api.model.colleague.TeamBookingsQuery;
import org.meetwright.server.api.model.team.ApiMembership;
import org.meetwright.server.api.model.team.ApiTeam;
import org.meetwright.server.api.model.team.TeamRequest;
import org.meetwright.server.client.call.ApiExchange;
import org.meetwright.server.client.call.Call;

/// The teams that a host has made, and those that he is in.
public final class TeamCalls {
  private final ApiExchange exchange;

  TeamCalls(ApiExchange exchange) {
    this.exchange = exchange;
  }

  /// Returns all teams of the host.
  public List<ApiTeam> listTeams() {
    return exchange.send(Call.of("GET /api/v1/teams"), ApiTeam.Listing.class).teams();
  }

  /// Adds a team.
  public ApiTeam addTeam(TeamRequest request) {
    return exchange.send(Call.of("POST /api/v1/teams"), request, ApiTeam.class);
  }

  /// Returns one.
  public ApiTeam getTeam(UUID id) {
    return exchange.send(Call.of("GET /api/v1/teams/{id}", id), ApiTeam.class);
  }

  /// Puts another in place of one.
  public ApiTeam replaceTeam(UUID id, TeamRequest request) {
    return exchange.send(Call.of("PUT /api/v1/teams/{id}", id), request, ApiTeam.class);
  }

  /// Deletes one.
  public void deleteTeam(UUID id) {
    exchange.answer(Call.of("DELETE /api/v1/teams/{id}", id));
  }

  /// Returns the teams that the host is in or invited into.
  public List<ApiMembership> listMemberships() {
    return exchange
        .send(Call.of("GET /api/v1/me/memberships"), ApiMembership.Listing.class)
        .memberships();
  }

  /// Accepts an invitation.
  ///
  /// @param team its id or handle
  public ApiMembership acceptMembership(String team) {
    return exchange.send(
        Call.of("POST /api/v1/me/memberships/{team}/accept", team), ApiMembership.class);
  }

  /// Leaves a team, or declines its invitation.
  ///
  /// @param team its id or handle
  public void leaveTeam(String team) {
    exchange.answer(Call.of("DELETE /api/v1/me/memberships/{team}", team));
  }

  /// Returns the members of a team that the host owns or belongs to.
  public List<ApiColleague> listTeamMembers(UUID id) {
    return exchange
        .send(Call.of("GET /api/v1/teams/{id}/members", id), ApiColleague.Listing.class)
        .members();
  }

  /// Returns a page of the bookings of a team that the host owns or belongs to, by start.
  public ApiTeamBooking.Listing listTeamBookings(UUID id, TeamBookingsQuery query) {
    return exchange.send(
        Call.of("GET /api/v1/teams/{id}/bookings", id)
            .query("from", query.from())
            .query("to", query.to())
            .query("limit", query.limit())
            .query("cursor", query.cursor()),
        ApiTeamBooking.Listing.class);
  }
}
