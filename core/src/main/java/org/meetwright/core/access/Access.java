package org.meetwright.core.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.AccessMapper.Credential;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.HostMapper;

/// Lets hosts in by the secret of a session or by an API token.
public final class Access {
  /// How exactly it is kept when a session or token was last used: each use would cost a write.
  private static final Duration USE_KEPT_TO = Duration.ofMinutes(5);

  /// How many are asked for at once.
  private static final int BATCH = 500;

  private final Database database;
  private final InstantSource clock;
  private final Sessions sessions;
  private final ApiTokens tokens;

  /// Creates the service.
  public Access(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.sessions = new Sessions(database, clock);
    this.tokens = new ApiTokens(database, clock);
  }

  /// Returns the sessions of hosts.
  public Sessions sessions() {
    return sessions;
  }

  /// Returns the API tokens of hosts.
  public ApiTokens tokens() {
    return tokens;
  }

  /// Returns the owner of the secret of a session or an API token; empty if it is none, or no
  /// longer valid.
  public Optional<Caller> authenticate(String secret) {
    String hash = Secrets.hash(secret);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Credential found = database.read(tx -> tx.mapper(AccessMapper.class).find(hash, now));
    if (found == null) {
      return Optional.empty();
    }
    if (found.lastUsedAt() == null || found.lastUsedAt().isBefore(now.minus(USE_KEPT_TO))) {
      keepUse(found, now);
    }
    Host host = database.read(tx -> tx.mapper(HostMapper.class).find(found.hostId()));
    return Optional.ofNullable(host)
        .map(
            known ->
                new Caller(
                    known,
                    found.id(),
                    found.session(),
                    Scope.parse(found.scopes()),
                    found.createdAt(),
                    found.expiresAt()));
  }

  private void keepUse(Credential used, Instant now) {
    database.inTransaction(
        tx -> {
          AccessMapper mapper = tx.mapper(AccessMapper.class);
          return used.session()
              ? mapper.usedSession(used.id(), now)
              : mapper.usedToken(used.id(), now);
        });
  }

  /// Returns those of sessions and API tokens that still let in.
  ///
  /// @param credentials their ids
  public Set<UUID> stillValid(Collection<UUID> credentials) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<UUID> ids = List.copyOf(credentials);
    Set<UUID> valid = new HashSet<>();
    for (int from = 0; from < ids.size(); from += BATCH) {
      List<UUID> some = ids.subList(from, Math.min(from + BATCH, ids.size()));
      valid.addAll(database.read(tx -> tx.mapper(AccessMapper.class).valid(some, now)));
    }
    return valid;
  }

  /// Ends the session of a secret.
  ///
  /// @return whether it is a session's
  public boolean signOut(String secret) {
    return authenticate(secret)
        .filter(Caller::session)
        .map(caller -> sessions.end(caller.host().id(), caller.credential()))
        .orElse(false);
  }

  /// Ends all sessions of a host.
  ///
  /// @return how many there were
  public static int endSessions(Transaction tx, UUID hostId) {
    return Sessions.endOthers(tx, hostId, null);
  }

  /// Gives a host another password and ends his sessions.
  ///
  /// @param hash what [Passwords#hash] made of it
  /// @param kept the session to keep; null for none
  public static void setPassword(Transaction tx, UUID hostId, String hash, @Nullable UUID kept) {
    Sessions.endOthers(tx, hostId, kept);
    tx.mapper(HostMapper.class).setPassword(hostId, hash);
  }
}
