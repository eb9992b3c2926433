package org.meetwright.core.rate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

/// Puts what H2 has committed on disk, once for all that wait. Who comes while one is under way
/// waits for the next one.
final class GroupSync implements AutoCloseable {
  static final String STATEMENT = "CALL sync_to_disk()";

  private final Connection connection;
  private final AtomicLong begun = new AtomicLong();
  private long done;

  GroupSync(Connection connection) {
    this.connection = connection;
  }

  /// Returns when everything that was committed before the call is on disk.
  void await() throws SQLException {
    long wanted = begun.get() + 1;
    synchronized (this) {
      if (done < wanted) {
        long number = begun.incrementAndGet();
        try (PreparedStatement statement = connection.prepareStatement(STATEMENT)) {
          statement.execute();
        }
        done = number;
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
