package org.meetwright.core.calendar.remote.oauth;

import java.net.URI;
import java.util.Set;
import org.meetwright.core.calendar.remote.RemoteFault;

/// The authorization server of a calendar service (RFC 6749), which asks its users for a consent.
public interface AuthorizationServer {
  /// What is asked for.
  ///
  /// @param state what it brings back
  /// @param challenge SHA-256 of the verifier, in base64url (RFC 7636)
  /// @param redirect where it sends the user back to
  record Question(String state, String challenge, URI redirect) {}

  /// Returns the scopes without which calendars can't be used.
  Set<String> needed();

  /// Returns the page where a user consents.
  URI page(Question question);

  /// Turns the code of a consent into tokens.
  ///
  /// @param redirect the same as in the question
  /// @throws RemoteFault if the code is not good (kind `SIGN_IN`), or the service fails
  Grant redeem(String code, String verifier, URI redirect) throws RemoteFault;

  /// Returns other tokens.
  ///
  /// @throws RemoteFault if the consent no longer holds (kind `SIGN_IN`), or the service fails
  Grant renew(String refreshToken) throws RemoteFault;

  /// Gives a consent back.
  ///
  /// @throws RemoteFault if the service fails; not if it knows nothing of the token any more
  void revoke(String refreshToken) throws RemoteFault;
}
