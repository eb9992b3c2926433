package org.meetwright.core.calendar.consent;

import java.net.URI;
import java.util.Set;
import org.meetwright.core.value.InvalidValueException;

/// Where a service sends back whoever connects an account by a program on his own machine (RFC
/// 8252, section 7.3).
public final class LoopbackRedirect {
  private static final Set<String> HOSTS = Set.of("127.0.0.1", "[::1]", "localhost");

  private LoopbackRedirect() {}

  /// Returns the address of a text.
  ///
  /// @throws InvalidValueException (field `redirectUri`) if it is not one of the machine itself
  public static URI of(String text) {
    try {
      URI uri = URI.create(text);
      if ("http".equals(uri.getScheme())
          && HOSTS.contains(String.valueOf(uri.getHost()))
          && uri.getUserInfo() == null
          && uri.getQuery() == null
          && uri.getFragment() == null
          && text.length() <= 200) {
        return uri;
      }
    } catch (IllegalArgumentException notOne) {
      // Told below.
    }
    throw new InvalidValueException(
        "redirectUri",
        "must be an address of this machine such as http://127.0.0.1:8765/, not "
            + InvalidValueException.shown(text));
  }
}
