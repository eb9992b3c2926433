package org.meetwright.core.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;

/// Gives back the room in an H2 file that nothing is in any more. H2 writes each change to a new
/// place, in chunks; a chunk is free again once nothing in it is of use. What is still of use in
/// those that have the least of it is therefore written again, elsewhere. H2 does that in the
/// background if it may write by itself, which it may not here ([Connections]).
final class FileRoom {
  /// How much of all chunks is to be of use, in percent.
  private static final int LEAST_USE = 50;

  /// How much is written again at a time. With the number of syncs between, this is about a fifth
  /// of what they write, and the file is two to three times as large as what is in it.
  private static final int BYTES = 256 << 10;

  private static final int SYNCS_BETWEEN = 32;

  private int syncs;

  /// Does some of it, now and then. What is to be written again is only noted: the next sync writes
  /// it. Only the program that has the file open does; others write through that one.
  ///
  /// @param connection the one that syncs; nobody commits meanwhile
  void giveBackSome(Connection connection) throws SQLException {
    if (syncs++ % SYNCS_BETWEEN == 0
        && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
      session.getDatabase().getStore().getMvStore().compact(LEAST_USE, BYTES);
    }
  }
}
