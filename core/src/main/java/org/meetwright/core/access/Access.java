package org.meetwright.core.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Ids;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// Lets hosts in: by password for a session, or by an API token. The database holds only hashes.
public final class Access {
  /// How long a session lasts.
  public static final Duration SESSION = Duration.ofDays(30);

  private final Database database;
  private final InstantSource clock;

  /// Creates the service.
  public Access(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// A new session.
  ///
  /// @param token the secret that stands for it; kept nowhere else
  public record Session(String token, Instant expiresAt) {}

  /// Starts a session; empty if e-mail address and password don't belong to a host.
  public Optional<Session> signIn(EmailAddress email, String password) {
    Host host = database.read(tx -> tx.mapper(HostMapper.class).findByEmail(email.key()));
    boolean right = Passwords.matches(password, host == null ? null : host.passwordHash());
    if (host == null || !right) {
      return Optional.empty();
    }
    return Optional.of(openSession(host.id()));
  }

  /// Starts a session of a host without a password, for a program that holds the database anyway.
  public Session openSession(UUID hostId) {
    String token = Secrets.next();
    Instant now = now();
    Instant expiresAt = now.plus(SESSION);
    database.inTransaction(
        tx -> {
          AccessMapper mapper = tx.mapper(AccessMapper.class);
          mapper.deleteExpired(hostId, now);
          return mapper.insertSession(Ids.next(), hostId, Secrets.hash(token), now, expiresAt);
        });
    return new Session(token, expiresAt);
  }

  /// Makes an API token for a host.
  ///
  /// @param name what it is for, 1 to 100 characters
  /// @return the token; kept nowhere else
  /// @throws InvalidValueException if the name is not valid
  public String createToken(UUID hostId, String name) {
    String checked = Text.line("name", name, 100);
    String token = "mw_" + Secrets.next();
    database.inTransaction(
        tx ->
            tx.mapper(AccessMapper.class)
                .insertToken(Ids.next(), hostId, checked, Secrets.hash(token), now()));
    return token;
  }

  /// Returns the host whose session or API token this is; empty if it is none, or no more.
  public Optional<Host> authenticate(String token) {
    String hash = Secrets.hash(token);
    return database.read(
        tx -> Optional.ofNullable(tx.mapper(AccessMapper.class).findHost(hash, now())));
  }

  /// Ends a session.
  ///
  /// @return whether the token was a session's
  public boolean signOut(String token) {
    String hash = Secrets.hash(token);
    return database.inTransaction(tx -> tx.mapper(AccessMapper.class).deleteSession(hash) > 0);
  }

  /// A session that has not expired.
  public record OpenSession(UUID id, Instant createdAt, Instant expiresAt) {}

  /// An API token.
  ///
  /// @param name what it is for
  public record Token(UUID id, String name, Instant createdAt) {}

  /// Returns a host's sessions, the oldest first.
  public List<OpenSession> sessions(UUID hostId) {
    return database.read(tx -> tx.mapper(AccessMapper.class).sessions(hostId, now()));
  }

  /// Returns a host's API tokens, the oldest first.
  public List<Token> tokens(UUID hostId) {
    return database.read(tx -> tx.mapper(AccessMapper.class).tokens(hostId));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
