package org.meetwright.core.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import org.meetwright.core.database.h2.CommitGate;

/// A program that is in the midst of a commit until its input ends.
public final class GateHolder {
  private GateHolder() {}

  public static void main(String[] arguments) throws Exception {
    DatabaseSettings settings = new DatabaseSettings(arguments[0], "", "", 1);
    try (HikariDataSource dataSource = openForSync(settings);
        CommitGate gate = CommitGate.open(dataSource)) {
      gate.pass(
          () -> {
            System.out.println("inside");
            try {
              while (System.in.read() >= 0) {
                // Anything said to it is of no interest.
              }
            } catch (IOException ended) {
              // So is how it ends.
            }
          });
    }
  }

  public static HikariDataSource openForSync(DatabaseSettings settings) {
    try (Connections connections = Connections.to(settings)) {
      return connections.openForSync();
    }
  }
}
