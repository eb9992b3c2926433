package org.meetwright.core.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.TransactionIsolationLevel;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.DatabaseUnavailableException.Reason;
import org.meetwright.core.database.h2.Queues;
import org.meetwright.core.database.mybatis.SqlSessions;
import org.meetwright.core.database.table.RestoreMark;
import org.meetwright.core.value.BusyException;

/// The database: everything that reads or writes goes through one of its transactions.
public final class Database implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Database.class.getName());
  private static final int MOST_TRIES = 4;

  /// How often, and for how long, a file is taken for one whose last program is just closing it.
  private static final int LEAST_OPENINGS = 20;

  /// After how many of them whoever waits is told, about a second.
  private static final int TRIES_IN_SILENCE = 8;

  private static final long LONGEST_PASSING = TimeUnit.SECONDS.toNanos(10);

  private static final long BETWEEN_TRIES = TimeUnit.MILLISECONDS.toNanos(100);

  /// Serialization failure and deadlock: the transaction is gone, and the same again may succeed.
  private static final Set<String> WORTH_RETRYING = Set.of("40001", "40P01");

  private final DatabaseSettings settings;
  private final HikariDataSource dataSource;
  private final SqlSessionFactory sessions;
  private final @Nullable SyncBarrier barrier;
  private final Queues queues = new Queues();

  private Database(
      DatabaseSettings settings, HikariDataSource dataSource, @Nullable SyncBarrier barrier) {
    this.settings = settings;
    this.dataSource = dataSource;
    this.sessions = SqlSessions.factory(dataSource);
    this.barrier = barrier;
  }

  /// Opens the database. Its schema is left as it is: see [Migrations].
  ///
  /// @throws DatabaseUnavailableException if it cannot be reached, or another program holds it, or
  ///   a restore has not ended
  public static Database open(DatabaseSettings settings) {
    long begun = System.nanoTime();
    for (int tries = 1; ; tries++) {
      try {
        return openWhole(settings);
      } catch (RuntimeException failed) {
        boolean enough = tries >= LEAST_OPENINGS && System.nanoTime() - begun > LONGEST_PASSING;
        if (enough || !Unreachable.isPassing(failed)) {
          throw failed;
        }
        if (tries == TRIES_IN_SILENCE) {
          LOG.warning(
              "The database " + settings + " is held by another program; waiting for it...");
        }
        LockSupport.parkNanos(BETWEEN_TRIES);
      }
    }
  }

  private static Database openWhole(DatabaseSettings settings) {
    Database opened = openToRestore(settings);
    try (Connection connection = opened.dataSource.getConnection()) {
      if (!RestoreMark.isSet(connection)) {
        return opened;
      }
    } catch (SQLException failed) {
      opened.close();
      throw Unreachable.because(settings, failed);
    }
    opened.close();
    throw new DatabaseUnavailableException(
        Reason.UNREACHABLE,
        "The database "
            + settings
            + " has a part of its data only: it is being restored, or that did not end. If it is"
            + " not under way, run it again: meetwright restore FILE",
        null);
  }

  /// Opens the database for a restore, which may have begun earlier and not have ended.
  ///
  /// @throws DatabaseUnavailableException if it cannot be reached, or another program holds it
  public static Database openToRestore(DatabaseSettings settings) {
    try (Connections connections = Connections.to(settings)) {
      HikariDataSource dataSource = connections.open();
      try {
        SyncBarrier barrier =
            settings.kind() == DatabaseKind.H2 ? new SyncBarrier(connections.openForSync()) : null;
        return new Database(settings, dataSource, barrier);
      } catch (RuntimeException failed) {
        dataSource.close();
        throw failed;
      }
    }
  }

  /// Returns which database it is.
  public DatabaseKind kind() {
    return settings.kind();
  }

  /// Returns where the keys of sealed secrets are.
  public Path keyFile() {
    return settings.keys();
  }

  /// Returns where connections come from that are not those of a [Transaction]: for copies of all
  /// data.
  public DataSource dataSource() {
    return dataSource;
  }

  /// Returns the migrations of this database.
  public Migrations migrations() {
    return new Migrations(dataSource, settings);
  }

  /// Runs work in one transaction and commits it. When this returns, what was written is on disk.
  /// Whatever the work throws rolls everything back. Work may be run again, from the start, when
  /// the database asks for that (SQLState 40001 and 40P01); it must have no effect outside the
  /// database other than by [Transaction#afterCommit].
  ///
  /// @throws BusyException if others hold all connections, or what it needs, for too long
  public <T extends @Nullable Object> T inTransaction(Function<Transaction, T> work) {
    for (int tries = 1; ; tries++) {
      try {
        return runOnce(work);
      } catch (RuntimeException failed) {
        if (tries == MOST_TRIES || !WORTH_RETRYING.contains(sqlState(failed))) {
          throw explained(failed);
        }
        long millis = ThreadLocalRandom.current().nextLong(1, 20L * tries);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
      }
    }
  }

  /// Runs work as [#inTransaction(Function)], when no other of this program works on the same
  /// things.
  ///
  /// @param things what may be made by several at once; all who name more than one give them in the
  ///   same order
  /// @throws BusyException as there, or if too many wait for one of them
  public <T extends @Nullable Object> T inTransaction(
      List<String> things, Function<Transaction, T> work) {
    return queues.inTurn(things, () -> inTransaction(work));
  }

  private <T extends @Nullable Object> T runOnce(Function<Transaction, T> work) {
    T result;
    Transaction transaction;
    try (SqlSession session = sessions.openSession(false)) {
      transaction = new Transaction(session);
      result = work.apply(transaction);
      commit(session);
    }
    if (barrier != null) {
      try {
        barrier.await();
      } catch (SQLException notOnDisk) {
        throw new IllegalStateException("Committed, but not known to be on disk", notOnDisk);
      }
    }
    transaction.committed();
    return result;
  }

  private void commit(SqlSession session) {
    if (barrier == null) {
      session.commit(true);
      return;
    }
    try {
      barrier.commit(session);
    } catch (SQLException failed) {
      throw new IllegalStateException("Could not be committed", failed);
    }
  }

  /// Runs work that only reads, all of it as the database was at one instant: for what is put
  /// together from several rows that have to fit. It costs a few more messages to the database than
  /// [#read].
  ///
  /// @throws BusyException if others hold all connections, or what it needs, for too long
  public <T extends @Nullable Object> T consistentRead(Function<Transaction, T> work) {
    try (SqlSession session = sessions.openSession(oneInstant())) {
      return work.apply(new Transaction(session));
    } catch (RuntimeException failed) {
      throw explained(failed);
    }
  }

  /// With REPEATABLE_READ, H2 would take the state of each table when it is first read;
  /// SERIALIZABLE is more than is needed on PostgreSQL.
  private TransactionIsolationLevel oneInstant() {
    return kind() == DatabaseKind.H2
        ? TransactionIsolationLevel.SERIALIZABLE
        : TransactionIsolationLevel.REPEATABLE_READ;
  }

  /// Runs work that only reads, each statement as the database is at that moment.
  ///
  /// @throws BusyException if others hold all connections, or what it needs, for too long
  public <T extends @Nullable Object> T read(Function<Transaction, T> work) {
    try (SqlSession session = sessions.openSession(true)) {
      return work.apply(new Transaction(session));
    } catch (RuntimeException failed) {
      throw explained(failed);
    }
  }

  /// Distinguishes an overloaded database from a failing one. Nothing was done in either case.
  private static RuntimeException explained(RuntimeException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException
          || (cause instanceof SQLException sql
              && sql.getErrorCode() == ErrorCode.LOCK_TIMEOUT_1)) {
        BusyException busy = new BusyException("The database has too much to do");
        busy.initCause(failed);
        return busy;
      }
    }
    return failed;
  }

  /// Returns whether the exception says that a unique key or an exclusion constraint refused a row.
  public static boolean refusedByConstraint(Throwable failed) {
    String state = sqlState(failed);
    return "23505".equals(state) || "23P01".equals(state);
  }

  /// Returns whether the exception says that a constraint of any kind refused a row: something else
  /// was written at the same time.
  public static boolean refusedByAnyConstraint(Throwable failed) {
    return sqlState(failed).startsWith("23");
  }

  /// Returns the SQLState behind a failure; the empty string if there is none.
  private static String sqlState(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return String.valueOf(sql.getSQLState());
      }
    }
    return "";
  }

  /// Closes all connections.
  @Override
  public void close() {
    dataSource.close();
    if (barrier != null) {
      barrier.close();
    }
  }
}
