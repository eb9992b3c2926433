package org.meetwright.server.settings;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The OpenID Connect provider at which hosts can sign in.
///
/// @param issuer without a slash at the end; null if there is none
/// @param clientId as what the provider knows this server; empty if there is none
/// @param clientSecret empty if the provider gave none
public record OidcSettings(@Nullable URI issuer, String clientId, String clientSecret) {
  /// No provider.
  public static final OidcSettings NONE = new OidcSettings(null, "", "");

  /// Returns whether hosts can sign in there.
  public boolean on() {
    return issuer != null;
  }

  /// Leaves the secret out.
  @Override
  public String toString() {
    return "OidcSettings[" + issuer + ", " + clientId + "]";
  }
}
