package org.meetwright.server.api.preview;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import org.meetwright.core.host.Host;
import org.meetwright.core.preview.Preview;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.model.preview.ApiPreviewRequest;

/// What would follow if a host saved a schedule, an event type or an absence.
public final class PreviewRoutes implements HttpService {
  private final Preview preview;
  private final PreviewTranslation translation;
  private final Authentication authentication;

  /// Creates the routes.
  public PreviewRoutes(
      Preview preview, PreviewTranslation translation, Authentication authentication) {
    this.preview = preview;
    this.translation = translation;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.post("/", this::preview);
  }

  private void preview(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    Fields body = Json.listBody(request).only(ApiPreviewRequest.class);
    Json.send(response, PreviewTranslation.toApi(preview.of(translation.read(body, host))));
  }
}
