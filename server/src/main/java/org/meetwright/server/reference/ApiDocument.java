package org.meetwright.server.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import org.meetwright.server.api.ApiRoutes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The OpenAPI document of the API.
///
/// @param root the whole document
public record ApiDocument(ObjectNode root) {

  /// Reads the document as it is in the jar, which takes a moment.
  public static ApiDocument read() {
    try (InputStream file = ApiRoutes.class.getResourceAsStream("openapi.yaml")) {
      if (file == null) {
        throw new IllegalStateException("Missing on the class path: openapi.yaml");
      }
      return new ApiDocument((ObjectNode) YAMLMapper.shared().readTree(file));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Names the server in it.
  ///
  /// @param url without a slash at the end
  ApiDocument on(URI url) {
    ((ObjectNode) root.path("servers").path(0)).put("url", url.toString());
    return this;
  }

  byte[] json() {
    return JsonMapper.shared().writeValueAsBytes(root);
  }

  byte[] yaml() {
    return YAMLMapper.shared().writeValueAsBytes(root);
  }

  /// Returns what a node stands for: another part of the document if it is a reference.
  public JsonNode resolved(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isString() ? resolved(root.at(reference.stringValue().substring(1))) : node;
  }
}
