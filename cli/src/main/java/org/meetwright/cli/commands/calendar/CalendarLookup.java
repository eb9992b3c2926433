package org.meetwright.cli.commands.calendar;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.meetwright.cli.program.Failure;
import org.meetwright.core.calendar.Calendar;
import org.meetwright.core.calendar.CalendarChoices;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.account.CalendarConnections;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts;

/// Finds what an argument names, whoever's it is.
final class CalendarLookup {
  private CalendarLookup() {}

  /// Returns the account of an id.
  ///
  /// @throws Failure if there is none
  static CalendarConnection account(Hosts hosts, CalendarConnections connections, UUID id) {
    return first(hosts, host -> connections.find(host.id(), id).stream(), id);
  }

  /// Returns the calendar of an id.
  ///
  /// @throws Failure if there is none
  static Calendar calendar(Hosts hosts, CalendarChoices choices, UUID id) {
    return first(hosts, host -> choices.find(host.id(), id).stream(), id);
  }

  /// Returns what is said if a service was not asked, since that was wanted too often.
  static String tooOften(Duration retryAfter) {
    return "calendar services were asked too often, so this one was not; try again in "
        + (retryAfter.toSeconds() + 1)
        + " seconds.";
  }

  private static <T> T first(Hosts hosts, Function<Host, Stream<T>> of, UUID id) {
    return hosts.list().stream()
        .flatMap(of)
        .findFirst()
        .orElseThrow(
            () ->
                new Failure(
                    "There is nothing with the id "
                        + id
                        + "; see a host's accounts: meetwright calendar list HANDLE, and the"
                        + " calendars of one: meetwright calendar show ID"));
  }
}
