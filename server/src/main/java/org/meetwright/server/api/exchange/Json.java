package org.meetwright.server.api.exchange;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.OptionalLong;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.exchange.ProblemException.Code;
import org.meetwright.server.listener.RequestBody;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads bodies and writes answers.
public final class Json {
  /// How large a request's body may be, in bytes.
  public static final int MOST_BYTES = 64 * 1024;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private Json() {}

  /// Reads a request's body, which must be a JSON object. No body at all is read as an empty
  /// object.
  ///
  /// @throws ProblemException if it is larger than 64 KiB
  /// @throws InvalidValueException if it is not a JSON object
  public static Fields body(ServerRequest request) {
    byte[] bytes = bytes(request);
    if (bytes.length == 0) {
      return new Fields(MAPPER.createObjectNode());
    }
    try {
      JsonNode node = MAPPER.readTree(bytes);
      if (node instanceof ObjectNode object) {
        return new Fields(object);
      }
    } catch (JacksonException notJson) {
      String where =
          notJson.getLocation() == null
              ? ""
              : " (line "
                  + notJson.getLocation().getLineNr()
                  + ", column "
                  + notJson.getLocation().getColumnNr()
                  + ")";
      throw new InvalidValueException("", "must be a JSON object in UTF-8" + where);
    }
    throw new InvalidValueException("", "must be a JSON object");
  }

  /// Reads a request's body.
  ///
  /// @throws ProblemException if it is larger than 64 KiB
  public static byte[] bytes(ServerRequest request) {
    OptionalLong length = request.headers().contentLength();
    if (length.isPresent() && length.getAsLong() > MOST_BYTES) {
      throw tooLarge();
    }
    byte[] bytes = RequestBody.read(request, MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw tooLarge();
    }
    return bytes;
  }

  private static ProblemException tooLarge() {
    return ProblemException.of(
        Code.TOO_LARGE, "A body may have at most " + MOST_BYTES + " bytes; send less.");
  }

  /// Returns the text of an object, in UTF-8.
  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /// Answers with an object.
  public static void send(ServerResponse response, Object value) {
    response.header(HeaderValues.CONTENT_TYPE_JSON);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    response.send(bytes(value));
  }

  /// Answers that an object was made.
  ///
  /// @param location its address
  public static void created(ServerResponse response, String location, Object value) {
    response.status(Status.CREATED_201).header(HeaderNames.LOCATION, location);
    send(response, value);
  }

  /// Answers with a problem document.
  public static void send(ServerResponse response, ProblemException failure) {
    failure
        .retryAfter()
        .ifPresent(
            wait -> response.header(HeaderNames.RETRY_AFTER, String.valueOf(wait.toSeconds())));
    response
        .status(Status.create(failure.problem().status()))
        .header(HeaderNames.CONTENT_TYPE, "application/problem+json")
        .header(HeaderNames.CACHE_CONTROL, "no-store")
        .send(bytes(failure.problem()));
  }
}
