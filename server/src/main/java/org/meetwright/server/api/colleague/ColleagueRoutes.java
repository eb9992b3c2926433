package org.meetwright.server.api.colleague;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.Bookings.Position;
import org.meetwright.core.colleague.Colleagues;
import org.meetwright.core.colleague.Turn;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.TeamMember;
import org.meetwright.server.api.booking.BookingTranslation;
import org.meetwright.server.api.booking.Cursor;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.Path;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.Query;
import org.meetwright.server.api.model.colleague.ApiColleague;
import org.meetwright.server.api.model.colleague.ApiTeamBooking;

/// The bookings and the members of a team, for its owner and its members.
public final class ColleagueRoutes implements HttpService {
  private static final int USUAL = 50;
  private static final int MOST = 100;

  private final Colleagues colleagues;
  private final Hosts hosts;
  private final Authentication authentication;

  /// Creates the routes.
  public ColleagueRoutes(Colleagues colleagues, Hosts hosts, Authentication authentication) {
    this.colleagues = colleagues;
    this.hosts = hosts;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/{id}/bookings", this::bookings).get("/{id}/members", this::members);
  }

  private Team team(Host host, ServerRequest request) {
    UUID id = Path.id(request);
    return colleagues
        .team(host.id(), id)
        .orElseThrow(() -> ProblemException.notFound("team", id.toString()));
  }

  private void bookings(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    Team team = team(host, request);
    Query query = new Query(request);
    int limit = query.limit(USUAL, MOST);
    Position after = query.optional("cursor").map(Cursor::parse).orElse(null);
    Colleagues.Page page =
        colleagues.bookings(team, query.from(host), query.until(host), after, limit);
    Position next = page.next();
    Json.send(
        response,
        new ApiTeamBooking.Listing(
            page.bookings().stream().map(booking -> told(team, booking, host)).toList(),
            next == null ? null : Cursor.print(next)));
  }

  private static ApiTeamBooking told(Team team, Booking booking, Host reader) {
    return new ApiTeamBooking(
        booking.id(),
        booking.status().word(),
        booking.start(),
        booking.end(),
        BookingTranslation.eventType(booking),
        BookingTranslation.hosts(booking),
        Colleagues.mayKnowInvitee(team, booking, reader.id())
            ? BookingTranslation.toApi(booking.invitee())
            : null);
  }

  private void members(ServerRequest request, ServerResponse response) {
    Team team = team(authentication.host(request), request);
    Map<UUID, List<Turn>> turns = colleagues.turns(team);
    Json.send(
        response,
        new ApiColleague.Listing(
            team.members().stream()
                .map(member -> told(member, turns.getOrDefault(member.hostId(), List.of())))
                .toList()));
  }

  private ApiColleague told(TeamMember member, List<Turn> turns) {
    Host host = hosts.find(member.hostId()).orElseThrow();
    return new ApiColleague(
        host.handle().value(),
        host.name(),
        member.weight(),
        member.priority(),
        member.membership().word(),
        turns.stream()
            .map(
                turn ->
                    new ApiColleague.ApiTurn(
                        new ApiColleague.EventTypeOfTeam(
                            turn.eventTypeId(), turn.slug(), turn.name()),
                        turn.meetings(),
                        turn.behind()))
            .toList());
  }
}
