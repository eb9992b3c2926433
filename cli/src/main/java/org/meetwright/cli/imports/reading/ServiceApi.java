package org.meetwright.cli.imports.reading;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.screen.Progress;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.outgoing.OutgoingHttp;
import org.meetwright.server.outgoing.OutgoingRequest;
import org.meetwright.server.outgoing.Reply;
import org.meetwright.server.outgoing.RequestBounds;
import org.meetwright.server.outgoing.Targets;

/// The API of another service. It is asked at one address, with one token, a bounded number of
/// times; a redirect is not followed, so that the token goes nowhere else.
public final class ServiceApi {
  private static final int MOST_REQUESTS = 60_000;
  private static final int LARGEST_ANSWER = 32 << 20;
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int MOST_WAITS = 60;
  private static final int USUAL_WAIT = 10;
  private static final int LONGEST_WAIT = 60;

  private final HttpUrl base;
  private final Map<String, String> headers;
  private final Progress progress;
  // Whoever imports has typed the address: it may be in the own network.
  private final OutgoingHttp http =
      new OutgoingHttp(new Targets(true), new RequestBounds(LONGEST, LARGEST_ANSWER, 0));
  private int requests;
  private int waits;

  /// Creates it.
  ///
  /// @param base what all addresses begin with
  /// @param headers of every request, such as who asks
  /// @param progress is shown how many requests were made
  public ServiceApi(HttpUrl base, Map<String, String> headers, Progress progress) {
    this.base = base;
    this.headers = Map.copyOf(headers);
    this.progress = progress;
  }

  /// Returns a value as it stands in a path or a query.
  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /// Asks.
  ///
  /// @param path what comes after the address, with its query
  /// @param more headers of this request
  /// @throws Failure if there is no answer that could be read
  public Document get(String path, Map<String, String> more) {
    HttpUrl url = HttpUrl.of(base.toString().replaceFirst("/+$", "") + path);
    String shown = url.toString().replaceFirst("\\?.*", "");
    while (true) {
      Reply reply = send(url, shown, more);
      switch (reply.status()) {
        case 200 -> {
          return document(reply, shown);
        }
        case 429 -> await(reply, shown);
        default -> throw refused(reply, shown);
      }
    }
  }

  private Reply send(HttpUrl url, String shown, Map<String, String> more) {
    if (++requests > MOST_REQUESTS) {
      throw new Failure(
          base + " has more than can be asked for at once. Nothing was imported; import files.");
    }
    progress.show(requests);
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("Accept", "application/json");
    all.putAll(more);
    try {
      return http.send(OutgoingRequest.get(url, all));
    } catch (IOException failed) {
      throw new Failure(
          shown
              + ": "
              + OutgoingHttp.words(failed)
              + ". Nothing was imported; check --url, or import files.",
          failed);
    }
  }

  private static Document document(Reply reply, String shown) {
    if (!reply.whole() || reply.body().length >= LARGEST_ANSWER) {
      throw new Failure(
          shown
              + (reply.whole() ? " answers more than can be read" : " breaks off")
              + ". Nothing was imported; try again, or import files.");
    }
    return new Document(shown, new String(reply.body(), StandardCharsets.UTF_8));
  }

  private void await(Reply reply, String shown) {
    String told = String.valueOf(reply.head().last("retry-after"));
    int seconds = told.matches("[0-9]{1,4}") ? Integer.parseInt(told) : USUAL_WAIT;
    if (++waits > MOST_WAITS || seconds > LONGEST_WAIT) {
      throw new Failure(
          shown
              + " has been asked too often, and says to wait for "
              + seconds
              + " s. Nothing was imported; try again then.");
    }
    try {
      Thread.sleep(Duration.ofSeconds(seconds));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Failure("It was interrupted. Nothing was imported.", stopped);
    }
  }

  private static Failure refused(Reply reply, String shown) {
    int status = reply.status();
    String what =
        switch (status) {
          case 401, 403 -> " refuses the token (" + status + "); make another one there, and give";
          case 301, 302, 303, 307, 308 ->
              " leads elsewhere, to "
                  + InvalidValueException.shown(reply.head().last("location"))
                  + "; give the right address with --url, and";
          case 404 -> " is not there (404); check --url, and";
          default -> " answers with an error (" + status + "); try again later with";
        };
    return new Failure(shown + what + " a token that may read all. Nothing was imported.");
  }
}
