package org.meetwright.core;

import java.util.UUID;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.ApiTokens.NewToken;
import org.meetwright.core.access.Scope;

/// API tokens for everything, which never expire.
public final class TestTokens {
  private TestTokens() {}

  /// Returns the secret of a new one.
  public static String create(Access access, UUID hostId, String name) {
    return access.tokens().create(hostId, new NewToken(name, Scope.ALL, null)).secret();
  }
}
