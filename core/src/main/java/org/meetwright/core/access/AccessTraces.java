package org.meetwright.core.access;

import java.util.Set;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.traces.ErasedHost;
import org.meetwright.core.traces.Traces;

/// Sessions and API tokens.
public final class AccessTraces implements Traces {
  @Override
  public Set<String> tables() {
    return Set.of("session", "api_token");
  }

  @Override
  public void eraseHost(Transaction tx, ErasedHost host) {
    tx.mapper(SessionMapper.class).deleteAll(host.id());
    tx.mapper(ApiTokenMapper.class).deleteAll(host.id());
  }
}
