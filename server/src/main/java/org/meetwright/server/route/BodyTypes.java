package org.meetwright.server.route;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;

/// Refuses bodies of media types that an area does not take.
public final class BodyTypes implements Gate {
  @Override
  public void enter(Area area, ServerRequest request) {
    Method method = request.prologue().method();
    boolean reads = method.equals(Method.GET) || method.equals(Method.HEAD);
    if (!reads && request.content().hasEntity() && !area.body().accepts(contentType(request))) {
      throw new BodyTypeException(area.body());
    }
  }

  /// Two headers may be understood as either: then none is.
  private static String contentType(ServerRequest request) {
    if (!request.headers().contains(HeaderNames.CONTENT_TYPE)) {
      return "";
    }
    List<String> values = request.headers().get(HeaderNames.CONTENT_TYPE).allValues();
    return values.size() == 1 ? values.getFirst() : "";
  }
}
