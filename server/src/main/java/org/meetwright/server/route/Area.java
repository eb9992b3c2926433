package org.meetwright.server.route;

import io.helidon.webserver.http.HttpRules;

/// What a route is. Each route is registered in one: `Area.HOST_API.on(rules).get(...)`.
///
/// The secrets of a path are told by its pattern: what stands at `{token}` is one.
public enum Area {
  /// How the server is.
  HEALTH(Audience.OPERATOR, Cost.NOTHING, "operations"),
  /// What it measures.
  METRICS(Audience.OPERATOR, Cost.REQUEST, "operations"),
  /// The API's document, for programs.
  API_DOCUMENT(Audience.PROGRAM, Cost.REQUEST, "pages"),
  /// The API without a login.
  OPEN_API(Audience.PROGRAM, Cost.CHANGE, "api"),
  /// Slots, which are asked for most.
  SLOTS(Audience.PROGRAM, Cost.REQUEST, "slots"),
  /// The API with a token, or to get one.
  HOST_API(Audience.PROGRAM, Cost.REQUEST, "api"),
  /// Style sheets, scripts, pictures.
  ASSETS(Audience.INVITEE, Cost.REQUEST, "assets"),
  /// Pages that anyone may see, or whoever has a link.
  PAGES(Audience.INVITEE, Cost.CHANGE, "pages"),
  /// Pages that other sites may show in a frame.
  FRAMES(Audience.INVITEE, Cost.CHANGE, "pages"),
  /// The pages of hosts.
  ACCOUNT(Audience.HOST, Cost.CHANGE, "pages");

  private final Audience audience;
  private final Cost cost;
  private final String measuredAs;

  Area(Audience audience, Cost cost, String measuredAs) {
    this.audience = audience;
    this.cost = cost;
    this.measuredAs = measuredAs;
  }

  /// Returns who asks.
  public Audience audience() {
    return audience;
  }

  /// Returns which limit a request counts against.
  public Cost cost() {
    return cost;
  }

  /// Returns the word that the metrics have for it; several areas may share one.
  public String measuredAs() {
    return measuredAs;
  }

  /// Returns rules that register routes in this area.
  ///
  /// @param rules as a service is given them
  /// @throws IllegalArgumentException if these are not [AreaRules]
  public AreaRules on(HttpRules rules) {
    if (rules instanceof AreaRules known) {
      return known.in(this);
    }
    throw new IllegalArgumentException("Routes are registered on AreaRules, not on " + rules);
  }
}
