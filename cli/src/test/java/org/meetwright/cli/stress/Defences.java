package org.meetwright.cli.stress;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// What H2 itself refuses.
final class Defences {
  private Defences() {}

  /// Drops them all: triggers, unique keys, references.
  static void drop(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      List<String> drops = new ArrayList<>(List.of("SET REFERENTIAL_INTEGRITY FALSE"));
      drops.addAll(
          texts(
              statement,
              "SELECT 'DROP TRIGGER \"' || trigger_name || '\"' FROM information_schema.triggers"));
      drops.addAll(
          texts(
              statement,
              """
              SELECT 'ALTER TABLE ' || table_name || ' DROP CONSTRAINT "' || constraint_name || '"'
              FROM information_schema.table_constraints
              WHERE constraint_type = 'UNIQUE' AND table_name IN ('BOOKING', 'MEETING_HOST', 'OUTBOX')
              """));
      for (String drop : drops) {
        statement.execute(drop);
      }
    }
  }

  private static List<String> texts(Statement statement, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
