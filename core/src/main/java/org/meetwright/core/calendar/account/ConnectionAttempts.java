package org.meetwright.core.calendar.account;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.limit.RateLimit;
import org.meetwright.core.limit.RateLimits;

/// Limits how often calendar services are asked because a host wants it at once, on all nodes
/// together: so that this server guesses nobody's password at another one, and floods none.
public final class ConnectionAttempts {
  /// Attempts of a host to connect an account, or to give one another password.
  static final RateLimit OF_A_HOST = new RateLimit(30, Duration.ofMinutes(2));

  /// Attempts to sign in as one user at one server, by all hosts.
  static final RateLimit AS_A_USER = new RateLimit(25, Duration.ofMinutes(10));

  /// Attempts to connect accounts at one server, by all hosts.
  static final RateLimit AT_A_SERVER = new RateLimit(200, Duration.ofSeconds(5));

  /// Accounts that a host wants read at once.
  static final RateLimit READINGS_OF_A_HOST = new RateLimit(60, Duration.ofSeconds(5));

  /// Accounts at one server that hosts want read at once.
  static final RateLimit READINGS_AT_A_SERVER = new RateLimit(600, Duration.ofSeconds(1));

  private final RateLimits limits;

  /// Creates the limits.
  public ConnectionAttempts(RateLimits limits) {
    this.limits = limits;
  }

  /// Counts an attempt to sign in.
  ///
  /// @return zero if it may be made, else how long it takes until it may
  Duration signIn(UUID hostId, AccountAccess access) {
    String server = server(access.address());
    Duration wait = limits.take("calendar attempts of " + hostId, OF_A_HOST);
    if (wait.isZero() && !user(access).isEmpty()) {
      wait = limits.take("calendar attempts as " + user(access) + " at " + server, AS_A_USER);
    }
    return wait.isZero() ? limits.take("calendar attempts at " + server, AT_A_SERVER) : wait;
  }

  /// Counts that an account is to be read at once.
  ///
  /// @return zero if it may be, else how long it takes until it may
  Duration reading(UUID hostId, String address) {
    Duration wait = limits.take("calendar readings of " + hostId, READINGS_OF_A_HOST);
    return wait.isZero()
        ? limits.take("calendar readings at " + server(address), READINGS_AT_A_SERVER)
        : wait;
  }

  /// Whoever signs in with an e-mail address alone does so under that name.
  private static String user(AccountAccess access) {
    String user = access.user().isEmpty() && isEmail(access) ? access.address() : access.user();
    return user.strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isEmail(AccountAccess access) {
    return access.address().contains("@") && !access.address().contains("/");
  }

  /// Returns the name of the server in an address, however it is written: without scheme, port and
  /// path.
  static String server(String address) {
    return address
        .strip()
        .replaceFirst("^[A-Za-z]+://", "")
        .replaceFirst("(?s)[/?#\\\\].*", "")
        .replaceFirst("(?s).*@", "")
        .replaceFirst(":[0-9]*$", "")
        .replaceFirst("\\.+$", "")
        .toLowerCase(Locale.ROOT);
  }
}
