package org.meetwright.core.calendar.account;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.meetwright.core.access.secrets.Sealer;
import org.meetwright.core.calendar.CalendarMapper;
import org.meetwright.core.calendar.CalendarMapper.ConnectionRow;
import org.meetwright.core.calendar.ConnectionState;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.database.Database;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.HostMapper;

/// Opens connected accounts with the passwords that are kept of them.
public final class ConnectedAccounts {
  private final Database database;
  private final Sealer sealer;
  private final RemoteProviders providers;

  /// Creates the service.
  public ConnectedAccounts(Database database, Sealer sealer, RemoteProviders providers) {
    this.database = database;
    this.sealer = sealer;
    this.providers = providers;
  }

  /// Opens an account. Asks nobody yet.
  ///
  /// @return empty if there is none, its host has to sign in again, or has paused it
  public Optional<RemoteAccount> open(UUID connectionId) {
    return open(connectionId, EnumSet.of(ConnectionState.ACTIVE));
  }

  /// Opens an account like [#open], also one that is being disconnected.
  public Optional<RemoteAccount> openToWrite(UUID connectionId) {
    return open(connectionId, EnumSet.of(ConnectionState.ACTIVE, ConnectionState.REMOVING));
  }

  private Optional<RemoteAccount> open(UUID connectionId, Set<ConnectionState> states) {
    ConnectionRow row =
        database.read(tx -> tx.mapper(CalendarMapper.class).connection(connectionId));
    if (row == null || states.stream().noneMatch(state -> row.state().equals(state.word()))) {
      return Optional.empty();
    }
    Host host = database.read(tx -> tx.mapper(HostMapper.class).find(row.hostId()));
    Set<String> own = host == null ? Set.of() : Set.of(host.email().value());
    return Optional.ofNullable(row.credentials())
        .map(text -> StoredAccess.open(row.id(), text, sealer).of(own))
        .map(access -> providers.of(ProviderKind.of(row.kind())).open(access));
  }

  /// Returns how an account is reached; empty if that is not known, or there is no such account.
  Optional<AccountAccess> access(UUID connectionId) {
    ConnectionRow row =
        database.read(tx -> tx.mapper(CalendarMapper.class).connection(connectionId));
    return Optional.ofNullable(row)
        .map(ConnectionRow::credentials)
        .map(text -> StoredAccess.open(connectionId, text, sealer));
  }

  /// Opens an account that is not connected yet.
  ///
  /// @throws org.meetwright.core.value.InvalidValueException (field `kind`) if this program cannot
  ///   speak to such
  RemoteAccount open(ProviderKind kind, AccountAccess access) {
    return providers.of(kind).open(access);
  }

  String sealed(UUID connectionId, AccountAccess access) {
    return StoredAccess.sealed(connectionId, access, sealer);
  }
}
