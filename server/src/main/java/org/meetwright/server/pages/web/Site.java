package org.meetwright.server.pages.web;

import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.net.URI;
import java.util.function.Supplier;
import org.meetwright.server.pages.frame.PageLinks;

/// Where the pages are, as invitees see it.
public record Site(Supplier<URI> publicUrl, Assets assets) {

  /// Returns the addresses of the pages.
  public PageLinks links() {
    return new PageLinks(base(), assets.versions(), "", false);
  }

  /// Returns the addresses of the pages for someone who looks at one.
  public PageLinks links(ServerRequest request) {
    boolean embedded = Renderer.isEmbedded(request);
    if (!request.prologue().method().equals(Method.GET)) {
      return new PageLinks(base(), assets.versions(), "", embedded);
    }
    String query = request.query().rawValue();
    String path = base() + request.prologue().uriPath().rawPath();
    return new PageLinks(
        base(), assets.versions(), query.isEmpty() ? path : path + "?" + query, embedded);
  }

  private String base() {
    String path = publicUrl.get().getPath();
    return path == null ? "" : path.replaceFirst("/+$", "");
  }

  /// Returns whether invitees come by https, so that cookies can be kept to it.
  public boolean secure() {
    return "https".equalsIgnoreCase(publicUrl.get().getScheme());
  }
}
