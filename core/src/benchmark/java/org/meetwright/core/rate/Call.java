package org.meetwright.core.rate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One call that a connection was sent.
///
/// @param sql the statement; empty for a commit or rollback
/// @param parameters in the order of the statement's question marks
/// @param nanos how long it took
record Call(Kind kind, String sql, List<Parameter> parameters, long nanos) {

  /// What was called.
  enum Kind {
    /// A statement was run: a round trip.
    RUN,
    /// A prepared statement's parameters were put into its batch: no round trip.
    ADD,
    /// A batch was run: a round trip.
    RUN_BATCH,
    COMMIT,
    ROLLBACK
  }

  /// A parameter of a prepared statement.
  ///
  /// @param value null for SQL's NULL
  /// @param nullType for NULL: its type, of `java.sql.Types`
  record Parameter(@Nullable Object value, int nullType) {}

  /// Returns whether the client waits for an answer of the database.
  boolean isRoundTrip() {
    return kind != Kind.ADD;
  }

  /// Returns what is the same in two calls of the same statement.
  String text() {
    return kind + " " + sql.strip().replaceAll("\\s+", " ");
  }
}
