package org.meetwright.server.route;

import io.helidon.webserver.http.HttpRules;

/// The audience and cost of a route. Each route is registered in an area:
/// `Area.HOST_API.on(rules).get(...)`.
///
/// The pattern of a path shows its secrets: `{token}`.
public enum Area {
  /// How the server is.
  HEALTH(Audience.OPERATOR, Cost.NOTHING, BodyType.JSON, "operations"),
  /// What it measures.
  METRICS(Audience.OPERATOR, Cost.REQUEST, BodyType.JSON, "operations"),
  /// The API's document, for programs.
  API_DOCUMENT(Audience.PROGRAM, Cost.REQUEST, BodyType.JSON, "pages"),
  /// The API without a login.
  OPEN_API(Audience.PROGRAM, Cost.CHANGE, BodyType.JSON, "api"),
  /// Slots, which are asked for most.
  SLOTS(Audience.PROGRAM, Cost.REQUEST, BodyType.JSON, "slots"),
  /// The API with a token, or to get one.
  HOST_API(Audience.PROGRAM, Cost.REQUEST, BodyType.JSON, "api"),
  /// Answers that go on until someone ends them.
  STREAMS(Audience.PROGRAM, Cost.REQUEST, BodyType.JSON, "streams"),
  /// A picture that a host puts in over the API.
  PICTURE_API(Audience.PROGRAM, Cost.REQUEST, BodyType.PICTURE, "api"),
  /// Where calendar services say that something has changed. What they send is not read.
  PUSH(Audience.PROGRAM, Cost.REQUEST, BodyType.JSON, "api"),
  /// Style sheets, scripts, pictures.
  ASSETS(Audience.INVITEE, Cost.REQUEST, BodyType.FORM, "assets"),
  /// Pages that anyone may see, or anyone who has a link.
  PAGES(Audience.INVITEE, Cost.CHANGE, BodyType.FORM, "pages"),
  /// Pages that other sites may show in a frame.
  FRAMES(Audience.INVITEE, Cost.CHANGE, BodyType.FORM, "pages"),
  /// The pages of hosts.
  ACCOUNT(Audience.HOST, Cost.CHANGE, BodyType.FORM, "pages"),
  /// A form of hosts with a file.
  ACCOUNT_UPLOAD(Audience.HOST, Cost.CHANGE, BodyType.UPLOAD, "pages");

  private final Audience audience;
  private final Cost cost;
  private final BodyType body;
  private final String measuredAs;

  Area(Audience audience, Cost cost, BodyType body, String measuredAs) {
    this.audience = audience;
    this.cost = cost;
    this.body = body;
    this.measuredAs = measuredAs;
  }

  /// Returns the caller.
  public Audience audience() {
    return audience;
  }

  /// Returns whether it belongs to hosts, and to anyone who tries to sign in as one.
  public boolean isOfHosts() {
    return switch (this) {
      case HOST_API, STREAMS, PICTURE_API, ACCOUNT, ACCOUNT_UPLOAD -> true;
      case HEALTH, METRICS, API_DOCUMENT, OPEN_API, SLOTS, PUSH, ASSETS, PAGES, FRAMES -> false;
    };
  }

  /// Returns which limit a request counts against.
  public Cost cost() {
    return cost;
  }

  /// Returns what may be sent with a request.
  public BodyType body() {
    return body;
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
