package org.meetwright.core.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.ibatis.session.SqlSession;
import org.meetwright.core.database.h2.CommitGate;

/// Makes what H2 has committed survive a killed process and a loss of power. A commit on H2 only
/// changes what is in memory; [FileSync] writes it. One call serves all transactions that were
/// committed before it began.
final class SyncBarrier implements AutoCloseable {
  private final HikariDataSource dataSource;
  private final CommitGate gate;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition synced = lock.newCondition();
  private long asked;
  private long done;
  private boolean running;

  SyncBarrier(HikariDataSource dataSource) {
    this.dataSource = dataSource;
    this.gate = CommitGate.open(dataSource);
  }

  /// Commits a session, when no other commit or sync is under way.
  ///
  /// @throws SQLException if the gate could not be passed
  void commit(SqlSession session) throws SQLException {
    gate.pass(() -> session.commit(true));
  }

  /// Returns when everything that was committed before the call is on disk.
  ///
  /// @throws SQLException if the database could not write it
  void await() throws SQLException {
    long ticket;
    long upTo;
    lock.lock();
    try {
      ticket = ++asked;
      while (running && done < ticket) {
        synced.awaitUninterruptibly();
      }
      if (done >= ticket) {
        return;
      }
      running = true;
      upTo = asked;
    } finally {
      lock.unlock();
    }
    boolean written = false;
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      gate.pass(() -> statement.execute(FileSync.CALL));
      written = true;
    } finally {
      lock.lock();
      try {
        running = false;
        if (written) {
          done = upTo;
        }
        synced.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  @Override
  public void close() {
    dataSource.close();
    gate.close();
  }
}
