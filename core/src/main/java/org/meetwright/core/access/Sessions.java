package org.meetwright.core.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.SessionMapper.HostSessionRow;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.value.Ids;

/// The sessions of hosts: a sign-in each. The database holds only hashes of their secrets.
public final class Sessions {
  /// How long a session lasts.
  public static final Duration LASTS = Duration.ofDays(30);

  private static final int LONGEST_BEGUN_WITH = 400;

  private final Database database;
  private final InstantSource clock;

  Sessions(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// A session that has just begun.
  ///
  /// @param token the secret that stands for it; kept nowhere else
  /// @param expiresAt exclusive
  public record NewSession(String token, Instant expiresAt) {}

  /// A session that has not expired.
  ///
  /// @param begunWith the name of the browser or program that signed in; may be empty
  /// @param lastUsedAt to a few minutes; null if it was never used
  public record Session(
      UUID id,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant lastUsedAt,
      String begunWith) {}

  /// Begins a session of an authenticated host.
  ///
  /// @param begunWith the name of the browser or program; cut where it is too long
  public NewSession begin(UUID hostId, String begunWith) {
    return database.inTransaction(tx -> begin(tx, hostId, begunWith));
  }

  /// Begins a session of an authenticated host, in a transaction.
  public NewSession begin(Transaction tx, UUID hostId, String begunWith) {
    String token = Secrets.next();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    SessionMapper mapper = tx.mapper(SessionMapper.class);
    mapper.deleteExpired(hostId, now);
    Instant expiresAt = now.plus(LASTS);
    mapper.insert(Ids.next(), hostId, Secrets.hash(token), now, expiresAt, shortened(begunWith));
    return new NewSession(token, expiresAt);
  }

  private static String shortened(String begunWith) {
    String fit = begunWith.replaceAll("[^\\p{ASCII}]|\\p{Cntrl}", "?").strip();
    return fit.length() > LONGEST_BEGUN_WITH
        ? fit.substring(0, LONGEST_BEGUN_WITH - 3) + "..."
        : fit;
  }

  /// Returns a host's sessions, the oldest first.
  public List<Session> list(UUID hostId) {
    return database.read(tx -> tx.mapper(SessionMapper.class).list(hostId, clock.instant()));
  }

  /// A session with the handle of its host.
  public record HostSession(String handle, Session session) {}

  /// Returns the sessions of all hosts, by host, the oldest first.
  ///
  /// @param limit how many at most
  public List<HostSession> list(int limit) {
    return database.read(
        tx ->
            tx.mapper(SessionMapper.class).everyones(clock.instant(), limit).stream()
                .map(HostSessionRow::session)
                .toList());
  }

  /// Returns sessions, at most two, whose ids begin like this.
  ///
  /// @param prefix of the id as text, in lower case
  public List<HostSession> beginning(String prefix) {
    return database.read(
        tx ->
            tx.mapper(SessionMapper.class).beginning(prefix + "%", clock.instant()).stream()
                .map(HostSessionRow::session)
                .toList());
  }

  /// Ends a session, whoever's it is.
  ///
  /// @return whether there was one
  public boolean end(UUID id) {
    return database.inTransaction(tx -> tx.mapper(SessionMapper.class).deleteAnyones(id) > 0);
  }

  /// Ends the sessions of all hosts.
  ///
  /// @return how many there were
  public int endEveryones() {
    return database.inTransaction(tx -> tx.mapper(SessionMapper.class).deleteEveryones());
  }

  /// Ends a session of a host.
  ///
  /// @return whether he had it
  public boolean end(UUID hostId, UUID id) {
    return database.inTransaction(tx -> tx.mapper(SessionMapper.class).delete(hostId, id) > 0);
  }

  /// Ends all sessions of a host but one.
  public void endOthers(UUID hostId, UUID kept) {
    database.inTransaction(tx -> tx.mapper(SessionMapper.class).deleteOthers(hostId, kept));
  }

  /// Ends all sessions of a host but one.
  ///
  /// @param kept null to end all
  /// @return how many there were
  static int endOthers(Transaction tx, UUID hostId, @Nullable UUID kept) {
    SessionMapper mapper = tx.mapper(SessionMapper.class);
    return kept == null ? mapper.deleteAll(hostId) : mapper.deleteOthers(hostId, kept);
  }

  /// Ends all sessions of a host.
  ///
  /// @return how many there were
  public int endAll(UUID hostId) {
    return database.inTransaction(tx -> endOthers(tx, hostId, null));
  }
}
