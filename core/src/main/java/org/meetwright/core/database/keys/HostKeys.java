package org.meetwright.core.database.keys;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Logger;
import org.meetwright.core.value.EmailKeys;

/// Rebuilds the keys of the hosts' addresses. No two hosts have the same key.
final class HostKeys {
  private static final Logger LOG = Logger.getLogger(HostKeys.class.getName());

  private HostKeys() {}

  /// @param key as it is stored
  private record Row(UUID id, String handle, String email, String key) {
    String newKey() {
      return EmailKeys.ofOne(email);
    }
  }

  /// Rebuilds the keys. Of two hosts whose addresses have become the same, the one who has the key
  /// keeps it, or else the older one gets it; the other stays as he is.
  ///
  /// @return the handles of those who stay as they are
  static List<String> fill(Connection connection) throws SQLException {
    List<Row> left = outdated(connection);
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE host SET email_key = ? WHERE id = ?"
                + " AND NOT EXISTS (SELECT 1 FROM host other WHERE other.email_key = ?)")) {
      // A key may be free only after its former owner got a new one.
      for (int before = -1; before != left.size(); ) {
        before = left.size();
        for (Row row : List.copyOf(left)) {
          if (isUpdated(update, row)) {
            left.remove(row);
          }
        }
      }
    }
    return left.stream().map(Row::handle).toList();
  }

  /// Warns of a host who stays as he is.
  static void warn(String handle) {
    LOG.warning(
        "Another host has the address of the host "
            + handle
            + " now, who is not found by it any more; give one of the two another address.");
  }

  /// Returns the hosts whose key is another now, the oldest first.
  private static List<Row> outdated(Connection connection) throws SQLException {
    List<Row> outdated = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT id, handle, email, email_key FROM host ORDER BY created_at, id")) {
      while (rows.next()) {
        Row row =
            new Row(
                rows.getObject(1, UUID.class),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4));
        if (!row.newKey().equals(row.key())) {
          outdated.add(row);
        }
      }
    }
    return outdated;
  }

  private static boolean isUpdated(PreparedStatement update, Row row) throws SQLException {
    update.setString(1, row.newKey());
    update.setObject(2, row.id());
    update.setString(3, row.newKey());
    return update.executeUpdate() > 0;
  }
}
