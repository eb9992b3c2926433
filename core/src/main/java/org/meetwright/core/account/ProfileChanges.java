package org.meetwright.core.account;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.meetwright.core.database.Database;
import org.meetwright.core.eventtype.rule.HostLimits;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts;
import org.meetwright.core.host.Profile;
import org.meetwright.core.schedule.Schedules;

/// Changes what is known of a host, and has his schedules follow him into another time zone.
public final class ProfileChanges {
  private final Database database;
  private final InstantSource clock;

  /// Creates the service.
  public ProfileChanges(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Changes name, zone, language and limits of a host; his e-mail address stays.
  ///
  /// @param following the schedules that are read in the new zone, if it is another one: their
  ///   hours stay the same by the clock
  /// @return the host as he is now
  public Host change(UUID hostId, Profile wished, HostLimits limits, Collection<UUID> following) {
    return database.inTransaction(
        tx -> {
          Host host = Hosts.lock(tx, List.of(hostId)).getFirst();
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          Host changed = Hosts.setProfile(tx, host, wished, limits, now);
          if (!changed.timeZone().equals(host.timeZone())) {
            following.forEach(id -> Schedules.setTimeZone(tx, hostId, id, changed.timeZone(), now));
          }
          return changed;
        });
  }
}
