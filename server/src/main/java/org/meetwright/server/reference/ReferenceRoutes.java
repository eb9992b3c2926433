package org.meetwright.server.reference;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.web.Answer;
import org.meetwright.server.pages.web.Assets;
import org.meetwright.server.pages.web.Renderer;
import org.meetwright.server.pages.web.Site;

/// `/openapi`, `/openapi.yaml` and `/docs/api`. The document is read when it is first asked for.
public final class ReferenceRoutes implements HttpService {
  private final Supplier<URI> publicUrl;
  private @Nullable ApiDocument document;

  /// Creates the routes.
  ///
  /// @param publicUrl the server's address; without a slash at the end
  public ReferenceRoutes(Supplier<URI> publicUrl) {
    this.publicUrl = publicUrl;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/openapi", (_, response) -> send(response, "application/json", document().json()))
        .get(
            "/openapi.yaml", (_, response) -> send(response, "application/yaml", document().yaml()))
        .get("/docs/api", this::page)
        .head("/docs/api", this::page);
  }

  private void page(ServerRequest request, ServerResponse response) {
    Site site = new Site(publicUrl, new Assets());
    Reference reference = new ReferenceReader(document()).read(site.links());
    new Renderer().send(request, response, page(reference));
  }

  private static Answer.Page page(Reference reference) {
    return new Answer.Page(Status.OK_200, "reference", reference, Answer.Privacy.OPEN);
  }

  private synchronized ApiDocument document() {
    if (document == null) {
      document = ApiDocument.read().on(publicUrl.get());
    }
    return document;
  }

  private static void send(ServerResponse response, String type, byte[] document) {
    response
        .header(HeaderNames.CONTENT_TYPE, type)
        .header(HeaderNames.CACHE_CONTROL, "no-cache")
        .send(document);
  }
}
