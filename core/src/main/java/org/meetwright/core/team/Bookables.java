package org.meetwright.core.team;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.team.TeamMapper.TeamRow;
import org.meetwright.core.traces.ErasedValues;
import org.meetwright.core.value.Text;

/// Finds the host or team of a handle.
public final class Bookables {
  private final Database database;

  /// Creates the service.
  public Bookables(Database database) {
    this.database = database;
  }

  /// Returns the host or team of a handle, as it stands in an address; empty if there is none, or
  /// the host has been erased.
  public Optional<Bookable> find(String handle) {
    if (!Text.isStorable(handle)) {
      return Optional.empty();
    }
    return database.read(
        tx -> {
          Host host = tx.mapper(HostMapper.class).findByHandle(handle);
          return host == null
              ? team(tx, tx.mapper(TeamMapper.class).findByHandle(handle))
              : Optional.of(host)
                  .filter(known -> !ErasedValues.is(known.email()))
                  .map(Bookable::of);
        });
  }

  /// Returns the host or team of an id; empty if there is none.
  public Optional<Bookable> find(UUID id) {
    return database.read(
        tx -> {
          Host host = tx.mapper(HostMapper.class).find(id);
          return host == null
              ? team(tx, tx.mapper(TeamMapper.class).find(id))
              : Optional.of(Bookable.of(host));
        });
  }

  private static Optional<Bookable> team(Transaction tx, @Nullable TeamRow row) {
    if (row == null) {
      return Optional.empty();
    }
    HostMapper hosts = tx.mapper(HostMapper.class);
    Team team = Teams.withMembers(tx.mapper(TeamMapper.class), row);
    List<Host> members =
        team.accepted().stream()
            .flatMap(member -> Optional.ofNullable(hosts.find(member.hostId())).stream())
            .toList();
    Host owner = hosts.find(team.ownerId());
    return Optional.ofNullable(owner).map(host -> Bookable.of(team, host.timeZone(), members));
  }
}
