package org.meetwright.server.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.outgoing.OutgoingHttp;
import org.meetwright.server.outgoing.OutgoingRequest;
import org.meetwright.server.outgoing.Reply;
import org.meetwright.server.outgoing.RequestBounds;
import org.meetwright.server.outgoing.Targets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Requests to a provider, answered with JSON.
final class ProviderRequests {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 256 * 1024;

  // Where the provider is stands in the settings: it may be in the own network.
  private final OutgoingHttp http =
      new OutgoingHttp(new Targets(true), new RequestBounds(LIMIT, MOST_BYTES, 0));

  /// Asks for what is at an address.
  ///
  /// @throws OpenIdException if the answer is not 200 with JSON
  JsonNode get(URI address, Map<String, String> headers) {
    return send(OutgoingRequest.get(url(address), headers(headers)));
  }

  /// Sends a form.
  ///
  /// @throws OpenIdException if the answer is not 200 with JSON
  JsonNode post(URI address, Map<String, String> headers, Map<String, String> form) {
    Map<String, String> all = headers(headers);
    all.put("Content-Type", "application/x-www-form-urlencoded");
    byte[] body = encoded(form).getBytes(StandardCharsets.UTF_8);
    return send(OutgoingRequest.post(url(address), all, body));
  }

  /// Returns what fetches a provider's keys.
  ResourceRetriever retriever() {
    return address -> {
      Reply reply = http.send(OutgoingRequest.get(url(URI.create(address.toString())), Map.of()));
      if (reply.status() != 200) {
        throw new IOException(address + " answers " + reply.status());
      }
      return new Resource(reply.text(), "application/json");
    };
  }

  private JsonNode send(OutgoingRequest request) {
    try {
      Reply reply = http.send(request);
      if (reply.status() != 200) {
        throw new OpenIdException(request.url() + " answers " + reply.status());
      }
      return JsonMapper.shared().readTree(reply.body());
    } catch (IOException | JacksonException failed) {
      throw new OpenIdException(request.url() + " does not answer with JSON", failed);
    }
  }

  private static HttpUrl url(URI address) {
    try {
      return new HttpUrl(address);
    } catch (InvalidValueException wrong) {
      throw new OpenIdException(address + " is no address of a provider", wrong);
    }
  }

  private static Map<String, String> headers(Map<String, String> more) {
    Map<String, String> headers = new LinkedHashMap<>(more);
    headers.put("Accept", "application/json");
    return headers;
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
