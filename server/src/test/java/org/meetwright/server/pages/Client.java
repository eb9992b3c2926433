package org.meetwright.server.pages;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.meetwright.server.pages.guard.Visit;

/// A browser without scripts and patience: one request at a time, redirects not followed. It knows
/// one cookie, and has every form open that it sends.
public final class Client implements AutoCloseable {
  private static final Visit VISIT = new Visit("0123456789abcdef0123456789abcdef", true);

  private final HttpClient http = HttpClient.newHttpClient();
  private final PagesFixture server;
  private final URI address;

  public Client(PagesFixture server) {
    this.server = server;
    this.address = server.address();
  }

  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  public HttpResponse<String> head(String path) {
    return send(HttpRequest.newBuilder(address.resolve(path)).HEAD());
  }

  /// Sends a form, as if it had been open before.
  public HttpResponse<String> post(String path, Map<String, String> fields) {
    Map<String, String> sent = new LinkedHashMap<>(fields);
    sent.putIfAbsent("proof", server.guard().token(path.replaceAll("\\?.*", ""), VISIT));
    return send(path, sent, "Cookie", "visit=" + VISIT.id());
  }

  /// Sends a form, with these headers and nothing that is not said.
  public HttpResponse<String> send(String path, Map<String, String> fields, String... headers) {
    return post(
        path,
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&")),
        headers);
  }

  public HttpResponse<String> post(String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// Returns where a response redirects to.
  public static String location(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElse("");
  }

  /// Returns the first group of a pattern in a page, as a browser would read it.
  public static String found(HttpResponse<String> response, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(response.body());
    if (!matcher.find()) {
      throw new AssertionError("No " + pattern + " in " + response.body());
    }
    return matcher.group(1).replace("&amp;", "&");
  }

  @Override
  public void close() {
    http.close();
  }
}
