package org.meetwright.core.backup;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.table.Column;
import org.meetwright.core.database.table.DatabaseTable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// The lines of a backup: JSON, in ASCII, so that a row has one form only, whatever it holds.
final class BackupLines {
  /// The tables that are not backed up: how often clients came in the last minutes.
  static final Set<String> LEFT_OUT = Set.of("rate_limit");

  /// How long a line may be, in bytes.
  static final int LONGEST = 64 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();
  private static final TypeReference<List<@Nullable Object>> ROW = new TypeReference<>() {};

  private BackupLines() {}

  /// The line before the rows of a table.
  ///
  /// @param columns the type of each, in the order of the rows' values
  record TableBegin(String table, SortedMap<String, String> columns) {
    static TableBegin of(DatabaseTable table) {
      SortedMap<String, String> columns = new TreeMap<>();
      for (Column column : table.columns()) {
        columns.put(column.name(), column.type().word());
      }
      return new TableBegin(table.name(), columns);
    }
  }

  /// The line after the rows of a table.
  record TableEnd(long rows, String checksum) {}

  /// The last line.
  ///
  /// @param tables how many there are
  /// @param checksum the SHA-256 of all lines before, with their ends
  record End(int tables, String checksum) {}

  static byte[] write(Object line) {
    return JSON.writeValueAsBytes(line);
  }

  /// @throws tools.jackson.core.JacksonException if it is no such line
  static <T> T read(byte[] line, Class<T> type) {
    return JSON.readValue(line, type);
  }

  /// @throws tools.jackson.core.JacksonException if it is no row
  static List<@Nullable Object> row(byte[] line) {
    return JSON.readValue(line, ROW);
  }

  /// @throws tools.jackson.core.JacksonException if it is no object
  static Set<String> keys(byte[] line) {
    return JSON.readValue(line, new TypeReference<Map<String, Object>>() {}).keySet();
  }
}
