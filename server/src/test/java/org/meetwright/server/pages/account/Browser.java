package org.meetwright.server.pages.account;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/// Keeps cookies, and fills in forms as they are. Redirects are followed only when asked.
final class Browser implements AutoCloseable {
  private static final Pattern HIDDEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client;
  private final URI server;

  Browser(URI server) {
    this(server, HttpClient.newBuilder());
  }

  Browser(URI server, SSLContext trust) {
    this(server, HttpClient.newBuilder().sslContext(trust));
  }

  private Browser(URI server, HttpClient.Builder client) {
    this.server = server;
    this.client = client.cookieHandler(cookies).build();
  }

  HttpResponse<String> get(String address) {
    return send(HttpRequest.newBuilder(server.resolve(address)));
  }

  /// Keeps a cookie.
  void keep(String name, String value) {
    HttpCookie cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setDomain(server.getHost());
    cookies.getCookieStore().add(server, cookie);
  }

  /// Sends a form as a browser does from a page of the server's.
  HttpResponse<String> postFromHere(String address, Map<String, String> fields) {
    return send(form(address, fields).header("Origin", server.toString()));
  }

  /// Sends a form with a header by which browsers tell whose page it stands on.
  HttpResponse<String> post(
      String address, Map<String, String> fields, String header, String value) {
    return send(form(address, fields).header(header, value));
  }

  /// Sends a form that carries nothing by itself.
  HttpResponse<String> post(String address, Map<String, String> fields) {
    return send(form(address, fields));
  }

  /// Sends a form whose fields may repeat.
  HttpResponse<String> postAll(String address, Collection<Map.Entry<String, String>> fields) {
    return send(form(address, fields));
  }

  /// Opens a page and sends a form of it whose fields may repeat.
  HttpResponse<String> submitAll(
      String page, String address, Collection<Map.Entry<String, String>> fields) {
    List<Map.Entry<String, String>> filled = new ArrayList<>(fields);
    filled.add(Map.entry("csrf", csrf(get(page))));
    return postAll(address, filled);
  }

  private HttpRequest.Builder form(String address, Map<String, String> fields) {
    return form(address, fields.entrySet());
  }

  private HttpRequest.Builder form(String address, Collection<Map.Entry<String, String>> fields) {
    String body =
        fields.stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(server.resolve(address))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("User-Agent", "Firefox of the test")
        .POST(BodyPublishers.ofString(body));
  }

  /// Sends a form with a file.
  HttpResponse<String> postFile(String address, String csrf, String field, byte[] file) {
    String head =
        "--x-y\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n"
            + csrf
            + "\r\n--x-y\r\nContent-Disposition: form-data; name=\""
            + field
            + "\"; filename=\"\u00fcber.png\"\r\nContent-Type: image/png\r\n\r\n";
    return send(
        HttpRequest.newBuilder(server.resolve(address))
            .header("Content-Type", "multipart/form-data; boundary=x-y")
            // What is refused for its size is not sent.
            .expectContinue(true)
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(head),
                    BodyPublishers.ofByteArray(file),
                    BodyPublishers.ofString("\r\n--x-y--\r\n"))));
  }

  /// Opens a page and sends a form of it.
  HttpResponse<String> submit(String page, String address, Map<String, String> fields) {
    Map<String, String> filled = new HashMap<>(fields);
    filled.put("csrf", csrf(get(page)));
    return post(address, filled);
  }

  static String csrf(HttpResponse<String> page) {
    Matcher hidden = HIDDEN.matcher(page.body());
    if (!hidden.find()) {
      throw new AssertionError("No form in " + page.body());
    }
    return hidden.group(1);
  }

  static String location(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElse("");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
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

  @Override
  public void close() {
    client.close();
  }
}
