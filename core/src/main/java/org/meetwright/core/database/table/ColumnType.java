package org.meetwright.core.database.table;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a column holds, and how that is told in a form that is the same from both databases: a
/// text, a whole number, a truth value, or null.
public enum ColumnType {
  /// A UUID, as a text with hyphens.
  UUID {
    @Override
    @Nullable Object get(ResultSet row, int place) throws SQLException {
      Object id = row.getObject(place);
      return id == null ? null : id.toString();
    }

    @Override
    void set(PreparedStatement statement, int place, Object value) throws SQLException {
      statement.setObject(place, java.util.UUID.fromString((String) value));
    }
  },

  /// Text of any length.
  TEXT {
    @Override
    @Nullable Object get(ResultSet row, int place) throws SQLException {
      return row.getString(place);
    }

    @Override
    void set(PreparedStatement statement, int place, Object value) throws SQLException {
      statement.setString(place, (String) value);
    }
  },

  /// True or false.
  BOOLEAN {
    @Override
    @Nullable Object get(ResultSet row, int place) throws SQLException {
      boolean value = row.getBoolean(place);
      return row.wasNull() ? null : (Boolean) value;
    }

    @Override
    void set(PreparedStatement statement, int place, Object value) throws SQLException {
      statement.setBoolean(place, (Boolean) value);
    }
  },

  /// A whole number of up to 64 bits.
  INTEGER {
    @Override
    @Nullable Object get(ResultSet row, int place) throws SQLException {
      long value = row.getLong(place);
      return row.wasNull() ? null : (Long) value;
    }

    @Override
    void set(PreparedStatement statement, int place, Object value) throws SQLException {
      statement.setLong(place, (Long) value);
    }
  },

  /// An instant, as a text in UTC; an offset that H2 keeps with it is left out.
  INSTANT {
    @Override
    @Nullable Object get(ResultSet row, int place) throws SQLException {
      OffsetDateTime value = row.getObject(place, OffsetDateTime.class);
      return value == null ? null : value.toInstant().toString();
    }

    @Override
    void set(PreparedStatement statement, int place, Object value) throws SQLException {
      statement.setObject(place, Instant.parse((String) value).atOffset(ZoneOffset.UTC));
    }
  },

  /// A date, as a text.
  DATE {
    @Override
    @Nullable Object get(ResultSet row, int place) throws SQLException {
      LocalDate value = row.getObject(place, LocalDate.class);
      return value == null ? null : value.toString();
    }

    @Override
    void set(PreparedStatement statement, int place, Object value) throws SQLException {
      statement.setObject(place, LocalDate.parse((String) value));
    }
  },

  /// Bytes, in base64.
  BYTES {
    @Override
    @Nullable Object get(ResultSet row, int place) throws SQLException {
      byte[] value = row.getBytes(place);
      return value == null ? null : Base64.getEncoder().encodeToString(value);
    }

    @Override
    void set(PreparedStatement statement, int place, Object value) throws SQLException {
      statement.setBytes(place, Base64.getDecoder().decode((String) value));
    }
  };

  /// Returns the type of a column as the driver describes it; empty for a type that is not known
  /// here, such as an array.
  ///
  /// @param jdbcType one of [Types]
  /// @param name what the database calls it
  static Optional<ColumnType> of(int jdbcType, String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "uuid" -> Optional.of(UUID);
      case "bool" -> Optional.of(BOOLEAN);
      case "timestamptz" -> Optional.of(INSTANT);
      default ->
          switch (jdbcType) {
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> Optional.of(TEXT);
            case Types.BOOLEAN -> Optional.of(BOOLEAN);
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Optional.of(INTEGER);
            case Types.TIMESTAMP_WITH_TIMEZONE -> Optional.of(INSTANT);
            case Types.DATE -> Optional.of(DATE);
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
                Optional.of(BYTES);
            default -> Optional.empty();
          };
    };
  }

  /// Returns the value of a column of a row.
  abstract @Nullable Object get(ResultSet row, int place) throws SQLException;

  /// Sets a parameter of a statement.
  abstract void set(PreparedStatement statement, int place, Object value) throws SQLException;

  /// Returns what it is called in archives.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
