package org.meetwright.core.calendar.remote.oauth;

import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.RemoteProvider;

/// A kind of calendar service to which hosts consent on its own page.
public interface OAuthProvider extends RemoteProvider {
  /// Returns who asks for the consent.
  AuthorizationServer authorizationServer();

  /// Returns the address under which accounts of this kind are kept and counted.
  String address();

  /// Returns an account. Asks nobody yet.
  RemoteAccount open(AccountAccess access, AccessTokens tokens);

  @Override
  default RemoteAccount open(AccountAccess access) {
    return open(access, AccessTokens.NONE);
  }
}
