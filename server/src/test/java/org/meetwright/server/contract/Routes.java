package org.meetwright.server.contract;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.route.Area;
import org.meetwright.server.route.Route;

/// Which routes a server has, as `GET /path`; those of any method are left out.
public final class Routes {
  private Routes() {}

  /// Returns the routes that a server has for programs.
  public static Set<String> of(ServerFixture fixture) {
    return those(fixture, route -> route.area().audience().isProgram());
  }

  /// Returns those of them that are of the API: calendar services know theirs without a document.
  public static Set<String> ofApi(ServerFixture fixture) {
    return those(
        fixture, route -> route.area().audience().isProgram() && route.area() != Area.PUSH);
  }

  /// Returns all routes that a server has.
  public static Set<String> withPages(ServerFixture fixture) {
    return those(fixture, _ -> true);
  }

  private static Set<String> those(ServerFixture fixture, Predicate<Route> wanted) {
    return fixture.server.routes().stream()
        .filter(route -> !route.method().equals("*"))
        .filter(wanted)
        .map(route -> route.method() + " " + route.pattern())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
