package org.meetwright.server.api.export;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.meetwright.core.access.Caller;
import org.meetwright.core.host.Host;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.load.Memory;

/// `GET /api/v1/export`: everything that is stored about the calling host.
public final class ExportRoutes implements HttpService {
  /// What a page of it takes in memory at most, roughly.
  private static final long MOST_BYTES = 4 << 20;

  private final Authentication authentication;
  private final HostExport export;

  /// Creates the route.
  public ExportRoutes(Authentication authentication, HostExport export) {
    this.authentication = authentication;
    this.export = export;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/", this::export);
  }

  private void export(ServerRequest request, ServerResponse response) {
    Caller caller = authentication.caller(request);
    Host host = caller.host();
    response.header(HeaderValues.CONTENT_TYPE_JSON);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    response.header(
        HeaderNames.CONTENT_DISPOSITION,
        "attachment; filename=\"meetwright-" + host.handle() + ".json\"");
    try (Memory.Held _ = Memory.hold(MOST_BYTES);
        OutputStream out = new BufferedOutputStream(response.outputStream())) {
      export.write(host, caller.scopes(), out);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
