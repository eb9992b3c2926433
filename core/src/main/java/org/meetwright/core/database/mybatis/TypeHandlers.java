package org.meetwright.core.database.mybatis;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/// How the types of the domain go into columns and come out.
final class TypeHandlers {
  private TypeHandlers() {}

  /// A type that the driver knows by a class of its own.
  abstract static class OfObject<T, C> extends BaseTypeHandler<T> {
    private final Class<C> columnType;

    OfObject(Class<C> columnType) {
      this.columnType = columnType;
    }

    abstract C toColumn(T value);

    abstract T fromColumn(C column);

    @Override
    public void setNonNullParameter(
        PreparedStatement statement, int index, T value, JdbcType jdbcType) throws SQLException {
      statement.setObject(index, toColumn(value));
    }

    @Override
    public @Nullable T getNullableResult(ResultSet rows, String column) throws SQLException {
      C value = rows.getObject(column, columnType);
      return value == null ? null : fromColumn(value);
    }

    @Override
    public @Nullable T getNullableResult(ResultSet rows, int column) throws SQLException {
      C value = rows.getObject(column, columnType);
      return value == null ? null : fromColumn(value);
    }

    @Override
    public @Nullable T getNullableResult(CallableStatement call, int column) throws SQLException {
      C value = call.getObject(column, columnType);
      return value == null ? null : fromColumn(value);
    }
  }

  static final class OfUuid extends OfObject<UUID, UUID> {
    OfUuid() {
      super(UUID.class);
    }

    @Override
    UUID toColumn(UUID value) {
      return value;
    }

    @Override
    UUID fromColumn(UUID column) {
      return column;
    }
  }

  static final class OfInstant extends OfObject<Instant, OffsetDateTime> {
    OfInstant() {
      super(OffsetDateTime.class);
    }

    @Override
    OffsetDateTime toColumn(Instant value) {
      return value.atOffset(ZoneOffset.UTC);
    }

    @Override
    Instant fromColumn(OffsetDateTime column) {
      return column.toInstant();
    }
  }

  static final class OfText<T> extends OfObject<T, String> {
    private final Function<String, T> parse;
    private final Function<T, String> print;

    OfText(Function<String, T> parse, Function<T, String> print) {
      super(String.class);
      this.parse = parse;
      this.print = print;
    }

    @Override
    String toColumn(T value) {
      return print.apply(value);
    }

    @Override
    T fromColumn(String column) {
      return parse.apply(column);
    }
  }
}
