package org.meetwright.server.route;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// All routes of a server.
public final class RouteTable {
  private final List<Route> routes = new CopyOnWriteArrayList<>();

  void add(Route route) {
    routes.add(route);
  }

  /// Returns all routes.
  public List<Route> routes() {
    return List.copyOf(routes);
  }

  /// Returns who would have been answered at a path, for what is refused before it comes to a
  /// route. Nothing else is decided by it.
  ///
  /// @param path as it was sent
  public Audience audience(String path) {
    return routes.stream()
        .filter(route -> route.leadsFrom(path))
        .findFirst()
        .map(route -> route.area().audience())
        .orElse(Audience.INVITEE);
  }
}
