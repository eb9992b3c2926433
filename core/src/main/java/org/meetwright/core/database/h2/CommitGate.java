package org.meetwright.core.database.h2;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.files.OwnerOnly;

/// Lets one commit or sync at a time through to an H2 file, of all programs that share it. H2
/// writes out what is in memory table by table: if another transaction is in the middle of its
/// commit, half of it is written, and a crash before the next write makes that permanent.
public final class CommitGate implements AutoCloseable {
  private static final Map<String, CommitGate> OPEN = new HashMap<>();

  private final String path;
  private final ReentrantLock lock = new ReentrantLock(true);
  private final @Nullable FileChannel file;
  private int users;

  private CommitGate(String path, @Nullable FileChannel file) {
    this.path = path;
    this.file = file;
  }

  /// What passes the gate.
  @FunctionalInterface
  public interface Action {
    /// Commits or syncs.
    void run() throws SQLException;
  }

  /// Opens the gate of a database.
  ///
  /// @throws IllegalStateException if its directory cannot be written
  public static CommitGate open(DataSource dataSource) {
    String path = path(dataSource);
    if (path.isEmpty()) {
      return new CommitGate(path, null);
    }
    synchronized (OPEN) {
      CommitGate gate = OPEN.computeIfAbsent(path, CommitGate::on);
      gate.users++;
      return gate;
    }
  }

  private static CommitGate on(String path) {
    try {
      return new CommitGate(
          path,
          OwnerOnly.open(
              Path.of(path + ".commit.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    } catch (IOException unwritable) {
      throw new IllegalStateException("Cannot write beside " + path, unwritable);
    }
  }

  /// Returns the file's path without its suffix; the empty string for a database in memory.
  private static String path(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("CALL DATABASE_PATH()")) {
      return row.next() && row.getString(1) != null ? row.getString(1) : "";
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /// Lets something through when nobody else is in the gate.
  public void pass(Action passage) throws SQLException {
    lock.lock();
    try {
      if (file == null) {
        passage.run();
      } else {
        passWithFile(file, passage);
      }
    } catch (IOException failed) {
      throw new SQLException("The lock of the database file failed", failed);
    } finally {
      lock.unlock();
    }
  }

  /// The lock of the file keeps other programs out; within this one the other lock does.
  private static void passWithFile(FileChannel file, Action passage)
      throws IOException, SQLException {
    FileLock programs = file.lock();
    try {
      passage.run();
    } finally {
      programs.release();
    }
  }

  @Override
  public void close() {
    if (file == null) {
      return;
    }
    synchronized (OPEN) {
      users--;
      if (users == 0) {
        OPEN.remove(path);
        try {
          file.close();
        } catch (IOException nothingWasInIt) {
          // The lock is gone either way.
        }
      }
    }
  }
}
