package org.meetwright.core.access.code;

import java.util.UUID;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.access.signin.LinkedIdentities.Identity;
import org.meetwright.core.host.Host;

/// What someone has proved so far. The code is still missing.
public sealed interface FirstFactor {
  /// The password of a host.
  ///
  /// @param proof made of the password that was right: another one makes it worth nothing
  record Password(UUID hostId, String proof) implements FirstFactor {
    /// Returns what a host has shown whose password was right.
    public static Password of(Host host) {
      return new Password(host.id(), Secrets.hash("shown " + host.passwordHash()));
    }
  }

  /// Who he is at a provider.
  record Provider(Identity identity) implements FirstFactor {}
}
