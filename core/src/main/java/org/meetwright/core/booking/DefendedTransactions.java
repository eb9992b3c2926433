package org.meetwright.core.booking;

import java.util.function.Function;
import java.util.function.Supplier;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;

/// Transactions that the database may refuse by itself.
record DefendedTransactions(Database database) {
  private static final int MOST_TRIES = 2;

  /// Runs work that the database may refuse by a constraint, its last defence. The work is run
  /// again then: it now sees what it collided with and can say so.
  ///
  /// @param refused what to answer if the database refuses it again and again
  <T> T run(Function<Transaction, T> work, Supplier<T> refused) {
    for (int tries = 1; tries <= MOST_TRIES; tries++) {
      try {
        return database.inTransaction(work);
      } catch (RuntimeException failed) {
        if (!Database.refusedByConstraint(failed)) {
          throw failed;
        }
      }
    }
    return refused.get();
  }
}
