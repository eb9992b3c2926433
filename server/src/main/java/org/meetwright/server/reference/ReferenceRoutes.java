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
import org.meetwright.server.pages.web.Assets;
import org.meetwright.server.pages.web.PageAnswer;
import org.meetwright.server.pages.web.PageAnswer.Privacy;
import org.meetwright.server.pages.web.Renderer;
import org.meetwright.server.pages.web.Site;
import org.meetwright.server.route.Area;

/// `/openapi`, `/openapi.yaml` and `/docs/api`. The document is read when it is first asked for.
public final class ReferenceRoutes implements HttpService {
  private final Supplier<URI> publicUrl;
  private @Nullable Loaded loaded;

  /// Creates the routes.
  ///
  /// @param publicUrl the server's address; without a slash at the end
  public ReferenceRoutes(Supplier<URI> publicUrl) {
    this.publicUrl = publicUrl;
  }

  /// What is kept once somebody has asked.
  private record Loaded(ApiDocument document, PageAnswer.Page page, Renderer renderer) {}

  @Override
  public void routing(HttpRules rules) {
    Area.API_DOCUMENT
        .on(rules)
        .get(
            "/openapi",
            (_, response) -> send(response, "application/json", loaded().document().json()))
        .get(
            "/openapi.yaml",
            (_, response) -> send(response, "application/yaml", loaded().document().yaml()));
    Area.PAGES.on(rules).get("/docs/api", this::page).head("/docs/api", this::page);
  }

  private synchronized Loaded loaded() {
    if (loaded == null) {
      ApiDocument document = ApiDocument.read().on(publicUrl.get());
      Reference reference =
          new ReferenceReader(document).read(new Site(publicUrl, new Assets()).links());
      loaded =
          new Loaded(
              document,
              new PageAnswer.Page(Status.OK_200, "reference", reference, Privacy.OPEN),
              new Renderer());
    }
    return loaded;
  }

  private void page(ServerRequest request, ServerResponse response) {
    Loaded kept = loaded();
    kept.renderer().send(request, response, kept.page());
  }

  private static void send(ServerResponse response, String type, byte[] document) {
    response
        .header(HeaderNames.CONTENT_TYPE, type)
        .header(HeaderNames.CACHE_CONTROL, "no-cache")
        .send(document);
  }
}
