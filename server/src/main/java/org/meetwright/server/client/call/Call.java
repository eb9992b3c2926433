package org.meetwright.server.client.call;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A call of an operation.
///
/// @param query what stands in the query, by name
/// @param headers further headers, by name
/// @param body the bytes to send; null for none
@SuppressWarnings("ArrayRecordComponent") // Sent as they are, and compared nowhere.
public record Call(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    byte @Nullable [] body) {
  private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");

  /// Creates a call.
  ///
  /// @param operation method and path as the API's document has them, such as `GET
  ///   /api/v1/bookings/{id}`
  /// @param values of the path's parameters, one after the other
  public static Call of(String operation, Object... values) {
    int space = operation.indexOf(' ');
    Matcher parameters = PARAMETER.matcher(operation.substring(space + 1));
    StringBuilder path = new StringBuilder();
    for (int i = 0; parameters.find(); i++) {
      parameters.appendReplacement(path, encoded(values[i]));
    }
    parameters.appendTail(path);
    return new Call(operation.substring(0, space), path.toString(), Map.of(), Map.of(), null);
  }

  /// Returns the call with a parameter in its query; null leaves it out.
  public Call query(String name, @Nullable Object value) {
    return value == null ? this : new Call(method, path, with(query, name, value), headers, body);
  }

  /// Returns the call with a header; null leaves it out.
  public Call header(String name, @Nullable Object value) {
    return value == null ? this : new Call(method, path, query, with(headers, name, value), body);
  }

  /// Returns the call with a body.
  Call body(byte[] bytes) {
    return new Call(method, path, query, headers, bytes);
  }

  /// Returns path and query as they are sent.
  String target() {
    StringJoiner pairs = new StringJoiner("&", "?", "").setEmptyValue("");
    query.forEach((name, value) -> pairs.add(name + "=" + encoded(value)));
    return path + pairs;
  }

  private static Map<String, String> with(Map<String, String> map, String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(map);
    more.put(name, value.toString());
    return more;
  }

  private static String encoded(Object value) {
    return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
