package org.meetwright.server.calendar;

import java.time.InstantSource;
import java.util.List;
import org.meetwright.core.calendar.remote.RemoteProvider;
import org.meetwright.server.calendar.caldav.CalDavProvider;
import org.meetwright.server.calendar.ics.IcsProvider;
import org.meetwright.server.outgoing.Targets;

/// Lists the kinds of calendar services.
public final class CalendarProviders {
  private CalendarProviders() {}

  /// Returns one of each kind.
  ///
  /// @param targets where calendars may be: [Targets#ofCalendars]
  public static List<RemoteProvider> of(Targets targets, InstantSource clock) {
    return List.of(new IcsProvider(targets, clock), new CalDavProvider(targets, clock));
  }
}
