package org.meetwright.core.database.copy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.table.DatabaseTable;

/// What is taken from a table of H2 while it is filled, since it costs more row by row than at the
/// end: indexes that only make searches fast, and the triggers that look for overlaps. What the
/// triggers would have refused is looked for in all rows at once. A restore that does not end
/// leaves a database that no program uses, and whose tables the next one makes anew.
///
/// @param again what is to be run at the end
/// @param overlaps whether overlaps are to be looked for
record Suspended(List<String> again, boolean overlaps) {
  private static final UUID FIRST = new UUID(0, 0);

  /// Nothing is taken.
  static final Suspended NOTHING = new Suspended(List.of(), false);

  private static final String NEXT_HOST =
      """
      SELECT host_id FROM meeting_host WHERE host_id > ? ORDER BY host_id FETCH FIRST ROW ONLY
      """;

  private static final String ACTIVE =
      """
      SELECT padded_from, padded_until, meeting_id FROM meeting_host
      WHERE host_id = ? AND active ORDER BY padded_from
      """;

  private static final String INDEXES =
      """
      SELECT i.index_name, c.column_name, c.ordering_specification
      FROM information_schema.indexes i JOIN information_schema.index_columns c
        ON c.index_schema = i.index_schema AND c.index_name = i.index_name
          AND c.table_name = i.table_name
      WHERE i.table_schema = CURRENT_SCHEMA AND i.table_name = ? AND i.index_type_name = 'INDEX'
        AND NOT EXISTS (SELECT 1 FROM information_schema.table_constraints k
          WHERE k.constraint_schema = i.index_schema AND k.index_name = i.index_name)
      ORDER BY i.index_name, c.ordinal_position
      """;

  private static final String TRIGGERS =
      """
      SELECT trigger_name, event_manipulation, action_timing, java_class
      FROM information_schema.triggers
      WHERE event_object_schema = CURRENT_SCHEMA AND event_object_table = ?
      ORDER BY trigger_name
      """;

  Suspended {
    again = List.copyOf(again);
  }

  /// Takes them from a table.
  static Suspended of(Connection connection, DatabaseTable table) throws SQLException {
    String name = table.name().toUpperCase(Locale.ROOT);
    List<String> again = new ArrayList<>();
    for (Map.Entry<String, List<String>> index : indexes(connection, name).entrySet()) {
      execute(connection, "DROP INDEX \"" + index.getKey() + "\"");
      again.add(
          "CREATE INDEX \"%s\" ON \"%s\" (%s)"
              .formatted(index.getKey(), name, String.join(", ", index.getValue())));
    }
    boolean overlaps = false;
    for (Map.Entry<String, String> trigger : triggers(connection, name).entrySet()) {
      execute(connection, "DROP TRIGGER \"" + trigger.getKey() + "\"");
      again.add(trigger.getValue());
      overlaps = true;
    }
    return new Suspended(again, overlaps);
  }

  /// Returns the columns of each index that belongs to no constraint.
  private static Map<String, List<String>> indexes(Connection connection, String table)
      throws SQLException {
    Map<String, List<String>> found = new LinkedHashMap<>();
    try (PreparedStatement query = connection.prepareStatement(INDEXES)) {
      query.setString(1, table);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found
              .computeIfAbsent(rows.getString(1), name -> new ArrayList<>())
              .add("\"" + rows.getString(2) + "\" " + rows.getString(3));
        }
      }
    }
    return found;
  }

  /// Returns the statement that makes each trigger.
  private static Map<String, String> triggers(Connection connection, String table)
      throws SQLException {
    Map<String, String> found = new LinkedHashMap<>();
    try (PreparedStatement query = connection.prepareStatement(TRIGGERS)) {
      query.setString(1, table);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.put(
              rows.getString(1),
              "CREATE TRIGGER \"%s\" %s %s ON \"%s\" FOR EACH ROW CALL '%s'"
                  .formatted(
                      rows.getString(1),
                      rows.getString(3),
                      rows.getString(2),
                      table,
                      rows.getString(4)));
        }
      }
    }
    return found;
  }

  /// Gives them back.
  ///
  /// @throws SQLException if a host has two meetings at once
  void resume(Connection connection) throws SQLException {
    for (String statement : again) {
      execute(connection, statement);
    }
    if (overlaps) {
      refuseOverlaps(connection);
    }
  }

  /// Host by host, so that memory does not depend on how many meetings there are in all.
  private static void refuseOverlaps(Connection connection) throws SQLException {
    try (PreparedStatement hosts = connection.prepareStatement(NEXT_HOST);
        PreparedStatement active = connection.prepareStatement(ACTIVE)) {
      UUID host = next(hosts, FIRST);
      while (host != null) {
        refuseOverlaps(active, host);
        host = next(hosts, host);
      }
    }
  }

  private static @Nullable UUID next(PreparedStatement hosts, UUID after) throws SQLException {
    hosts.setObject(1, after);
    try (ResultSet rows = hosts.executeQuery()) {
      return rows.next() ? rows.getObject(1, UUID.class) : null;
    }
  }

  private static void refuseOverlaps(PreparedStatement active, UUID host) throws SQLException {
    active.setObject(1, host);
    try (ResultSet rows = active.executeQuery()) {
      OffsetDateTime until = OffsetDateTime.MIN;
      while (rows.next()) {
        if (rows.getObject(1, OffsetDateTime.class).isBefore(until)) {
          throw new SQLException(
              "The host " + host + " has another meeting at the time of " + rows.getString(3));
        }
        OffsetDateTime end = rows.getObject(2, OffsetDateTime.class);
        until = until.isAfter(end) ? until : end;
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
