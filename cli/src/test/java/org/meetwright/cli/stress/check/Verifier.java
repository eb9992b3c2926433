package org.meetwright.cli.stress.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/// Judges a database by what stands in its tables: read by plain SQL, computed slowly and plainly,
/// without any of the program's own code.
public final class Verifier {
  private static final List<Check> CHECKS =
      List.of(new HostTimes(), new Seats(), new Limits(), new Histories(), new Messages());

  private Verifier() {}

  /// Something that must be so.
  @FunctionalInterface
  interface Check {
    /// Returns what is not so, a sentence each.
    List<String> faults(Stored stored);
  }

  /// Returns all faults that the tables show by themselves; holds at any moment.
  public static List<String> faults(Connection connection) throws SQLException {
    Stored stored = StoredReader.read(connection);
    return CHECKS.stream().flatMap(check -> check.faults(stored).stream()).toList();
  }

  /// Returns all faults, also those against what clients were told; holds when no request is open.
  public static List<String> faults(Connection connection, Ledger ledger) throws SQLException {
    Stored stored = StoredReader.read(connection);
    return Stream.concat(CHECKS.stream(), Stream.of(new Acknowledged(ledger)))
        .flatMap(check -> check.faults(stored).stream())
        .toList();
  }
}
