package org.meetwright.core.database.keys;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.EmailKeys;
import org.meetwright.core.value.FoldedText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Rebuilds the columns that contain folded text and may be the same in several rows. In Java,
/// because no database folds letters as the program does.
final class KeyColumns {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int BATCH = 500;
  private static final UUID FIRST = new UUID(0, 0);

  private KeyColumns() {}

  /// What a row's keys are made of.
  @FunctionalInterface
  private interface Keys {
    List<String> of(ResultSet row) throws SQLException;
  }

  static void fill(Connection connection) throws SQLException {
    fill(
        connection,
        "booking SET search_key = ?, invitee_email_key = ?, guest_keys = ? WHERE id = ?",
        "id, invitee_name, invitee_email, guests, notes FROM booking",
        "id",
        row ->
            List.of(
                FoldedText.key(
                    FoldedText.LONGEST,
                    row.getString("invitee_name"),
                    row.getString("invitee_email"),
                    row.getString("guests"),
                    row.getString("notes")),
                EmailKeys.ofOne(row.getString("invitee_email")),
                EmailKeys.ofStored(List.of(row.getString("guests")))));
    fill(
        connection,
        "meeting SET search_key = ? WHERE id = ?",
        "id, event_type_name FROM meeting",
        "id",
        row -> List.of(FoldedText.key(4000, row.getString("event_type_name"))));
    fill(
        connection,
        "confirmation SET email_key = ?, guest_keys = ? WHERE wish IS NOT NULL AND id = ?",
        "id, wish FROM confirmation",
        "id",
        row -> wish(row.getString("wish")));
    fill(
        connection,
        "email SET recipient_key = ? WHERE id = ?",
        "id, recipient FROM email",
        "id",
        row -> List.of(EmailKeys.ofOne(row.getString("recipient"))));
    fill(
        connection,
        "booking_archive SET email_keys = ? WHERE meeting_id = ?",
        "meeting_id, document FROM booking_archive",
        "meeting_id",
        row -> List.of(people(row.getString("document"))));
  }

  private static void fill(Connection connection, String set, String columns, String id, Keys keys)
      throws SQLException {
    String page = "SELECT " + columns + " WHERE " + id + " > ? ORDER BY " + id + " LIMIT " + BATCH;
    try (PreparedStatement rows = connection.prepareStatement(page);
        PreparedStatement update = connection.prepareStatement("UPDATE " + set)) {
      for (UUID after = FIRST; after != null; ) {
        after = fillPage(rows, update, after, keys);
      }
    }
  }

  /// Fills a page.
  ///
  /// @return the last id; null if there is nothing left
  private static @Nullable UUID fillPage(
      PreparedStatement rows, PreparedStatement update, UUID after, Keys keys) throws SQLException {
    rows.setObject(1, after);
    UUID last = null;
    try (ResultSet row = rows.executeQuery()) {
      while (row.next()) {
        last = row.getObject(1, UUID.class);
        int column = 1;
        for (String key : keys.of(row)) {
          update.setString(column++, key);
        }
        update.setObject(column, last);
        update.addBatch();
      }
    }
    update.executeBatch();
    return last;
  }

  private static List<String> wish(@Nullable String wish) {
    if (wish == null) {
      return List.of("", "");
    }
    JsonNode read = JSON.readTree(wish);
    return List.of(
        EmailKeys.ofOne(String.join("", texts(read.path("invitee").path("email")))),
        EmailKeys.ofStored(texts(read.path("guests"))));
  }

  private static String people(String document) {
    List<String> people = new ArrayList<>();
    for (JsonNode booking : JSON.readTree(document).path("bookings")) {
      people.add(booking.path("inviteeEmail").asString(""));
      people.add(booking.path("guests").asString(""));
    }
    return EmailKeys.ofStored(people);
  }

  /// Returns all texts in a node.
  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isString()) {
      texts.add(node.asString());
    }
    node.forEach(inner -> texts.addAll(texts(inner)));
    return texts;
  }
}
