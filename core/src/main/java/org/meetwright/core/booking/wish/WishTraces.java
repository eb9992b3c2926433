package org.meetwright.core.booking.wish;

import java.util.Set;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.traces.Traces;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.EmailKeys;

/// The requests to book that wait for a confirmation.
public final class WishTraces implements Traces {
  @Override
  public Set<String> tables() {
    return Set.of("confirmation");
  }

  @Override
  public void eraseInvitee(Transaction tx, EmailAddress email) {
    tx.mapper(ConfirmationMapper.class).deleteWith(email.key(), EmailKeys.pattern(email));
  }
}
