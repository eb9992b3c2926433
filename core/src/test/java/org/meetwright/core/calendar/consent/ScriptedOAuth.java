package org.meetwright.core.calendar.consent;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.OwnEvent;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.RemoteCalendar;
import org.meetwright.core.calendar.remote.RemoteChanges;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.calendar.remote.WrittenEvent;
import org.meetwright.core.calendar.remote.oauth.AccessTokens;
import org.meetwright.core.calendar.remote.oauth.AuthorizationServer;
import org.meetwright.core.calendar.remote.oauth.Grant;
import org.meetwright.core.calendar.remote.oauth.Grant.Owner;
import org.meetwright.core.calendar.remote.oauth.OAuthProvider;

/// A calendar service that asks for consents, in memory: strict about verifiers, and each refresh
/// token is good once.
public final class ScriptedOAuth implements OAuthProvider, AuthorizationServer {
  public static final Duration LIFETIME = Duration.ofHours(1);

  private final Map<String, Question> questions = new HashMap<>();
  private final Map<String, Question> codes = new HashMap<>();
  private final Set<String> refreshTokens = new HashSet<>();
  private final Set<String> accessTokens = new HashSet<>();
  private final List<String> revoked = new ArrayList<>();
  private final List<RemoteFault> faults = new ArrayList<>();
  public final AtomicInteger renewals = new AtomicInteger();
  public volatile Owner owner = new Owner("subject-1", "ada@gmail.example");
  public volatile Set<String> scopes = Set.of("calendars", "extra");
  public volatile boolean lasting = true;
  public volatile Runnable whileRenewing = () -> {};
  private int number;
  private String filler = "";

  @Override
  public ProviderKind kind() {
    return ProviderKind.GOOGLE;
  }

  @Override
  public String address() {
    return "https://calendars.example";
  }

  @Override
  public AuthorizationServer authorizationServer() {
    return this;
  }

  @Override
  public Set<String> needed() {
    return Set.of("calendars");
  }

  @Override
  public synchronized URI page(Question question) {
    questions.put(question.state(), question);
    return URI.create("https://consent.example/?state=" + question.state());
  }

  /// Has tokens be longer.
  public synchronized void lengthenTokens(int by) {
    filler = "x".repeat(by);
  }

  /// Has the next renewals fail, one after the other.
  public synchronized void fail(RemoteFault... next) {
    faults.addAll(List.of(next));
  }

  /// Has the user of a page consent, and returns the code.
  public synchronized String consented(String state) {
    String code = "code-" + ++number;
    codes.put(code, questions.get(state));
    return code;
  }

  /// Takes all access tokens back.
  public synchronized void refuseAccessTokens() {
    accessTokens.clear();
  }

  /// Takes the consent back.
  public synchronized void withdraw() {
    accessTokens.clear();
    refreshTokens.clear();
  }

  public synchronized List<String> revoked() {
    return List.copyOf(revoked);
  }

  public synchronized boolean accepts(String token) {
    return accessTokens.contains(token);
  }

  @Override
  public synchronized Grant redeem(String code, String verifier, URI redirect) throws RemoteFault {
    Question question = codes.remove(code);
    if (question == null
        || !question.challenge().equals(Secrets.hash(verifier))
        || !question.redirect().equals(redirect)) {
      throw new RemoteFault(FaultCode.SIGN_IN, "The code is not good.");
    }
    return grant(owner);
  }

  private Grant grant(@Nullable Owner of) {
    String refresh = "refresh-" + ++number + filler;
    String access = "access-" + number + filler;
    refreshTokens.add(refresh);
    accessTokens.add(access);
    return new Grant(access, lasting ? refresh : null, LIFETIME, scopes, of);
  }

  @Override
  public Grant renew(String refreshToken) throws RemoteFault {
    renewals.incrementAndGet();
    whileRenewing.run();
    synchronized (this) {
      if (!faults.isEmpty()) {
        throw faults.removeFirst();
      }
      if (!refreshTokens.remove(refreshToken)) {
        throw new RemoteFault(FaultCode.SIGN_IN, "The consent no longer holds.");
      }
      return grant(null);
    }
  }

  @Override
  public synchronized void revoke(String refreshToken) throws RemoteFault {
    if (!faults.isEmpty()) {
      throw faults.removeFirst();
    }
    revoked.add(refreshToken);
  }

  @Override
  public RemoteAccount open(AccountAccess access, AccessTokens tokens) {
    return new Account(tokens);
  }

  /// An account whose calendar is empty.
  private final class Account implements RemoteAccount {
    private final AccessTokens tokens;

    Account(AccessTokens tokens) {
      this.tokens = tokens;
    }

    private void signIn() throws RemoteFault {
      String token = tokens.current();
      if (!accepts(token) && !accepts(tokens.insteadOf(token))) {
        throw new RemoteFault(FaultCode.SIGN_IN, "The token is refused.");
      }
    }

    @Override
    public List<RemoteCalendar> calendars() throws RemoteFault {
      signIn();
      return List.of(new RemoteCalendar("work", "Work", null, null, true));
    }

    @Override
    public RemoteChanges changes(
        String calendarId, @Nullable String state, Supplier<Map<String, String>> known)
        throws RemoteFault {
      signIn();
      return new RemoteChanges(true, List.of(), Set.of(), Set.of(), "state", 0);
    }

    @Override
    public List<RemoteItem> between(String calendarId, Instant from, Instant until) {
      return List.of();
    }

    @Override
    public @Nullable RemoteItem find(String calendarId, String itemId) {
      return null;
    }

    @Override
    public WrittenEvent put(String calendarId, OwnEvent event, @Nullable WrittenEvent written) {
      return new WrittenEvent("event", null);
    }

    @Override
    public void delete(String calendarId, WrittenEvent written) {
      // Nothing is kept here.
    }
  }
}
