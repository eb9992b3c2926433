package org.meetwright.server.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes how a call is made with curl.
record CurlExample(ApiDocument document) {

  String of(String method, String path, JsonNode item, JsonNode operation, boolean needsToken) {
    JsonNode content = document.resolved(operation.path("requestBody")).path("content");
    JsonNode body = content.path("application/json").path("example");
    List<String> parts = new ArrayList<>();
    parts.add("curl" + option(method, !body.isMissingNode()) + address(path, item, operation));
    if (needsToken) {
      parts.add("-H 'Authorization: Bearer TOKEN'");
    }
    if (!body.isMissingNode()) {
      String json = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(body);
      parts.add("-H 'Content-Type: application/json'");
      parts.add("-d '" + json.replace("'", "'\\''") + "'");
    }
    if (!content.isMissingNode() && !content.has("application/json")) {
      parts.add("-H 'Content-Type: " + content.propertyNames().iterator().next() + "'");
      parts.add("--data-binary @FILE");
    }
    return String.join(" \\\n  ", parts);
  }

  private static String option(String method, boolean hasBody) {
    return switch (method.toUpperCase(Locale.ROOT)) {
      case "GET" -> " ";
      case "HEAD" -> " -I ";
      case "POST" -> hasBody ? " " : " -X POST ";
      case String other -> " -X " + other + " ";
    };
  }

  private String address(String path, JsonNode item, JsonNode operation) {
    String filled = path;
    List<String> query = new ArrayList<>();
    List<JsonNode> parameters = new ArrayList<>();
    item.path("parameters").forEach(parameters::add);
    operation.path("parameters").forEach(parameters::add);
    for (JsonNode each : parameters) {
      JsonNode parameter = document.resolved(each);
      String name = parameter.path("name").asString();
      String example = parameter.path("example").asString("");
      if (parameter.path("in").asString().equals("path")) {
        filled = filled.replace("{" + name + "}", example);
      } else if (!example.isEmpty()) {
        query.add(name + "=" + example);
      }
    }
    String url = document.root().at("/servers/0/url").asString() + filled;
    return query.isEmpty() ? url : "'" + url + "?" + String.join("&", query) + "'";
  }
}
