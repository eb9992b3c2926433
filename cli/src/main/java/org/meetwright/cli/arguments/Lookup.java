package org.meetwright.cli.arguments;

import org.meetwright.cli.program.Failure;
import org.meetwright.core.Core;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.InvalidValueException;

/// Finds what an argument names.
public final class Lookup {
  private Lookup() {}

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
