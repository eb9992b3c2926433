package org.meetwright.server.calendar;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.meetwright.core.calendar.account.RemoteProviders;
import org.meetwright.core.calendar.remote.RemoteProvider;
import org.meetwright.server.calendar.caldav.CalDavProvider;
import org.meetwright.server.calendar.google.GoogleEndpoints;
import org.meetwright.server.calendar.google.GoogleProvider;
import org.meetwright.server.calendar.http.ServiceRecords;
import org.meetwright.server.calendar.ics.IcsProvider;
import org.meetwright.server.outgoing.Targets;
import org.meetwright.server.settings.PrivateTargets;
import org.meetwright.server.settings.calendar.CalendarClients;

/// Lists the kinds of calendar services.
public final class CalendarProviders {
  private CalendarProviders() {}

  /// Returns one of each kind that is set up.
  ///
  /// @param allowed whether calendars may be at private addresses
  /// @param clients as what services know this server
  public static RemoteProviders of(
      PrivateTargets allowed, CalendarClients clients, InstantSource clock) {
    return of(allowed, clients, GoogleEndpoints.REAL, ServiceRecords.ofThisMachine(), clock);
  }

  /// Returns one of each kind that is set up.
  ///
  /// @param allowed whether calendars may be at private addresses
  /// @param clients as what services know this server
  /// @param google where Google is
  /// @param records what is known of the services of domains
  public static RemoteProviders of(
      PrivateTargets allowed,
      CalendarClients clients,
      GoogleEndpoints google,
      ServiceRecords records,
      InstantSource clock) {
    Targets targets = Targets.ofCalendars(allowed.calendars());
    List<RemoteProvider> providers = new ArrayList<>();
    providers.add(new IcsProvider(targets, clock));
    providers.add(new CalDavProvider(targets, records, clock));
    if (clients.google().on()) {
      providers.add(new GoogleProvider(google, clients.google(), targets, clock));
    }
    return new RemoteProviders(providers);
  }
}
