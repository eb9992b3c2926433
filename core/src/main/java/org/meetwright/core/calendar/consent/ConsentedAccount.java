package org.meetwright.core.calendar.consent;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.account.CalendarConnections;
import org.meetwright.core.calendar.account.CalendarConnections.AddOutcome;
import org.meetwright.core.calendar.account.CalendarConnections.AskOutcome;
import org.meetwright.core.calendar.account.CalendarConnections.NewConnection;
import org.meetwright.core.calendar.consent.ConsentMapper.ConsentRow;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.oauth.AccessTokens;
import org.meetwright.core.calendar.remote.oauth.Grant;
import org.meetwright.core.calendar.remote.oauth.Grant.Owner;
import org.meetwright.core.calendar.remote.oauth.OAuthProvider;
import org.meetwright.core.calendar.token.StoredTokens;
import org.meetwright.core.database.Transaction;

/// Turns the code of a consent into a connected account.
record ConsentedAccount(
    CalendarConnections connections,
    StoredTokens tokens,
    OAuthProvider provider,
    InstantSource clock) {

  ConsentOutcome connect(ConsentRow way, String code, String verifier) {
    Instant asked = clock.instant();
    Grant grant;
    try {
      grant = provider.authorizationServer().redeem(code, verifier, URI.create(way.redirectUri()));
    } catch (RemoteFault fault) {
      return refused(fault.code(), String.valueOf(fault.getMessage()));
    }
    Owner owner = grant.owner();
    Set<String> missing = new LinkedHashSet<>(provider.authorizationServer().needed());
    missing.removeAll(grant.scopes());
    if (!grant.scopes().isEmpty() && !missing.isEmpty()) {
      return refused(
          FaultCode.CONSENT_PARTIAL,
          "Not everything was allowed that is needed: "
              + String.join(", ", missing)
              + ". Connect again, and tick all boxes on the service's page.");
    }
    if (owner == null || grant.refreshToken() == null) {
      return refused(
          FaultCode.NOT_UNDERSTOOD,
          "The calendar service gave no lasting access. Remove this server there from the programs"
              + " with access to your account, then connect again.");
    }
    return connect(way, grant, owner, asked);
  }

  private ConsentOutcome connect(ConsentRow way, Grant grant, Owner owner, Instant asked) {
    String account = StoredTokens.key(provider.kind(), owner);
    UUID known = way.connectionId();
    if (known == null) {
      known = tokens.connectionOf(way.hostId(), account).orElse(null);
    } else if (tokens.account(known).filter(before -> !before.equals(account)).isPresent()) {
      return refused(
          FaultCode.OTHER_ACCOUNT,
          "This is another account than the one that was connected. Sign in there with the same"
              + " one, or connect this one as a new account.");
    }
    AccountAccess access = new AccountAccess(provider.address(), owner.name(), "");
    RemoteAccount open = provider.open(access, AccessTokens.of(grant.accessToken()));
    BiConsumer<Transaction, UUID> write = (tx, id) -> tokens.write(tx, id, account, grant, asked);
    if (known != null) {
      return outcome(connections.signIn(way.hostId(), known, access, open, write));
    }
    NewConnection wanted = new NewConnection(provider.kind(), name(owner), access);
    return outcome(connections.add(way.hostId(), wanted, open, write));
  }

  private static String name(Owner owner) {
    String line = owner.name().replaceAll("\\p{Cc}", "").strip();
    return line.length() > CalendarConnection.LONGEST_NAME
        ? line.substring(0, CalendarConnection.LONGEST_NAME)
        : line;
  }

  private static ConsentOutcome outcome(AddOutcome outcome) {
    return switch (outcome) {
      case AddOutcome.Added(var connection, var calendars) ->
          new ConsentOutcome.Connected(connection, calendars, false);
      case AddOutcome.Refused(var why, var message) -> refused(why, message);
      case AddOutcome.TooMany(int most) -> new ConsentOutcome.TooMany(most);
      case AddOutcome.TooManyTries(var wait) -> new ConsentOutcome.TooManyTries(wait);
    };
  }

  private static ConsentOutcome outcome(AskOutcome outcome) {
    return switch (outcome) {
      case AskOutcome.Answered(var connection, var calendars) ->
          new ConsentOutcome.Connected(connection, calendars, true);
      case AskOutcome.Refused(var why, var message) -> refused(why, message);
      case AskOutcome.TooManyTries(var wait) -> new ConsentOutcome.TooManyTries(wait);
      case AskOutcome.NotFound() -> new ConsentOutcome.Unknown();
    };
  }

  private static ConsentOutcome refused(FaultCode why, String message) {
    return new ConsentOutcome.Refused(why, message);
  }
}
