package org.meetwright.server.oidc;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Requests to a provider, answered with JSON.
final class Exchange {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 256 * 1024;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();

  /// Sends a request.
  ///
  /// @throws OpenIdException if the answer is not 200 with JSON
  JsonNode send(HttpRequest.Builder request) {
    HttpRequest built = request.header("Accept", "application/json").timeout(LIMIT).build();
    try {
      HttpResponse<InputStream> response = client.send(built, BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        byte[] bytes = body.readNBytes(MOST_BYTES);
        if (response.statusCode() != 200) {
          throw new OpenIdException(built.uri() + " answers " + response.statusCode());
        }
        return JsonMapper.shared().readTree(bytes);
      }
    } catch (IOException | JacksonException failed) {
      throw new OpenIdException(built.uri() + " does not answer with JSON", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new OpenIdException("Interrupted", interrupted);
    }
  }

  /// Returns what a JSON object holds at a key.
  ///
  /// @throws OpenIdException if it is no text
  static String text(JsonNode object, String key) {
    String text = object.path(key).asString("");
    if (text.isEmpty()) {
      throw new OpenIdException("The provider's answer has no " + key);
    }
    return text;
  }

  /// Returns what a JSON object holds at a key.
  ///
  /// @throws OpenIdException if it is no address
  static URI address(JsonNode object, String key) {
    try {
      return URI.create(text(object, key));
    } catch (IllegalArgumentException notOne) {
      throw new OpenIdException("The provider's answer has no address as " + key, notOne);
    }
  }

  /// Returns parameters as forms and queries write them.
  static String encoded(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
        .collect(Collectors.joining("&"));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
