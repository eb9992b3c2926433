package org.meetwright.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.ProblemException.Code;
import org.meetwright.server.api.model.ProblemDetails;
import org.meetwright.server.operations.RequestId;
import org.meetwright.server.route.RouteTable;

/// Answers requests that are refused before any route sees them: not HTTP, or far too long. Nothing
/// of the request is repeated.
///
/// @param headers what protects every answer
/// @param publicUrl the server's address, for the way on; null if none was set
/// @param routes who would have been answered
record Refusals(SecurityHeaders headers, @Nullable URI publicUrl, RouteTable routes)
    implements DirectHandler {

  /// Returns handlers of all that can be refused.
  DirectHandlers handlers() {
    DirectHandlers.Builder all = DirectHandlers.builder();
    for (EventType type : EventType.values()) {
      all.addHandler(type, this);
    }
    return all.build();
  }

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType type,
      Status usual,
      ServerResponseHeaders before,
      @Nullable String message) {
    Status status = status(type, usual);
    headers.addTo(before);
    before.set(HeaderNames.CACHE_CONTROL, "no-store");
    if (status.code() == Status.SERVICE_UNAVAILABLE_503.code()) {
      before.set(HeaderNames.RETRY_AFTER, "2");
    }
    TransportResponse.Builder answer =
        TransportResponse.builder().status(status).headers(before).keepAlive(type.keepAlive());
    if (request.method().equals(Method.HEAD.text())) {
      return answer.build();
    }
    boolean program = routes.audience(request.path()).isProgram();
    before.set(
        HeaderNames.CONTENT_TYPE,
        program ? "application/problem+json" : "text/html; charset=utf-8");
    return answer.entity(program ? document(status) : page(status)).build();
  }

  /// What Helidon can't read at all, it takes for a fault of its own; but no fault is ours before a
  /// filter has seen the request.
  private static Status status(EventType type, Status usual) {
    return type == EventType.INTERNAL_ERROR && RequestId.current().isEmpty()
        ? Status.BAD_REQUEST_400
        : usual;
  }

  private static byte[] document(Status status) {
    return Json.bytes(
        new ProblemDetails(
            "about:blank",
            title(status),
            status.code(),
            text(status),
            code(status),
            null,
            null,
            null));
  }

  /// In English: which language is wanted is not known.
  private byte[] page(Status status) {
    String home = publicUrl == null ? "/" : publicUrl + "/";
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>%s</title>
    </head>
    <body>
    <main>
    <h1>%s</h1>
    <p>%s</p>
    <p><a href="%s">To the start page</a></p>
    </main>
    </body>
    </html>
    """
        .formatted(title(status), title(status), text(status), home)
        .getBytes(UTF_8);
  }

  private static String title(Status status) {
    return switch (status.code()) {
      case 413, 414, 431 -> "Too large";
      case 501, 505 -> "Not supported";
      case 500 -> "Something went wrong here";
      case 503 -> "Too busy now";
      default -> "The request could not be read";
    };
  }

  private static String text(Status status) {
    return switch (status.code()) {
      case 413, 414, 431 -> "The address, the headers or the body are too long; send less.";
      case 501 -> "Send the body as it is, or in chunks, without another transfer coding.";
      case 505 -> "HTTP/1.1 is spoken here; ask again in it.";
      case 503 -> "Nothing was done: too much is asked at the moment. Try again in 2 s.";
      case 500 -> "Try again in a moment. If it stays so, tell the admin.";
      default -> "Its address, its headers or its body are not those of HTTP/1.1; mend them.";
    };
  }

  private static String code(Status status) {
    Code code =
        switch (status.code()) {
          case 413, 414, 431 -> Code.TOO_LARGE;
          case 500 -> Code.INTERNAL_ERROR;
          case 503 -> Code.BUSY;
          default -> Code.INVALID_REQUEST;
        };
    return code.word();
  }
}
