package org.meetwright.server.pages;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import org.meetwright.core.alias.PageAlias;
import org.meetwright.core.alias.PageAliases;
import org.meetwright.server.pages.frame.PageLinks;
import org.meetwright.server.pages.web.Renderer;
import org.meetwright.server.pages.web.Site;

/// Leads from addresses of other scheduling services to the pages here. Asked only where there is
/// no page.
record OldAddresses(PageAliases aliases, Site site) {
  /// Redirects a request for an old address, with its query. Browsers ask each time whether it is
  /// still so: the alias may be deleted, and the address become a page.
  ///
  /// @return whether it was one
  boolean redirect(ServerRequest request, ServerResponse response) {
    Method method = request.prologue().method();
    if (!method.equals(Method.GET) && !method.equals(Method.HEAD)) {
      return false;
    }
    boolean embedded = Renderer.isEmbedded(request);
    String path = request.path().path();
    Optional<PageAlias> alias =
        aliases.find(embedded ? path.substring(PageLinks.EMBEDDED.length()) : path);
    alias.ifPresent(
        found -> {
          String query = request.prologue().query().rawValue();
          response
              .status(Status.PERMANENT_REDIRECT_308)
              .header(HeaderNames.CACHE_CONTROL, "no-cache")
              .header(
                  HeaderNames.LOCATION,
                  target(found, embedded) + (query.isEmpty() ? "" : "?" + query))
              .send();
        });
    return alias.isPresent();
  }

  private String target(PageAlias alias, boolean embedded) {
    PageLinks links = embedded ? site.links().inFrame() : site.links();
    String slug = alias.slug();
    String handle = alias.handle().value();
    return slug == null ? links.host(handle) : links.eventType(handle, slug);
  }
}
