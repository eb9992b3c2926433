package org.meetwright.server.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.meetwright.server.fuzz.Wire.Answer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What every answer has to be like, whatever was asked.
final class Decency {
  private static final Pattern INSIDES =
      Pattern.compile(
          "\\bat"
              + " (org|java|io|com)\\.|Exception\\b|\\bjava\\.|\\bio\\.helidon|NullPointer|StackOverflow");
  private static final List<String> PROTECTION =
      List.of(
          "X-Content-Type-Options",
          "Content-Security-Policy",
          "Referrer-Policy",
          "Permissions-Policy",
          "Cross-Origin-Opener-Policy",
          "Cross-Origin-Resource-Policy");

  /// Another version of HTTP, and a transfer coding that nobody uses: RFC 9110 knows no others.
  private static final Set<Integer> NOT_SUPPORTED = Set.of(501, 505);

  private Decency() {}

  /// Returns what is wrong with an answer.
  static List<String> faults(BrokenRequest request, Answer answer) {
    List<String> faults = new ArrayList<>();
    String body = new String(answer.body(), UTF_8);
    boolean routed = answer.headers().containsKey("x-request-id");
    if (answer.status() >= 500 && (routed || !NOT_SUPPORTED.contains(answer.status()))) {
      faults.add("status " + answer.status());
    }
    if (INSIDES.matcher(body).find() || INSIDES.matcher(answer.head()).find()) {
      faults.add("shows the insides");
    }
    PROTECTION.stream()
        .filter(header -> answer.header(header).isEmpty())
        .forEach(header -> faults.add("no " + header));
    if (answer.status() >= 400 && !request.toHead()) {
      faults.addAll(errorFaults(request, answer, body, routed));
    }
    return faults;
  }

  private static List<String> errorFaults(
      BrokenRequest request, Answer answer, String body, boolean routed) {
    String path = request.target().replaceFirst("\\?.*", "");
    boolean program =
        path.matches("/(api/.*|health(/.*)?|metrics|openapi(\\.yaml)?|calendars/[a-z]+/push)");
    boolean document = answer.header("Content-Type").equals("application/problem+json");
    // What was refused before its address was known may be answered either way; and so may an
    // address that is written so that it can be read in two ways.
    boolean known = routed && !request.own();
    if (known && program != document) {
      return List.of(program ? "not a problem document" : "not a page");
    }
    return document ? documentFaults(answer, body) : pageFaults(answer, body);
  }

  private static List<String> documentFaults(Answer answer, String body) {
    try {
      JsonNode problem = JsonMapper.shared().readTree(body);
      List<String> faults = new ArrayList<>();
      for (String key : List.of("type", "title", "detail", "code")) {
        if (problem.path(key).asString("").isBlank()) {
          faults.add("no " + key);
        }
      }
      if (problem.path("status").asInt(0) != answer.status()) {
        faults.add("another status in the document");
      }
      return faults;
    } catch (JacksonException notJson) {
      return List.of("the document is not JSON");
    }
  }

  private static List<String> pageFaults(Answer answer, String body) {
    List<String> faults = new ArrayList<>();
    if (!answer.header("Content-Type").startsWith("text/html")) {
      faults.add("neither a document nor a page");
    }
    if (!Pattern.compile("<html[^>]* lang=\"[a-zA-Z-]+\"").matcher(body).find()) {
      faults.add("a page without a language");
    }
    if (!Pattern.compile("<title>[^<]+</title>").matcher(body).find()) {
      faults.add("a page without a title");
    }
    if (!Pattern.compile("<(a [^>]*href=|form )").matcher(body).find()) {
      faults.add("a page without a way on");
    }
    return faults;
  }
}
