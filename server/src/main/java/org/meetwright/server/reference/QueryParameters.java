package org.meetwright.server.reference;

import io.helidon.webserver.http.ServerRequest;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.route.Audience;
import org.meetwright.server.route.Route;

/// Refuses query parameters that are not in the API document: a misspelt name must not be silently
/// ignored. The document is read when a query is first sent.
public final class QueryParameters {
  private static final String API = "/api/";

  /// Read once; nobody waits for it afterwards.
  private static final class Holder {
    private static final Map<String, Collection<String>> BY_ROUTE = read(ApiDocument.read());
  }

  /// Lets a request on if its route has all its query parameters.
  ///
  /// @throws InvalidValueException naming the first parameter that it does not have
  public void check(ServerRequest request) {
    if (!request.query().isEmpty()) {
      Route.of(request)
          .filter(route -> route.area().audience() == Audience.PROGRAM)
          .filter(route -> route.pattern().startsWith(API))
          .ifPresent(route -> check(request, route));
    }
  }

  private void check(ServerRequest request, Route route) {
    String method = route.method().equals("HEAD") ? "GET" : route.method();
    Collection<String> names = Holder.BY_ROUTE.get(key(method, route.pattern()));
    if (names == null) {
      return;
    }
    for (String name : request.query().names()) {
      if (!names.contains(name)) {
        throw new InvalidValueException(
            name,
            names.isEmpty()
                ? "is not known here; there are no query parameters"
                : "is not known here; known are " + String.join(", ", names));
      }
    }
  }

  private static Map<String, Collection<String>> read(ApiDocument document) {
    Map<String, Collection<String>> read = new HashMap<>();
    for (var path : document.root().path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        Collection<String> names =
            new TreeSet<>(
                Stream.of(path.getValue(), operation.getValue())
                    .flatMap(told -> told.path("parameters").valueStream())
                    .map(document::resolved)
                    .filter(parameter -> parameter.path("in").asString().equals("query"))
                    .map(parameter -> parameter.path("name").asString())
                    .toList());
        read.put(key(operation.getKey().toUpperCase(Locale.ROOT), path.getKey()), names);
      }
    }
    return Map.copyOf(read);
  }

  /// What the parts of a path are called does not matter.
  private static String key(String method, String pattern) {
    return method + " " + pattern.replaceAll("\\{[^}]*}", "{}");
  }
}
