package org.meetwright.cli.arguments;

import org.meetwright.cli.program.Failure;
import org.meetwright.core.Core;
import org.meetwright.core.host.Host;
import org.meetwright.core.team.Bookable;
import org.meetwright.core.value.InvalidValueException;

/// Finds what an argument names.
public final class Lookup {
  private Lookup() {}

  /// Returns the host or team of a handle.
  ///
  /// @throws Failure if there is none
  public static Bookable bookable(Core core, String handle) {
    return core.bookables()
        .find(handle)
        .orElseThrow(
            () ->
                new Failure(
                    "There is no host or team "
                        + InvalidValueException.shown(handle)
                        + "; see the hosts: meetwright host list"));
  }

  /// Returns the host of a handle.
  ///
  /// @throws Failure if there is none
  public static Host host(Core core, String handle) {
    return core.hosts()
        .find(handle)
        .orElseThrow(
            () ->
                new Failure(
                    "There is no host "
                        + InvalidValueException.shown(handle)
                        + "; see who there is: meetwright host list"));
  }
}
