package org.meetwright.core.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.meetwright.core.database.h2.CommitGate;

/// Writes what is committed to an H2 file, so that it is found there after a crash, and keeps the
/// file small. It is the database's function `sync_to_disk`, so that it runs in the program that
/// has the file open, whichever program calls it; its name is in a migration and must not change.
/// Nobody commits meanwhile ([CommitGate]). decisions/0006 tells why `CHECKPOINT SYNC` will not do.
public final class FileSync {
  /// The statement that calls it.
  static final String CALL = "CALL sync_to_disk()";

  /// How much of all chunks is to be of use, in percent.
  private static final int LEAST_USE = 50;

  /// How much of use is moved out of the chunks that have the least of it, at a time. With the
  /// number of syncs between, this is about a third of what they write.
  private static final int MOVED_BYTES = 512 << 10;

  private static final int SYNCS_BETWEEN = 32;

  /// How many versions a sync writes.
  private static final int VERSIONS = 2;

  /// How many versions must have been written since a chunk was of use before its place is taken:
  /// until then one that is found after a crash may name it. Those of H2 itself are five.
  private static final int VERSIONS_KEPT = 5;

  private FileSync() {}

  /// Returns when everything that is committed is on disk.
  ///
  /// @param connection the one of the session that calls the function
  public static void sync(Connection connection) throws SQLException {
    if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
      sync(session.getDatabase().getStore().getMvStore());
    }
  }

  private static void sync(MVStore store) {
    store.setVersionsToKeep(VERSIONS_KEPT);
    if (store.getCurrentVersion() % (SYNCS_BETWEEN * VERSIONS) < VERSIONS) {
      store.compact(LEAST_USE, MOVED_BYTES);
    }
    store.commit();
    store.sync();
    FileStore<?> file = store.getFileStore();
    if (file != null) {
      nameLastChunk(store, file);
    }
  }

  /// Has the head of the file name the chunk that was written last. H2 finds it without that only
  /// at the end of the file, or where the one before foretold; when it writes the head, it names
  /// the one before. So one more is written, with the head that H2 writes if it was clean.
  private static void nameLastChunk(MVStore store, FileStore<?> file) {
    file.executeFileStoreOperation(() -> file.getStoreHeader().put("clean", 1));
    store.setStoreVersion(1 - store.getStoreVersion());
    store.commit();
    store.sync();
  }
}
