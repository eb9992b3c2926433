package org.meetwright.server.acme;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// What is answered where https is not spoken: the authority is told what it asks for, everyone
/// else is sent to https.
///
/// @param answers returns what the authority is told for a token
/// @param https where everyone else is sent; without a slash at the end
record PlainHttp(Function<String, Optional<String>> answers, URI https, Semaphore places) {
  private static final String CHALLENGE = "/.well-known/acme-challenge/";

  /// Strangers can ask for tokens too: so many at a time are looked for.
  private static final int MOST = 4;

  PlainHttp(Function<String, Optional<String>> answers, URI https) {
    this(answers, https, new Semaphore(MOST));
  }

  HttpRouting.Builder routing() {
    return HttpRouting.builder().any(this::answer);
  }

  private void answer(ServerRequest request, ServerResponse response) {
    String path = request.prologue().uriPath().rawPath();
    if (path.startsWith(CHALLENGE)) {
      challenge(path.substring(CHALLENGE.length()), response);
      return;
    }
    String query = request.prologue().query().rawValue();
    response
        .status(Status.PERMANENT_REDIRECT_308)
        .header(
            HeaderNames.LOCATION,
            https + (path.indexOf('/') == 0 ? path : "/") + (query.isEmpty() ? "" : "?" + query))
        .send();
  }

  private void challenge(String token, ServerResponse response) {
    if (!token.matches("[A-Za-z0-9_-]{1,500}")) {
      response.status(Status.NOT_FOUND_404).send();
    } else if (!places.tryAcquire()) {
      response.status(Status.SERVICE_UNAVAILABLE_503).send();
    } else {
      Optional<String> found;
      try {
        found = answers.apply(token);
      } finally {
        places.release();
      }
      if (found.isEmpty()) {
        response.status(Status.NOT_FOUND_404).send();
      } else {
        response
            .header(HeaderNames.CONTENT_TYPE, "application/octet-stream")
            .header(HeaderNames.CACHE_CONTROL, "no-store")
            .send(found.get());
      }
    }
  }
}
