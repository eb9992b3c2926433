package org.meetwright.core.calendar.token;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.access.secrets.SealedPlace;
import org.meetwright.core.access.secrets.Sealer;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.remote.oauth.AccessTokens;
import org.meetwright.core.calendar.remote.oauth.AuthorizationServer;
import org.meetwright.core.calendar.remote.oauth.Grant;
import org.meetwright.core.calendar.remote.oauth.Grant.Owner;
import org.meetwright.core.calendar.token.TokenMapper.Sealed;
import org.meetwright.core.calendar.token.TokenMapper.TokenRow;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;

/// Keeps the tokens of accounts, sealed, and has them renewed.
public final class StoredTokens {
  private final Database database;
  private final Sealer sealer;
  private final InstantSource clock;

  /// Creates the store.
  public StoredTokens(Database database, Sealer sealer, InstantSource clock) {
    this.database = database;
    this.sealer = sealer;
    this.clock = clock;
  }

  /// Returns where an account gets its access tokens from. Asks nobody yet.
  public AccessTokens of(UUID connectionId, AuthorizationServer server) {
    return new RenewedTokens(connectionId, server, this, clock);
  }

  /// Returns by which an account is known again.
  public static String key(ProviderKind kind, Owner owner) {
    return Secrets.hash(kind.word() + " " + owner.subject());
  }

  /// Writes the tokens of an account, in place of those that it had.
  ///
  /// @param account a [#key]
  /// @param received when they were asked for
  /// @throws IllegalArgumentException if the grant has no refresh token
  public void write(
      Transaction tx, UUID connectionId, String account, Grant grant, Instant received) {
    String refresh = grant.refreshToken();
    if (refresh == null) {
      throw new IllegalArgumentException("There is nothing to renew the tokens with");
    }
    TokenMapper mapper = tx.mapper(TokenMapper.class);
    mapper.delete(connectionId);
    mapper.insert(connectionId, account, sealed(connectionId, refresh, grant, received));
  }

  /// Returns which account an account stands for; empty if that was never known.
  public Optional<String> account(UUID connectionId) {
    return Optional.ofNullable(row(connectionId)).map(TokenRow::account);
  }

  /// Returns a host's account that stands for an account of a service; empty if there is none.
  public Optional<UUID> connectionOf(UUID hostId, String account) {
    return database.read(
        tx -> Optional.ofNullable(tx.mapper(TokenMapper.class).connectionOf(hostId, account)));
  }

  /// Returns the refresh token of an account, to give it back; empty if it has none, or another
  /// account needs the same consent.
  public Optional<String> toRevoke(UUID connectionId) {
    TokenRow row = row(connectionId);
    if (row == null
        || database.read(tx -> tx.mapper(TokenMapper.class).countOf(row.account())) > 1) {
      return Optional.empty();
    }
    return Optional.ofNullable(refreshToken(row));
  }

  /// Forgets all tokens, because they cannot be read any more.
  public static void forgetAll(Transaction tx) {
    tx.mapper(TokenMapper.class).forgetAll();
  }

  Database database() {
    return database;
  }

  @Nullable TokenRow row(UUID connectionId) {
    return database.read(tx -> tx.mapper(TokenMapper.class).find(connectionId));
  }

  @Nullable String accessToken(TokenRow row) {
    String sealed = row.accessToken();
    return sealed == null ? null : sealer.open(sealed, place(row.connectionId(), "access_token"));
  }

  @Nullable String refreshToken(TokenRow row) {
    String sealed = row.refreshToken();
    return sealed == null ? null : sealer.open(sealed, place(row.connectionId(), "refresh_token"));
  }

  Sealed sealed(UUID connectionId, String refreshToken, Grant grant, Instant received) {
    return new Sealed(
        sealer.seal(refreshToken, place(connectionId, "refresh_token")),
        sealer.seal(grant.accessToken(), place(connectionId, "access_token")),
        received.plus(grant.lifetime()).truncatedTo(ChronoUnit.MICROS));
  }

  private static SealedPlace place(UUID connectionId, String column) {
    return new SealedPlace("calendar_token", connectionId, column);
  }
}
