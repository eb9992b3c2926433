package org.meetwright.core.database;

import org.meetwright.core.database.h2.FilePassword;

/// A program that opens an H2 file when it is told to, says with which password, and keeps it open
/// until its input ends.
public final class Opener {
  private Opener() {}

  public static void main(String[] arguments) throws Exception {
    System.out.println("ready");
    System.in.read();
    try (Database database = Database.open(new DatabaseSettings(arguments[0], "", "", 2))) {
      database.migrations().state();
      System.out.println(FilePassword.read(arguments[0]));
      System.in.read();
    }
  }
}
