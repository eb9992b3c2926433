package org.meetwright.core.database;

import java.sql.Connection;
import java.sql.DriverManager;
import org.meetwright.core.database.h2.FilePassword;

/// A program that holds an H2 file and does not share it.
public final class FileHolder {
  private FileHolder() {}

  public static void main(String[] arguments) throws Exception {
    try (Connection connection =
        DriverManager.getConnection(arguments[0], "meetwright", FilePassword.read(arguments[0]))) {
      System.out.println(connection.isValid(1) ? "open" : "closed");
      System.in.read();
    }
  }
}
