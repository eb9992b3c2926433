package org.meetwright.cli.commands.calendar;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.meetwright.cli.program.Failure;
import org.meetwright.core.Core;
import org.meetwright.core.calendar.Calendar;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.host.Host;

/// Finds what an argument names, whoever's it is.
final class CalendarLookup {
  private CalendarLookup() {}

  /// Returns the account of an id.
  ///
  /// @throws Failure if there is none
  static CalendarConnection account(Core core, UUID id) {
    return first(core, host -> core.calendarConnections().find(host.id(), id).stream(), id);
  }

  /// Returns the calendar of an id.
  ///
  /// @throws Failure if there is none
  static Calendar calendar(Core core, UUID id) {
    return first(core, host -> core.calendarChoices().find(host.id(), id).stream(), id);
  }

  /// Returns what is said if a service was not asked, since that was wanted too often.
  static String tooOften(Duration retryAfter) {
    return "calendar services were asked too often, so this one was not; try again in "
        + (retryAfter.toSeconds() + 1)
        + " seconds.";
  }

  private static <T> T first(Core core, Function<Host, Stream<T>> of, UUID id) {
    return core.hosts().list().stream()
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
