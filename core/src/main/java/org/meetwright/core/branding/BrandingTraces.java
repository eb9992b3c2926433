package org.meetwright.core.branding;

import java.util.Set;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.traces.ErasedHost;
import org.meetwright.core.traces.Traces;

/// The colour and the logo of a host.
public final class BrandingTraces implements Traces {
  @Override
  public Set<String> tables() {
    return Set.of("branding");
  }

  @Override
  public void eraseHost(Transaction tx, ErasedHost host) {
    tx.mapper(BrandingMapper.class).delete(host.id());
  }
}
