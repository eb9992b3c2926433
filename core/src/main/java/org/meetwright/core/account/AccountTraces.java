package org.meetwright.core.account;

import java.util.Set;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.traces.ErasedHost;
import org.meetwright.core.traces.Traces;
import org.meetwright.core.value.EmailAddress;

/// Changes of what a host signs in with, and the mails about them.
public final class AccountTraces implements Traces {
  @Override
  public Set<String> tables() {
    return Set.of("account_mail", "email_change", "mailed_link");
  }

  @Override
  public void eraseInvitee(Transaction tx, EmailAddress email) {
    tx.mapper(AccountMailMapper.class).deleteTo(email.key());
  }

  @Override
  public void eraseHost(Transaction tx, ErasedHost host) {
    tx.mapper(AccountMailMapper.class).deleteTo(host.emailKey());
    tx.mapper(AccountMailMapper.class).deleteOfHost(host.id());
    tx.mapper(EmailChangeMapper.class).delete(host.id());
    tx.mapper(MailedLinkMapper.class).deleteAll(host.id());
  }
}
