package org.meetwright.core.account.invitation;

import org.meetwright.core.access.password.Weakness;
import org.meetwright.core.host.Host;

/// The outcome of someone's wish to become a host. Every other outcome than the first changes
/// nothing.
public sealed interface JoinOutcome {
  /// The newcomer is a host now, who is signed in nowhere yet.
  record Joined(Host host) implements JoinOutcome {}

  /// Another host or team has the handle; the link still works.
  record HandleTaken() implements JoinOutcome {}

  /// The password may not be chosen; the link still works.
  record Weak(Weakness weakness) implements JoinOutcome {}

  /// The link was used, is too old, or never was one; or its address is a host's.
  record Gone() implements JoinOutcome {}
}
