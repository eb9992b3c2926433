package org.meetwright.server.client.call;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.ProblemDetails;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Sends calls to a server, and reads what comes back.
public final class ApiExchange implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final URI address;
  private final @Nullable String token;
  private final Duration timeout;
  private final HttpClient http;

  /// Creates it.
  ///
  /// @param address the server's, without a slash at the end
  /// @param token of a session, or an API token; null to send none
  /// @param timeout how long to wait for a connection, and for an answer
  /// @param certificate the file (PEM) of the only certificate that is trusted; null to trust what
  ///   this computer trusts
  public ApiExchange(
      URI address, @Nullable String token, Duration timeout, @Nullable Path certificate) {
    this.address = address;
    this.token = token;
    this.timeout = timeout;
    HttpClient.Builder builder =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(timeout);
    if (certificate != null) {
      builder.sslContext(CertificateFile.trusting(certificate));
    }
    this.http = builder.build();
  }

  /// Returns the server's address.
  public URI address() {
    return address;
  }

  /// Sends a call without a body, and reads the answer.
  ///
  /// @throws ApiException if the server refuses it
  /// @throws UnreachableException if it does not answer
  public <T> T send(Call call, Class<T> type) {
    return read(answer(call).body(), type);
  }

  /// Sends a call with a request, and reads the answer.
  ///
  /// @throws ApiException if the server refuses it
  /// @throws UnreachableException if it does not answer
  public <T> T send(Call call, Record request, Class<T> type) {
    return read(answer(call, request).body(), type);
  }

  /// Sends a call without a body.
  ///
  /// @return the answer, whatever it holds
  /// @throws ApiException if the server refuses it
  /// @throws UnreachableException if it does not answer
  public HttpResponse<byte[]> answer(Call call) {
    return accepted(exchange(call, "application/json"));
  }

  /// Sends a call with a request.
  ///
  /// @return the answer, whatever it holds
  /// @throws ApiException if the server refuses it
  /// @throws UnreachableException if it does not answer
  public HttpResponse<byte[]> answer(Call call, Record request) {
    return accepted(exchange(call.body(JSON.writeValueAsBytes(request)), "application/json"));
  }

  /// Sends a call whose body is no JSON.
  ///
  /// @param type the media type
  /// @throws ApiException if the server refuses it
  /// @throws UnreachableException if it does not answer
  public HttpResponse<byte[]> upload(Call call, String type, byte[] bytes) {
    return accepted(exchange(call.body(bytes), type));
  }

  /// Sends a call, and takes the answer of any status.
  ///
  /// @throws UnreachableException if the server does not answer
  public HttpResponse<byte[]> any(Call call) {
    return exchange(call, "application/json");
  }

  /// Sends a call whose answer goes on.
  ///
  /// @return what comes; closing it ends the answer
  /// @throws ApiException if the server refuses it
  /// @throws UnreachableException if it does not answer
  public InputStream listen(Call call) {
    HttpResponse<InputStream> answer =
        exchange(call, "application/json", BodyHandlers.ofInputStream());
    if (answer.statusCode() < 300) {
      return answer.body();
    }
    try (InputStream body = answer.body()) {
      throw refused(answer, body.readAllBytes());
    } catch (IOException failed) {
      throw new UnreachableException(address, failed);
    }
  }

  /// Reads an answer.
  ///
  /// @throws UnreachableException if it is none of this API
  public <T> T read(byte[] body, Class<T> type) {
    try {
      return JSON.readValue(body, type);
    } catch (JacksonException notOurs) {
      throw new UnreachableException(address, notOurs);
    }
  }

  private HttpResponse<byte[]> exchange(Call call, String type) {
    return exchange(call, type, BodyHandlers.ofByteArray());
  }

  private <T> HttpResponse<T> exchange(Call call, String type, BodyHandler<T> handler) {
    byte[] body = call.body();
    BodyPublisher bytes = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + call.target()))
            .timeout(timeout)
            .method(call.method(), bytes);
    if (body != null) {
      request.header("Content-Type", type);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    call.headers().forEach(request::header);
    try {
      return http.send(request.build(), handler);
    } catch (IOException failed) {
      throw new UnreachableException(address, failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UnreachableException(address, interrupted);
    }
  }

  private HttpResponse<byte[]> accepted(HttpResponse<byte[]> answer) {
    if (answer.statusCode() >= 300) {
      throw refused(answer, answer.body());
    }
    return answer;
  }

  private ApiException refused(HttpResponse<?> answer, byte[] body) {
    return new ApiException(
        problem(answer, body),
        answer.headers().firstValueAsLong("Retry-After").stream()
            .mapToObj(Duration::ofSeconds)
            .findFirst()
            .orElse(null));
  }

  private ProblemDetails problem(HttpResponse<?> answer, byte[] body) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    return type.startsWith("application/problem+json")
        ? read(body, ProblemDetails.class)
        : new ProblemDetails(
            "about:blank",
            "Unexpected answer",
            answer.statusCode(),
            unexpected(answer),
            "",
            null,
            null,
            null);
  }

  /// Says what came instead of an answer of the API. A redirect is not followed: the token is for
  /// this server alone.
  private String unexpected(HttpResponse<?> answer) {
    String elsewhere = answer.headers().firstValue("Location").orElse("");
    boolean redirected = answer.statusCode() / 100 == 3 && !elsewhere.isEmpty();
    return "The server at "
        + address
        + (redirected
            ? " sends elsewhere, to " + elsewhere + "; use that address if you trust it."
            : " answered with status " + answer.statusCode() + "; look at its log.");
  }

  /// Ends all connections.
  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }
}
