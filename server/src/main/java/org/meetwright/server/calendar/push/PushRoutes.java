package org.meetwright.server.calendar.push;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.meetwright.core.calendar.push.CalendarChannels;
import org.meetwright.core.calendar.push.CalendarChannels.Heard;
import org.meetwright.server.route.Area;

/// Where Google says that something has changed. It sends no body, and none is read
/// (developers.google.com/workspace/calendar/api/guides/push).
public final class PushRoutes implements HttpService {
  private static final String GOOGLE = "/calendars/google/push";
  private static final HeaderName CHANNEL = HeaderNames.create("X-Goog-Channel-ID");
  private static final HeaderName TOKEN = HeaderNames.create("X-Goog-Channel-Token");
  private static final HeaderName STATE = HeaderNames.create("X-Goog-Resource-State");
  private static final Set<String> STATES = Set.of("sync", "exists", "not_exists");

  private final CalendarChannels channels;

  /// Creates the routes.
  public PushRoutes(CalendarChannels channels) {
    this.channels = channels;
  }

  /// Returns where Google can call; empty if the server is not reached by https.
  ///
  /// @param publicUrl the address under which the server is reached
  public static Supplier<Optional<URI>> google(Supplier<URI> publicUrl) {
    return () ->
        Optional.of(publicUrl.get())
            .filter(url -> "https".equals(url.getScheme()))
            .map(url -> URI.create(url + GOOGLE));
  }

  @Override
  public void routing(HttpRules rules) {
    Area.PUSH.on(rules).post(GOOGLE, this::google);
  }

  /// An unknown channel is not found, so that the service gives it up.
  private void google(ServerRequest request, ServerResponse response) {
    String state = header(request, STATE);
    Heard heard =
        STATES.contains(state)
            ? channels.hear(header(request, CHANNEL), header(request, TOKEN), !state.equals("sync"))
            : Heard.UNKNOWN;
    response.status(heard == Heard.TAKEN ? Status.NO_CONTENT_204 : Status.NOT_FOUND_404).send();
  }

  private static String header(ServerRequest request, HeaderName name) {
    return request.headers().first(name).orElse("");
  }
}
