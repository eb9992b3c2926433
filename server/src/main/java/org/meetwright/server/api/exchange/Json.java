package org.meetwright.server.api.exchange;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.exchange.ProblemException.Code;
import org.meetwright.server.listener.RequestBody;
import org.meetwright.server.load.Memory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads bodies and writes answers.
public final class Json {
  /// How large a request's body may be, in bytes.
  public static final int MOST_BYTES = 64 * 1024;

  /// How many keys, values and brackets a stranger's body may have: a booking with all answers has
  /// less than a tenth. Each takes far more memory than it has bytes.
  static final int MOST_PARTS = 3000;

  /// How many a host's body may have, which may hold a list, such as years of overrides.
  static final int MOST_PARTS_OF_A_LIST = 20_000;

  private static final int DEEPEST = 20;

  private static final JsonMapper MAPPER = mapper(MOST_PARTS);
  private static final JsonMapper LIST_MAPPER = mapper(MOST_PARTS_OF_A_LIST);

  private static JsonMapper mapper(int mostParts) {
    return JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxTokenCount(mostParts)
                        .maxNestingDepth(DEEPEST)
                        .build())
                .build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .build();
  }

  private Json() {}

  /// Reads a stranger's body before the request waits for anything: one with too many parts takes
  /// nobody else's time. It is only looked through; what it holds takes memory once it is read in
  /// turn.
  ///
  /// @throws ProblemException if it is larger than 64 KiB
  /// @throws InvalidValueException if it is not JSON, or has too many parts
  public static void readAhead(ServerRequest request) {
    RequestBody.readAhead(request, MOST_BYTES + 1);
    byte[] bytes = bytes(request);
    read(
        () -> {
          try (JsonParser parser = MAPPER.createParser(bytes)) {
            while (parser.nextToken() != null) {
              // Counted by the parser.
            }
            return bytes.length;
          }
        },
        MOST_PARTS);
  }

  /// Reads a request's body, which must be a JSON object. No body at all is read as an empty
  /// object.
  ///
  /// @throws ProblemException if it is larger than 64 KiB
  /// @throws InvalidValueException if it is not a JSON object, or has too many parts
  public static Fields body(ServerRequest request) {
    return body(request, MAPPER, MOST_PARTS);
  }

  /// Reads the body of a host's request, which may hold long lists.
  ///
  /// @throws ProblemException if it is larger than 64 KiB
  /// @throws InvalidValueException if it is not a JSON object, or has too many parts
  public static Fields listBody(ServerRequest request) {
    return body(request, LIST_MAPPER, MOST_PARTS_OF_A_LIST);
  }

  private static Fields body(ServerRequest request, JsonMapper mapper, int mostParts) {
    byte[] bytes = bytes(request);
    if (bytes.length == 0) {
      return new Fields(MAPPER.createObjectNode());
    }
    if (read(() -> mapper.readTree(bytes), mostParts) instanceof ObjectNode object) {
      return new Fields(object);
    }
    throw new InvalidValueException("", "must be a JSON object");
  }

  private static <T> T read(Supplier<T> reading, int mostParts) {
    try {
      return reading.get();
    } catch (StreamConstraintsException tooMuch) {
      throw new InvalidValueException(
          "",
          "must have at most "
              + mostParts
              + " keys, values and brackets, and not more than "
              + DEEPEST
              + " in each other");
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

  /// Returns the text of an object, on one line.
  public static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /// Answers with an object.
  public static void send(ServerResponse response, Object value) {
    response.header(HeaderValues.CONTENT_TYPE_JSON);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Memory.send(response, bytes(value));
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
