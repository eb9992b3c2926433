package org.meetwright.desktop.session;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.profile.ServerProfile;
import org.meetwright.server.client.ApiClient;

/// A server, and the right to speak to it as a host.
///
/// @param address without a slash at the end
/// @param links where links to it begin, without a slash at the end
/// @param token the bearer token to send
/// @param certificate the file of the only certificate that is trusted; null to trust what this
///   computer trusts
/// @param closing ends what the app runs for it
public record Connection(
    ServerProfile profile,
    URI address,
    URI links,
    String token,
    @Nullable Path certificate,
    Runnable closing) {
  /// Creates one to a server whose certificate this computer has to trust.
  public Connection(ServerProfile profile, URI address, String token, Runnable closing) {
    this(profile, address, address, token, null, closing);
  }

  /// Returns the same, with another token.
  public Connection with(String other) {
    return new Connection(profile, address, links, other, certificate, closing);
  }

  /// Returns the same, to where a server on this computer is now.
  public Connection at(LocalServer.Reach reach) {
    return new Connection(
        profile, reach.address(), reach.links(), token, reach.certificate(), closing);
  }

  /// Returns who speaks to the server; whoever gets this closes it.
  public ApiClient client() {
    return client(token);
  }

  /// Returns the same as somebody who is not signed in.
  public ApiClient anyone() {
    return client(null);
  }

  private ApiClient client(@Nullable String sent) {
    return certificate == null
        ? new ApiClient(address, sent)
        : ApiClient.trusting(certificate, address, sent);
  }

  /// Leaves the token out.
  @Override
  public String toString() {
    return "Connection[" + address + "]";
  }
}
