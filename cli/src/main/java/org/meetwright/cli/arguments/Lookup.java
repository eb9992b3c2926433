package org.meetwright.cli.arguments;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.meetwright.cli.program.Failure;
import org.meetwright.core.database.Database;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.prefix.Findable;
import org.meetwright.core.prefix.IdsByPrefix;
import org.meetwright.core.team.Bookable;
import org.meetwright.core.team.Bookables;
import org.meetwright.core.value.InvalidValueException;

/// Finds what an argument names.
public final class Lookup {
  private static final int SHOWN = 3;

  private Lookup() {}

  /// Returns the host or team of a handle.
  ///
  /// @throws Failure if there is none
  public static Bookable bookable(Bookables bookables, String handle) {
    return bookables
        .find(handle)
        .orElseThrow(
            () ->
                new Failure(
                    "There is no host or team "
                        + InvalidValueException.shown(handle)
                        + "; see the hosts: meetwright host list"));
  }

  /// Returns the id that begins as was typed. A whole id is returned as it is, whether or not there
  /// is such a thing.
  ///
  /// @throws Failure if there is none, or more than one
  public static UUID id(Database database, IdPrefix typed, Findable what) {
    if (typed.isWhole()) {
      return typed.first();
    }
    List<UUID> found = new IdsByPrefix(database).find(what, typed.first(), typed.last(), SHOWN + 1);
    if (found.isEmpty()) {
      throw new Failure(
          "There is no " + what.word() + " whose id begins with " + typed.digits() + ".");
    }
    if (found.size() > 1) {
      throw new Failure(
          "More than one "
              + what.word()
              + " has an id that begins with "
              + typed.digits()
              + "; type more of it: "
              + found.stream().limit(SHOWN).map(UUID::toString).collect(Collectors.joining(", "))
              + (found.size() > SHOWN ? ", ..." : ""));
    }
    return found.getFirst();
  }

  /// Returns the host of a handle.
  ///
  /// @throws Failure if there is none
  public static Host host(Hosts hosts, String handle) {
    return hosts
        .find(handle)
        .orElseThrow(
            () ->
                new Failure(
                    "There is no host "
                        + InvalidValueException.shown(handle)
                        + "; see who there is: meetwright host list"));
  }
}
