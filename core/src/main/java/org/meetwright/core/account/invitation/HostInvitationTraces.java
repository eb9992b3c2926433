package org.meetwright.core.account.invitation;

import java.util.Set;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.traces.ErasedHost;
import org.meetwright.core.traces.Traces;
import org.meetwright.core.value.EmailAddress;

/// The addresses of those who are invited to become hosts.
public final class HostInvitationTraces implements Traces {
  @Override
  public Set<String> tables() {
    return Set.of("host_invitation");
  }

  @Override
  public void eraseInvitee(Transaction tx, EmailAddress email) {
    tx.mapper(HostInvitationMapper.class).deleteTo(email.key());
  }

  @Override
  public void eraseHost(Transaction tx, ErasedHost host) {
    tx.mapper(HostInvitationMapper.class).deleteTo(host.emailKey());
  }
}
