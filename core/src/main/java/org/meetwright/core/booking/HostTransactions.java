package org.meetwright.core.booking;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.host.Hosts;

/// Transactions that hold the rows of the hosts whose time they take or free.
record HostTransactions(Database database) {
  private static final int MOST_TRIES = 4;

  /// Runs work that the database may refuse by a constraint, its last defence. The work is run
  /// again then: it now sees what it collided with and can say so.
  ///
  /// @param refused what to answer if the database refuses it again and again
  <T> T run(Function<Transaction, T> work, Supplier<T> refused) {
    for (int tries = 1; tries <= MOST_TRIES; tries++) {
      try {
        return database.inTransaction(work);
      } catch (TeamChangedException changed) {
        // Begun again with the rows of all its members.
      } catch (RuntimeException failed) {
        if (!Database.refusedByConstraint(failed)) {
          throw failed;
        }
      }
    }
    return refused.get();
  }

  /// Locks the hosts' rows. Whoever changes a team holds the rows of its members, so that a team
  /// can have changed while this waited; then everything is begun again.
  static void lock(Transaction tx, Supplier<Collection<UUID>> hosts) {
    Set<UUID> locked = Set.copyOf(hosts.get());
    Hosts.lock(tx, locked);
    if (!locked.containsAll(hosts.get())) {
      throw new TeamChangedException();
    }
  }

  /// Says that a team got a member whose row is not locked.
  private static final class TeamChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
