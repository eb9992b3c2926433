package org.meetwright.server.route;

/// The audience of a route, which determines the form of its errors.
public enum Audience {
  /// Someone who books: a page.
  INVITEE,
  /// Someone who can be met: a page.
  HOST,
  /// A client of the API: a problem document.
  PROGRAM,
  /// A load balancer, a supervisor, Prometheus: a problem document.
  OPERATOR;

  /// Returns whether problem documents are sent rather than pages.
  public boolean isProgram() {
    return this == PROGRAM || this == OPERATOR;
  }
}
