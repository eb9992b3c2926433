package org.meetwright.core.database;

import java.util.concurrent.atomic.AtomicLong;

/// A program that adds rows and says of each when it is acknowledged, until it is killed.
final class RowWriter {
  private static final int THREADS = 6;
  private static final int ROWS = 3_000;

  private RowWriter() {}

  /// Runs it.
  ///
  /// @param arguments the database's URL, the first row
  public static void main(String[] arguments) {
    Database database = Database.open(new DatabaseSettings(arguments[0], "", "", THREADS));
    AtomicLong next = new AtomicLong(Long.parseLong(arguments[1]));
    for (int i = 0; i < THREADS; i++) {
      Thread.ofPlatform()
          .start(
              () -> {
                while (true) {
                  add(database, next.getAndIncrement());
                }
              });
    }
  }

  private static void add(Database database, long id) {
    database.inTransaction(
        tx -> {
          KeptRows rows = tx.mapper(KeptRows.class);
          rows.change(id - id * 7 % ROWS);
          rows.deleteBefore(id - ROWS);
          return rows.add(id);
        });
    System.out.println(id);
  }
}
