package org.meetwright.server.pages;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// Somebody else's site with one page: another origin, and another site to browsers, since it is
/// reached by an address and the booking pages by a name.
final class ParentSite implements AutoCloseable {
  private final HttpServer server;

  /// Opens the site.
  ///
  /// @param body what its page holds
  ParentSite(String body) {
    byte[] page =
        ("<!DOCTYPE html><html lang=\"en\"><head><title>A site</title></head><body>"
                + body
                + "<script>window.told = [];"
                + "for (const type of ['ready', 'dateSelected', 'timeSelected', 'booked'])"
                + " document.addEventListener('meetwright:' + type,"
                + " event => told.push([type, event.detail]));</script></body></html>")
            .getBytes(StandardCharsets.UTF_8);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, page.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(page);
          }
        });
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
