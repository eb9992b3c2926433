package org.meetwright.server.pages.host;

import java.util.List;
import org.meetwright.core.team.Bookable;
import org.meetwright.server.pages.frame.Shell;

/// The page of a host or team.
///
/// @param members the names of a team's members; empty for a host
/// @param events what can be booked
public record HostView(
    Shell shell, String name, String initials, String members, List<EventInfo> events) {

  /// Makes the page.
  public static HostView of(Shell shell, Bookable who, List<EventInfo> events) {
    return new HostView(
        shell, who.name(), EventInfo.initials(who.name()), EventInfo.members(who), events);
  }
}
