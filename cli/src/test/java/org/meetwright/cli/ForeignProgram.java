package org.meetwright.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import org.meetwright.core.database.h2.FilePassword;

/// A program that opens an H2 database for itself alone, and keeps it open.
final class ForeignProgram {
  private ForeignProgram() {}

  public static void main(String[] arguments) throws Exception {
    try (Connection connection =
        DriverManager.getConnection(arguments[0], "meetwright", FilePassword.read(arguments[0]))) {
      System.out.println(connection.isValid(0) ? "open" : "closed");
      System.in.read();
    }
  }
}
