package org.meetwright.server.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.meetwright.core.access.Secrets;

/// One sign-in on its way: three secrets that stay in the visitor's browser, so that any node can
/// go on with it.
///
/// @param state tells that the answer belongs to a question of this browser
/// @param nonce tells that the ID token was made for this sign-in
/// @param verifier shows the provider that the code comes back from the program that asked for it
///   (RFC 7636)
public record AuthorizationFlow(String state, String nonce, String verifier) {
  /// Begins a sign-in.
  public static AuthorizationFlow begin() {
    return new AuthorizationFlow(Secrets.next(), Secrets.next(), Secrets.next());
  }

  /// Returns it as one word, for a cookie.
  public String packed() {
    return state + "." + nonce + "." + verifier;
  }

  /// Reads what [#packed] wrote; empty if it is something else.
  public static Optional<AuthorizationFlow> unpack(String packed) {
    String[] parts = packed.split("\\.", -1);
    return parts.length == 3
        ? Optional.of(new AuthorizationFlow(parts[0], parts[1], parts[2]))
        : Optional.empty();
  }

  /// Returns whether an answer belongs to it.
  public boolean hasState(String given) {
    return MessageDigest.isEqual(
        state.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
