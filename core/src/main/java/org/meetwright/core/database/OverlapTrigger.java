package org.meetwright.core.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.api.Trigger;

/// Refuses, on H2, a row of `meeting_host` whose padded time overlaps that of another active
/// meeting of the host: what the exclusion constraint does on PostgreSQL. It holds the host's row
/// first, so that it also sees what another transaction was about to commit. H2 creates it by its
/// class name, which is in a migration and must not change.
public final class OverlapTrigger implements Trigger {
  private static final String EXCLUSION_VIOLATION = "23P01";

  /// A meeting and both of its buffers are at most a day long each.
  private static final String OVERLAP =
      """
      SELECT 1 FROM meeting_host
      WHERE host_id = ? AND active AND meeting_id <> ?
        AND padded_from > DATEADD(DAY, -3, CAST(? AS TIMESTAMP WITH TIME ZONE))
        AND padded_from < ? AND padded_until > ?
      FETCH FIRST ROW ONLY
      """;

  private int meetingId;
  private int hostId;
  private int paddedFrom;
  private int paddedUntil;
  private int active;

  /// Creates the trigger.
  public OverlapTrigger() {}

  @Override
  public void init(
      Connection connection,
      String schema,
      String trigger,
      String table,
      boolean before,
      int operation)
      throws SQLException {
    try (ResultSet columns = connection.getMetaData().getColumns(null, schema, table, null)) {
      while (columns.next()) {
        int place = columns.getInt("ORDINAL_POSITION") - 1;
        switch (columns.getString("COLUMN_NAME")) {
          case "MEETING_ID" -> meetingId = place;
          case "HOST_ID" -> hostId = place;
          case "PADDED_FROM" -> paddedFrom = place;
          case "PADDED_UNTIL" -> paddedUntil = place;
          case "ACTIVE" -> active = place;
          default -> {}
        }
      }
    }
  }

  @Override
  public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
    if (!Boolean.TRUE.equals(after[active])) {
      return;
    }
    lockHost(connection, after);
    try (PreparedStatement query = connection.prepareStatement(OVERLAP)) {
      query.setObject(1, after[hostId]);
      query.setObject(2, after[meetingId]);
      query.setObject(3, after[paddedFrom]);
      query.setObject(4, after[paddedUntil]);
      query.setObject(5, after[paddedFrom]);
      try (ResultSet other = query.executeQuery()) {
        if (other.next()) {
          throw new SQLException("The host has another meeting at that time", EXCLUSION_VIOLATION);
        }
      }
    }
  }

  private void lockHost(Connection connection, Object[] row) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("SELECT id FROM host WHERE id = ? FOR UPDATE")) {
      lock.setObject(1, row[hostId]);
      lock.executeQuery().close();
    }
  }
}
