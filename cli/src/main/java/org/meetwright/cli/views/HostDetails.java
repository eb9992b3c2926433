package org.meetwright.cli.views;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.meetwright.core.account.standing.HostHoldings;
import org.meetwright.core.account.standing.HostHoldings.TeamShare;
import org.meetwright.core.host.Host;
import org.meetwright.core.traces.ErasedValues;
import org.meetwright.server.api.host.HostTranslation;
import org.meetwright.server.api.model.host.ApiHost;

/// A host as JSON: as the API shows him to the operator, with what he has.
///
/// Wide: it has the keys of the API's host.
///
/// @param state `on`, `off` or `erased`
public record HostDetails(
    UUID id,
    String handle,
    String name,
    String email,
    String timeZone,
    String locale,
    String role,
    boolean active,
    String state,
    Has has) {

  /// What he has, under the keys that were always told.
  ///
  /// @param offer what invitees can book
  public record Has(
      HostHoldings.Meetings meetings,
      HostHoldings.Setup offer,
      HostHoldings.Keys keys,
      List<TeamShare> teams) {
    /// Creates the holdings.
    public Has {
      teams = List.copyOf(teams);
    }
  }

  /// Returns a host as JSON.
  public static HostDetails of(Host host, HostHoldings has) {
    ApiHost told = HostTranslation.toApi(host);
    return new HostDetails(
        told.id(),
        told.handle(),
        told.name(),
        told.email(),
        told.timeZone(),
        told.locale(),
        told.role(),
        told.active(),
        state(host),
        new Has(has.meetings(), has.setup(), has.keys(), has.teams()));
  }

  /// Returns whether a host is on, off or erased.
  public static String state(Host host) {
    if (ErasedValues.is(host.email())) {
      return "erased";
    }
    return host.active() ? "on" : "off";
  }

  /// Returns the teams of a host in words.
  public static String teams(HostHoldings has) {
    return has.teams().isEmpty()
        ? "none"
        : has.teams().stream().map(HostDetails::words).collect(Collectors.joining(", "));
  }

  private static String words(TeamShare team) {
    if (!team.owned()) {
      return team.handle();
    }
    return team.handle()
        + (team.successor() == null
            ? " (his; nobody else is in it)"
            : " (his; then " + team.successor() + "'s)");
  }
}
