package org.meetwright.core.rate;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.rate.Call.Kind;
import org.meetwright.core.rate.Call.Parameter;

/// Notes what connections are sent.
final class Recording {
  private final List<Call> calls = new ArrayList<>();

  /// Returns a connection that passes everything on and notes it here.
  Connection of(Connection connection) {
    return proxy(Connection.class, (proxy, method, arguments) -> on(connection, method, arguments));
  }

  /// Returns what was noted since the last call of this method.
  synchronized List<Call> take() {
    List<Call> taken = List.copyOf(calls);
    calls.clear();
    return taken;
  }

  private synchronized void note(Kind kind, String sql, List<Parameter> parameters, long nanos) {
    calls.add(new Call(kind, sql, parameters, nanos));
  }

  private @Nullable Object on(Connection connection, Method method, Object @Nullable [] arguments)
      throws Throwable {
    long begin = System.nanoTime();
    Object result = call(connection, method, arguments);
    long nanos = System.nanoTime() - begin;
    return switch (method.getName()) {
      case "commit" -> noted(result, Kind.COMMIT, nanos);
      case "rollback" -> noted(result, Kind.ROLLBACK, nanos);
      case "prepareStatement" ->
          statement(PreparedStatement.class, (Statement) result, (String) arguments[0]);
      case "createStatement" -> statement(Statement.class, (Statement) result, "");
      default -> result;
    };
  }

  private @Nullable Object noted(@Nullable Object result, Kind kind, long nanos) {
    note(kind, "", List.of(), nanos);
    return result;
  }

  private Object statement(Class<?> type, Statement real, String sql) {
    SortedMap<Integer, Parameter> parameters = new TreeMap<>();
    return proxy(
        type,
        (proxy, method, arguments) -> {
          String name = method.getName();
          if (method.getDeclaringClass() == PreparedStatement.class && name.startsWith("set")) {
            parameters.put((Integer) arguments[0], parameter(name, arguments));
          }
          long begin = System.nanoTime();
          Object result = call(real, method, arguments);
          long nanos = System.nanoTime() - begin;
          if (name.equals("addBatch")) {
            note(Kind.ADD, sql, List.copyOf(parameters.values()), nanos);
          } else if (name.endsWith("executeBatch")) {
            note(Kind.RUN_BATCH, sql, List.of(), nanos);
          } else if (name.startsWith("execute")) {
            String run = arguments == null ? sql : (String) arguments[0];
            note(Kind.RUN, run, List.copyOf(parameters.values()), nanos);
          }
          return result;
        });
  }

  private static Parameter parameter(String setter, Object[] arguments) throws SQLException {
    if (setter.equals("setNull")) {
      return new Parameter(null, (Integer) arguments[1]);
    }
    if (arguments.length > 2 || arguments[1] instanceof java.sql.Array) {
      throw new SQLException("The benchmark does not know parameters set by " + setter);
    }
    return new Parameter(arguments[1], 0);
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Recording.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
