package org.meetwright.server.api.branding;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.util.UUID;
import java.util.function.Supplier;
import org.meetwright.core.branding.Brandings;
import org.meetwright.core.branding.Logo;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.model.branding.BrandingRequest;
import org.meetwright.server.route.Area;

/// The colour and the logo of a host's pages, below `/me`.
public final class BrandingRoutes implements HttpService {
  private final Brandings brandings;
  private final Authentication authentication;
  private final Supplier<URI> publicUrl;

  /// Creates the routes.
  ///
  /// @param publicUrl the server's address, for links; without a slash at the end
  public BrandingRoutes(
      Brandings brandings, Authentication authentication, Supplier<URI> publicUrl) {
    this.brandings = brandings;
    this.authentication = authentication;
    this.publicUrl = publicUrl;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/branding", (request, response) -> answer(response, host(request)))
        .patch("/branding", this::color)
        .delete("/logo", this::removeLogo);
    Area.PICTURE_API.on(rules).put("/logo", this::logo);
  }

  private void color(ServerRequest request, ServerResponse response) {
    UUID host = host(request);
    Fields body = Json.body(request).only(BrandingRequest.class);
    if (body.names().contains("color")) {
      brandings.setColor(host, body.optionalText("color").orElse(null));
    }
    answer(response, host);
  }

  private void logo(ServerRequest request, ServerResponse response) {
    UUID host = host(request);
    brandings.setLogo(host, Logo.of(Json.bytes(request)));
    answer(response, host);
  }

  private void removeLogo(ServerRequest request, ServerResponse response) {
    UUID host = host(request);
    brandings.setLogo(host, null);
    answer(response, host);
  }

  private UUID host(ServerRequest request) {
    return authentication.host(request).id();
  }

  private void answer(ServerResponse response, UUID host) {
    Json.send(response, BrandingTranslation.toApi(brandings.of(host), publicUrl.get()));
  }
}
