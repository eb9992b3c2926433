package org.meetwright.core.access.signin;

import java.util.Set;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.traces.ErasedHost;
import org.meetwright.core.traces.Traces;

/// Second factors, recovery codes, and linked identities.
public final class SignInTraces implements Traces {
  @Override
  public Set<String> tables() {
    return Set.of("second_factor", "recovery_code", "linked_identity");
  }

  @Override
  public void eraseHost(Transaction tx, ErasedHost host) {
    SecondFactorMapper factors = tx.mapper(SecondFactorMapper.class);
    factors.delete(host.id());
    factors.deleteRecoveryCodes(host.id());
    tx.mapper(LinkedIdentityMapper.class).deleteAll(host.id());
  }
}
