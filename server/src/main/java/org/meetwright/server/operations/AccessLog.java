package org.meetwright.server.operations;

import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.meetwright.server.net.ClientAddresses;
import org.meetwright.server.route.LoggedPath;

/// Names each request, and logs it once it is answered: client, path and status. The query and the
/// secrets in the path are left out.
public final class AccessLog {
  /// The logger of the entries. Their first parameter is a map of the same, by name.
  public static final String LOGGER = "org.meetwright.access";

  private static final Logger LOG = Logger.getLogger(LOGGER);

  private final boolean enabled;
  private final ClientAddresses addresses;

  /// Creates the log.
  ///
  /// @param enabled whether anything is logged; requests are named in any case
  public AccessLog(boolean enabled, ClientAddresses addresses) {
    this.enabled = enabled;
    this.addresses = addresses;
  }

  /// Watches a request; the first filter of the server.
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    long begun = System.nanoTime();
    String id = RequestId.begin();
    // Not at once: an error takes away the headers that were set until then.
    response.beforeSend(() -> response.header(RequestId.HEADER, id));
    response.whenSent(
        () -> {
          if (enabled) {
            log(request, response.status().code(), System.nanoTime() - begun, id);
          }
          RequestId.end();
        });
    chain.proceed();
  }

  private void log(RoutingRequest request, int status, long nanos, String id) {
    String path = LoggedPath.of(request);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("client", addresses.of(request).getHostAddress());
    fields.put("method", request.prologue().method().text());
    fields.put("path", path);
    fields.put("status", status);
    fields.put("tookMillis", TimeUnit.NANOSECONDS.toMillis(nanos));
    LogRecord entry =
        new LogRecord(
            Level.INFO,
            "%s %s %s %d %d ms %s"
                .formatted(
                    fields.get("client"),
                    fields.get("method"),
                    path,
                    status,
                    TimeUnit.NANOSECONDS.toMillis(nanos),
                    id));
    entry.setLoggerName(LOGGER);
    entry.setParameters(new Object[] {fields});
    LOG.log(entry);
  }
}
