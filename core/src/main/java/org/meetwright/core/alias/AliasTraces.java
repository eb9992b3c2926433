package org.meetwright.core.alias;

import java.util.Set;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.traces.ErasedHost;
import org.meetwright.core.traces.Traces;

/// The old addresses of a host, which may hold his name.
public final class AliasTraces implements Traces {
  @Override
  public Set<String> tables() {
    return Set.of("page_alias");
  }

  @Override
  public void eraseHost(Transaction tx, ErasedHost host) {
    tx.mapper(AliasMapper.class).deleteOf(host.id());
  }
}
