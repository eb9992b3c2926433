package org.meetwright.core.email;

import java.util.Set;
import java.util.UUID;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.traces.ErasedHost;
import org.meetwright.core.traces.Traces;
import org.meetwright.core.value.EmailAddress;

/// The stored mails.
public final class EmailTraces implements Traces {
  @Override
  public Set<String> tables() {
    return Set.of("email");
  }

  @Override
  public void eraseBooking(Transaction tx, UUID bookingId) {
    tx.mapper(EmailMapper.class).deleteOf(bookingId);
  }

  /// Deletes the mails to the others too: they name all guests.
  @Override
  public void eraseGuest(Transaction tx, UUID bookingId, EmailAddress guest) {
    tx.mapper(EmailMapper.class).deleteOf(bookingId);
  }

  @Override
  public void eraseInvitee(Transaction tx, EmailAddress email) {
    tx.mapper(EmailMapper.class).deleteTo(email.key());
  }

  @Override
  public void eraseHost(Transaction tx, ErasedHost host) {
    tx.mapper(EmailMapper.class).deleteWithHost(host.id());
    tx.mapper(EmailMapper.class).deleteTo(host.emailKey());
  }
}
