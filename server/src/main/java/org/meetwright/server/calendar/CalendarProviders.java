package org.meetwright.server.calendar;

import java.time.InstantSource;
import java.util.List;
import org.meetwright.core.calendar.account.RemoteProviders;
import org.meetwright.server.calendar.caldav.CalDavProvider;
import org.meetwright.server.calendar.http.ServiceRecords;
import org.meetwright.server.calendar.ics.IcsProvider;
import org.meetwright.server.outgoing.Targets;
import org.meetwright.server.settings.PrivateTargets;

/// Lists the kinds of calendar services.
public final class CalendarProviders {
  private CalendarProviders() {}

  /// Returns one of each kind.
  ///
  /// @param allowed whether calendars may be at private addresses
  public static RemoteProviders of(PrivateTargets allowed, InstantSource clock) {
    return of(allowed, ServiceRecords.ofThisMachine(), clock);
  }

  /// Returns one of each kind.
  ///
  /// @param allowed whether calendars may be at private addresses
  /// @param records what is known of the services of domains
  public static RemoteProviders of(
      PrivateTargets allowed, ServiceRecords records, InstantSource clock) {
    Targets targets = Targets.ofCalendars(allowed.calendars());
    return new RemoteProviders(
        List.of(new IcsProvider(targets, clock), new CalDavProvider(targets, records, clock)));
  }
}
