package org.meetwright.core.calendar.token;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.oauth.AccessTokens;
import org.meetwright.core.calendar.remote.oauth.AuthorizationServer;
import org.meetwright.core.calendar.remote.oauth.Grant;
import org.meetwright.core.calendar.token.TokenMapper.Sealed;
import org.meetwright.core.calendar.token.TokenMapper.TokenRow;
import org.meetwright.core.value.Ids;

/// The access tokens of an account, renewed by whoever takes the row first, on whatever node:
/// others wait for what he stores. If the program dies while it asks, the next one asks after
/// [#LEASE].
final class RenewedTokens implements AccessTokens {
  /// How long nobody else asks for other tokens. Longer than a question may take.
  static final Duration LEASE = Duration.ofSeconds(30);

  /// A token that is good for less is renewed: clocks differ, and a request takes its time.
  static final Duration MARGIN = Duration.ofMinutes(1);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
  private static final Duration A_MOMENT = Duration.ofMillis(50);

  private final UUID connectionId;
  private final AuthorizationServer server;
  private final StoredTokens stored;
  private final InstantSource clock;

  RenewedTokens(
      UUID connectionId, AuthorizationServer server, StoredTokens stored, InstantSource clock) {
    this.connectionId = connectionId;
    this.server = server;
    this.stored = stored;
    this.clock = clock;
  }

  @Override
  public String current() throws RemoteFault {
    return get(null);
  }

  @Override
  public String insteadOf(String refused) throws RemoteFault {
    return get(refused);
  }

  private String get(@Nullable String refused) throws RemoteFault {
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < LONGEST_WAIT.toNanos()) {
      TokenRow row = stored.row(connectionId);
      String refresh = row == null ? null : stored.refreshToken(row);
      if (row == null || refresh == null) {
        throw new RemoteFault(
            FaultCode.SIGN_IN,
            "The calendar service no longer lets this server in. Connect again.");
      }
      String access = stored.accessToken(row);
      Instant now = now();
      if (access != null && !access.equals(refused) && row.expiresAt().isAfter(now.plus(MARGIN))) {
        return access;
      }
      UUID lease = Ids.next();
      if (lease(row, lease, now)) {
        String renewed = renew(refresh, lease, now);
        if (renewed != null) {
          return renewed;
        }
      }
      await();
    }
    throw new RemoteFault(
        FaultCode.NO_ANSWER, "The calendar service did not give another token in time.");
  }

  private boolean lease(TokenRow row, UUID lease, Instant now) {
    return stored
            .database()
            .inTransaction(
                tx ->
                    tx.mapper(TokenMapper.class)
                        .lease(connectionId, row.renewals(), lease, now, now.plus(LEASE)))
        > 0;
  }

  /// Asks for other tokens, and stores them before anyone uses them: the old refresh token may no
  /// longer be good.
  ///
  /// @return null if it took so long that someone else asks
  private @Nullable String renew(String refresh, UUID lease, Instant now) throws RemoteFault {
    Grant grant;
    try {
      grant = server.renew(refresh);
    } catch (RemoteFault fault) {
      boolean refused = fault.kind() == RemoteFault.FaultKind.SIGN_IN;
      end(
          mapper ->
              refused ? mapper.refused(connectionId, lease) : mapper.release(connectionId, lease));
      throw fault;
    } catch (RuntimeException broken) {
      end(mapper -> mapper.release(connectionId, lease));
      throw broken;
    }
    String rotated = grant.refreshToken();
    Sealed sealed = stored.sealed(connectionId, rotated == null ? refresh : rotated, grant, now);
    return end(mapper -> mapper.renewed(connectionId, lease, sealed)) > 0
        ? grant.accessToken()
        : null;
  }

  private interface Ending {
    int of(TokenMapper mapper);
  }

  private int end(Ending ending) {
    return stored.database().inTransaction(tx -> ending.of(tx.mapper(TokenMapper.class)));
  }

  private static void await() throws RemoteFault {
    try {
      Thread.sleep(A_MOMENT);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new RemoteFault(FaultCode.NO_ANSWER, "The program is being ended.");
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
