package org.meetwright.core.calendar.account;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.meetwright.core.access.secrets.Sealer;
import org.meetwright.core.calendar.CalendarMapper;
import org.meetwright.core.calendar.CalendarMapper.ConnectionRow;
import org.meetwright.core.calendar.ConnectionState;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.RemoteProvider;
import org.meetwright.core.calendar.remote.oauth.OAuthProvider;
import org.meetwright.core.calendar.token.StoredTokens;
import org.meetwright.core.database.Database;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.HostMapper;

/// Opens connected accounts with the passwords that are kept of them.
public final class ConnectedAccounts {
  private static final Logger LOG = Logger.getLogger(ConnectedAccounts.class.getName());

  private final Database database;
  private final Sealer sealer;
  private final RemoteProviders providers;
  private final StoredTokens tokens;

  /// Creates the service.
  ///
  /// @param tokens those of accounts that are connected by a consent
  public ConnectedAccounts(
      Database database, Sealer sealer, RemoteProviders providers, StoredTokens tokens) {
    this.database = database;
    this.sealer = sealer;
    this.providers = providers;
    this.tokens = tokens;
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
        .map(access -> open(row, access));
  }

  private RemoteAccount open(ConnectionRow row, AccountAccess access) {
    RemoteProvider provider = providers.of(ProviderKind.of(row.kind()));
    return provider instanceof OAuthProvider signed
        ? signed.open(access, tokens.of(row.id(), signed.authorizationServer()))
        : provider.open(access);
  }

  /// Returns what gives the consent of an account back, once the account is forgotten. If the
  /// service fails, it is left to the host, who can do so there.
  Runnable revocation(UUID connectionId) {
    ConnectionRow row =
        database.read(tx -> tx.mapper(CalendarMapper.class).connection(connectionId));
    if (row == null
        || !(providers.find(ProviderKind.of(row.kind())).orElse(null)
            instanceof OAuthProvider provider)) {
      return () -> {};
    }
    Optional<String> token = tokens.toRevoke(connectionId);
    return () -> token.ifPresent(known -> revoke(provider, known));
  }

  private static void revoke(OAuthProvider provider, String token) {
    try {
      provider.authorizationServer().revoke(token);
    } catch (RemoteFault fault) {
      LOG.log(
          Level.WARNING,
          () ->
              "A consent at "
                  + provider.kind().word()
                  + " was not given back: "
                  + fault.getMessage());
    }
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
