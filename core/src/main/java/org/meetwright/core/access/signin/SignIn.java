package org.meetwright.core.access.signin;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Passwords;
import org.meetwright.core.access.Sessions;
import org.meetwright.core.access.brake.Brake;
import org.meetwright.core.access.brake.Origin;
import org.meetwright.core.access.signin.SignInOutcome.CodeRequired;
import org.meetwright.core.access.signin.SignInOutcome.Refused;
import org.meetwright.core.access.signin.SignInOutcome.SignedIn;
import org.meetwright.core.access.signin.SignInOutcome.TooManyTries;
import org.meetwright.core.database.Database;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.HostMapper;
import org.meetwright.core.value.EmailAddress;

/// Signs hosts in by password, and by a code if they have a second factor. An address or password
/// that is wrong is answered alike, after the same work; so is a host who is switched off.
public final class SignIn {
  private final Database database;
  private final Sessions sessions;
  private final SecondFactor secondFactor;
  private final Brake brake;

  /// Creates the service.
  public SignIn(Database database, Sessions sessions, SecondFactor secondFactor, Brake brake) {
    this.database = database;
    this.sessions = sessions;
    this.secondFactor = secondFactor;
    this.brake = brake;
  }

  /// A try to sign in.
  ///
  /// @param code of the second factor; null if none was given
  /// @param origin where it comes from
  /// @param begunWith the name of the browser or program
  public record Attempt(
      EmailAddress email, String password, @Nullable String code, Origin origin, String begunWith) {
    /// Leaves the secrets out.
    @Override
    public String toString() {
      return "Attempt[" + email + "]";
    }
  }

  /// Tries to sign a host in.
  public SignInOutcome signIn(Attempt attempt) {
    Brake.Try begun = brake.begin(attempt.email(), attempt.origin());
    Optional<Duration> wait = begun.retryAfter();
    return wait.isPresent() ? new TooManyTries(wait.get()) : decide(attempt, begun);
  }

  private SignInOutcome decide(Attempt attempt, Brake.Try begun) {
    Host host = database.read(tx -> tx.mapper(HostMapper.class).findByEmail(attempt.email().key()));
    boolean right =
        Passwords.matches(attempt.password(), host == null ? null : host.passwordHash());
    if (host == null || !right || !host.active()) {
      return new Refused();
    }
    if (secondFactor.isOn(host.id())) {
      String code = attempt.code();
      if (code == null) {
        brake.takeBack(begun);
        return new CodeRequired(host, false);
      }
      if (!secondFactor.accepts(host.id(), code)) {
        return new CodeRequired(host, true);
      }
    }
    brake.succeeded(begun);
    return new SignedIn(host, sessions.begin(host.id(), attempt.begunWith()));
  }
}
