package org.meetwright.core.database.mybatis;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.InvalidValueException;
import tools.jackson.core.JacksonException;

/// Converts rows to values. A row that cannot be converted does not break a list: it is left out,
/// and the log says so. If it is requested by itself, that is a fault of the installation, never of
/// the client.
public final class StoredRows {
  private static final Logger LOG = Logger.getLogger(StoredRows.class.getName());

  private StoredRows() {}

  /// Makes a value of one row.
  ///
  /// @param kind what the row describes, for messages
  /// @throws UnreadableRowException if that cannot be
  public static <T> T read(String kind, UUID id, Supplier<T> value) {
    try {
      return value.get();
    } catch (RuntimeException failed) {
      if (!(failed instanceof UnreadableRowException) && isOfTheRow(failed)) {
        throw new UnreadableRowException(kind, id, failed);
      }
      throw failed;
    }
  }

  /// Makes values of the rows that can be read.
  ///
  /// @param value makes one with [#read]
  public static <R, T> List<T> list(List<R> rows, Function<R, T> value) {
    return rows.stream().flatMap(row -> readable(() -> value.apply(row))).toList();
  }

  /// Asks for all values at once; if that fails because of a row, for one after the other.
  ///
  /// @param kind what a row describes, for messages
  /// @param one returns the value of an id; null if it is gone
  public static <T> List<T> list(
      String kind,
      Supplier<List<T>> all,
      Supplier<List<UUID>> ids,
      Function<UUID, @Nullable T> one) {
    try {
      return all.get();
    } catch (RuntimeException failed) {
      if (!isOfTheRow(failed)) {
        throw failed;
      }
      return ids.get().stream()
          .flatMap(id -> readable(() -> Stream.ofNullable(read(kind, id, one, failed))))
          .flatMap(found -> found)
          .toList();
    }
  }

  private static <T> @Nullable T read(
      String kind, UUID id, Function<UUID, @Nullable T> one, RuntimeException before) {
    try {
      return one.apply(id);
    } catch (RuntimeException failed) {
      if (isOfTheRow(failed)) {
        failed.addSuppressed(before);
        throw new UnreadableRowException(kind, id, failed);
      }
      throw failed;
    }
  }

  private static <T> Stream<T> readable(Supplier<T> value) {
    try {
      return Stream.of(Objects.requireNonNull(value.get()));
    } catch (UnreadableRowException broken) {
      LOG.log(Level.SEVERE, broken, () -> "Left out of a list: " + broken.getMessage());
      return Stream.empty();
    }
  }

  /// Returns whether what a row says is to blame, not the database.
  private static boolean isOfTheRow(Throwable failed) {
    boolean wrongValue = false;
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException) {
        return false;
      }
      wrongValue |=
          cause instanceof InvalidValueException
              || cause instanceof IllegalArgumentException
              || cause instanceof DateTimeException
              || cause instanceof IndexOutOfBoundsException
              || cause instanceof JacksonException;
    }
    return wrongValue;
  }
}
