package org.meetwright.server.pages.view;

import java.util.List;

/// A host's page.
///
/// @param events what can be booked with him
public record HostView(Shell shell, String name, String initials, List<EventInfo> events) {

  /// Makes the page.
  public static HostView of(Shell shell, String name, List<EventInfo> events) {
    return new HostView(shell, name, EventInfo.initials(name), events);
  }
}
