package org.meetwright.server.pages.web;

import java.net.URI;
import java.util.function.Supplier;
import org.meetwright.server.pages.view.Links;

/// Where the pages are, as invitees see it.
public record Site(Supplier<URI> publicUrl, Assets assets) {

  /// Returns the addresses of the pages.
  public Links links() {
    String path = publicUrl.get().getPath();
    return new Links(path == null ? "" : path.replaceFirst("/+$", ""), assets.versions());
  }

  /// Returns whether invitees come by https, so that cookies can be kept to it.
  public boolean secure() {
    return "https".equalsIgnoreCase(publicUrl.get().getScheme());
  }
}
