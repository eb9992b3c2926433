package org.meetwright.desktop.start;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// The address of a server, as hosts type it.
final class ServerAddress {
  private ServerAddress() {}

  /// Returns the address without a slash at the end; empty if it is none. Without `http` or `https`
  /// it is https, but on this computer http.
  static Optional<URI> of(String typed) {
    String text = typed.strip().replaceAll("/+$", "");
    if (!text.contains("://")) {
      boolean local = text.matches("(localhost|127\\.0\\.0\\.1)(:\\d+)?");
      text = (local ? "http://" : "https://") + text;
    }
    try {
      URI address = new URI(text);
      boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      return web && address.getHost() != null && address.getQuery() == null
          ? Optional.of(address)
          : Optional.empty();
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }
}
