package org.meetwright.server.listener;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.function.BooleanSupplier;
import org.meetwright.server.connection.OpenConnections;

/// Ends the connection after an answer that says so; the first filter of the server. Helidon would
/// go on reading, and take the rest of a broken body for the next request.
///
/// @param connections is told of requests that were answered without being read
/// @param closing whether the server is being ended: then every answer says so
public record ConnectionEnd(OpenConnections connections, BooleanSupplier closing)
    implements Filter {
  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    response.beforeSend(() -> sayIfClosing(response));
    chain.proceed();
    if (response.headers().containsToken(HeaderValues.CONNECTION_CLOSE)) {
      throw new CloseConnectionException("The answer says so");
    }
    if (request.content().hasEntity() && !request.content().consumed()) {
      connections.leaveUnread(request.remotePeer().address());
    }
  }

  private void sayIfClosing(RoutingResponse response) {
    if (closing.getAsBoolean()) {
      response.headers().set(HeaderValues.CONNECTION_CLOSE);
    }
  }
}
