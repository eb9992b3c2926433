package org.meetwright.server.pages.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.meetwright.server.load.Memory;
import org.meetwright.server.pages.web.PageAnswer.Privacy;
import org.meetwright.server.route.Area;
import org.meetwright.server.route.Route;

/// Writes pages, with the headers that protect them.
public final class Renderer {
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
          + " form-action 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors ";

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.meetwright.server.jte");

  /// Sends a page.
  public void send(ServerRequest request, ServerResponse response, PageAnswer.Page page) {
    // Written as a whole first: a page that fails must not have begun with 200.
    StringOutput html = new StringOutput();
    templates.render("pages/" + page.template() + ".jte", page.view(), html);
    protect(response, page.privacy(), isEmbedded(request));
    response.status(page.status()).header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8");
    write(request, response, html.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// Sends the way to another page.
  public void send(ServerRequest request, ServerResponse response, PageAnswer.SeeOther other) {
    protect(response, Privacy.SECRET, isEmbedded(request));
    response.status(Status.SEE_OTHER_303).header(HeaderNames.LOCATION, other.location()).send();
  }

  /// Sends a body; not to HEAD, for which Helidon would send it all the same.
  static void write(ServerRequest request, ServerResponse response, byte[] body) {
    if (request.prologue().method().equals(Method.HEAD)) {
      response.contentLength(body.length);
      response.send();
    } else {
      Memory.send(response, body);
    }
  }

  /// Returns whether other sites may show the page in a frame.
  public static boolean isEmbedded(ServerRequest request) {
    return Route.areaOf(request).equals(Optional.of(Area.FRAMES));
  }

  private static void protect(ServerResponse response, Privacy privacy, boolean embedded) {
    response
        .header("Content-Security-Policy", CONTENT_SECURITY_POLICY + (embedded ? "*" : "'none'"))
        .header("Referrer-Policy", privacy.referrer())
        .header(HeaderNames.VARY, "Cookie, Accept-Language")
        .header(HeaderNames.CACHE_CONTROL, privacy.caching());
    if (embedded) {
      response.header("X-Frame-Options", "").header("Cross-Origin-Resource-Policy", "cross-origin");
    }
    if (privacy == Privacy.SECRET) {
      response.header("X-Robots-Tag", "noindex, nofollow");
    }
  }
}
