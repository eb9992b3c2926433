package org.meetwright.core.access;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.ApiTokenMapper.Row;
import org.meetwright.core.database.Database;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// The API tokens of hosts. The database holds only hashes of them.
public final class ApiTokens {
  /// How long the name of a token may be, in characters.
  public static final int LONGEST_NAME = 100;

  private final Database database;
  private final InstantSource clock;

  ApiTokens(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// An API token without its secret.
  ///
  /// @param name what it is for
  /// @param lastUsedAt to a few minutes; null if it was never used
  /// @param expiresAt exclusive; null if it never does
  public record ApiToken(
      UUID id,
      String name,
      Set<Scope> scopes,
      Instant createdAt,
      @Nullable Instant lastUsedAt,
      @Nullable Instant expiresAt) {
    private static ApiToken of(Row row) {
      return new ApiToken(
          row.id(),
          row.name(),
          Scope.parse(row.scopes()),
          row.createdAt(),
          row.lastUsedAt(),
          row.expiresAt());
    }
  }

  /// A token that is to be made.
  ///
  /// @param name what it is for, 1 to 100 characters
  /// @param scopes at least one; `write` implies `read`
  /// @param expiresAt exclusive; null for never
  public record NewToken(String name, Set<Scope> scopes, @Nullable Instant expiresAt) {
    /// Creates the order.
    ///
    /// @throws InvalidValueException if the name is not valid or there is no scope
    public NewToken {
      name = Text.line("name", name, LONGEST_NAME);
      scopes = Scope.complete(scopes);
      expiresAt = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS);
    }
  }

  /// A token that has just been made.
  ///
  /// @param secret the token itself; kept nowhere else
  public record Created(ApiToken token, String secret) {}

  /// Makes a token for a host.
  ///
  /// @throws InvalidValueException (field `expiresAt`) if it would have expired already
  public Created create(UUID hostId, NewToken order) {
    return create(hostId, order, null);
  }

  /// Makes a token for the caller. What a token makes ends with it: anyone who had got hold of it
  /// would otherwise keep what he has made.
  ///
  /// @throws InvalidValueException (field `expiresAt`) if it would have expired already
  public Created create(Caller caller, NewToken order) {
    return create(caller.host().id(), order, caller.session() ? null : caller.credential());
  }

  private Created create(UUID hostId, NewToken order, @Nullable UUID madeBy) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (order.expiresAt() != null && !order.expiresAt().isAfter(now)) {
      throw new InvalidValueException(
          "expiresAt", "must be later than now, " + now + ", not " + order.expiresAt());
    }
    String secret = "mw_" + Secrets.next();
    ApiToken token =
        new ApiToken(Ids.next(), order.name(), order.scopes(), now, null, order.expiresAt());
    database.inTransaction(
        tx ->
            tx.mapper(ApiTokenMapper.class)
                .insert(hostId, token, Scope.print(token.scopes()), Secrets.hash(secret), madeBy));
    return new Created(token, secret);
  }

  /// Returns a host's tokens, the oldest first, also those that have expired.
  public List<ApiToken> list(UUID hostId) {
    return database.read(
        tx -> tx.mapper(ApiTokenMapper.class).list(hostId).stream().map(ApiToken::of).toList());
  }

  /// Returns whether a token is another one, or was made by it.
  public boolean isOf(Caller maker, UUID id) {
    return database.read(
        tx ->
            tx.mapper(ApiTokenMapper.class).countOf(maker.host().id(), id, maker.credential()) > 0);
  }

  /// Deletes a token of a host, and those that it made; it lets nobody in any more.
  ///
  /// @return whether he had it
  public boolean revoke(UUID hostId, UUID id) {
    return database.inTransaction(tx -> tx.mapper(ApiTokenMapper.class).delete(hostId, id) > 0);
  }
}
