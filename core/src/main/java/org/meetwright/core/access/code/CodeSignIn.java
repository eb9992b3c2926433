package org.meetwright.core.access.code;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.meetwright.core.access.Sessions;
import org.meetwright.core.access.brake.Brake;
import org.meetwright.core.access.brake.Origin;
import org.meetwright.core.access.signin.LinkedIdentities;
import org.meetwright.core.access.signin.LinkedIdentities.Identity;
import org.meetwright.core.access.signin.SecondFactor;
import org.meetwright.core.access.signin.SignInOutcome;
import org.meetwright.core.access.signin.SignInOutcome.CodeRequired;
import org.meetwright.core.access.signin.SignInOutcome.Refused;
import org.meetwright.core.access.signin.SignInOutcome.SignedIn;
import org.meetwright.core.access.signin.SignInOutcome.TooManyTries;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts;

/// Signs in hosts who have proved everything except the code of the second factor.
public final class CodeSignIn {
  private final Hosts hosts;
  private final LinkedIdentities identities;
  private final SecondFactor secondFactor;
  private final Sessions sessions;
  private final Brake brake;

  /// Creates the service.
  public CodeSignIn(
      Hosts hosts,
      LinkedIdentities identities,
      SecondFactor secondFactor,
      Sessions sessions,
      Brake brake) {
    this.hosts = hosts;
    this.identities = identities;
    this.secondFactor = secondFactor;
    this.sessions = sessions;
    this.brake = brake;
  }

  /// Returns the host who has proved something; empty if it proves nothing, or no longer.
  public Optional<Host> host(FirstFactor shown) {
    return switch (shown) {
      case FirstFactor.Password(UUID hostId, String _) ->
          hosts
              .find(hostId)
              .filter(host -> host.active() && shown.equals(FirstFactor.Password.of(host)));
      case FirstFactor.Provider(Identity identity) -> identities.look(identity);
    };
  }

  /// Tries to sign a host in. Only with the right code is he linked to the provider that he comes
  /// from.
  ///
  /// @param begunWith the name of the browser
  public SignInOutcome enter(FirstFactor shown, String code, Origin origin, String begunWith) {
    Host host = host(shown).orElse(null);
    if (host == null) {
      return new Refused();
    }
    Brake.Try begun = brake.beginCode(host.email(), origin);
    Optional<Duration> wait = begun.retryAfter();
    if (wait.isPresent()) {
      return new TooManyTries(wait.get());
    }
    if (!secondFactor.accepts(host.id(), code)) {
      return new CodeRequired(host, true);
    }
    brake.succeeded(begun);
    if (shown instanceof FirstFactor.Provider(Identity identity)
        && identities.find(identity).isEmpty()) {
      return new Refused();
    }
    welcome(host, origin);
    return new SignedIn(host, sessions.begin(host.id(), begunWith));
  }

  /// From now on his passwords count as those of someone who comes from where he has been before.
  private void welcome(Host host, Origin origin) {
    Brake.Try begun = brake.begin(host.email(), origin);
    if (begun.retryAfter().isEmpty()) {
      brake.succeeded(begun);
    }
  }
}
