package org.meetwright.server.calendar.caldav;

import java.time.Duration;
import java.time.InstantSource;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.RemoteProvider;
import org.meetwright.server.calendar.http.CalendarHttp;
import org.meetwright.server.calendar.http.ServiceRecords;
import org.meetwright.server.calendar.webdav.WebDavClient;
import org.meetwright.server.outgoing.Login;
import org.meetwright.server.outgoing.RequestBounds;
import org.meetwright.server.outgoing.Targets;

/// Speaks CalDAV.
public final class CalDavProvider implements RemoteProvider {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int MOST_BYTES = 10 * 1024 * 1024;
  private static final int MOST_REDIRECTS = 5;

  private final CalendarHttp http;
  private final ServiceRecords records;
  private final InstantSource clock;

  /// Creates it.
  public CalDavProvider(Targets targets, InstantSource clock) {
    this(targets, ServiceRecords.ofThisMachine(), clock);
  }

  /// Creates it.
  ///
  /// @param records what is known of the services of domains
  public CalDavProvider(Targets targets, ServiceRecords records, InstantSource clock) {
    this(targets, LIMIT, records, clock);
  }

  CalDavProvider(Targets targets, Duration limit, ServiceRecords records, InstantSource clock) {
    this.http =
        new CalendarHttp(targets, new RequestBounds(limit, MOST_BYTES, MOST_REDIRECTS), clock);
    this.records = records;
    this.clock = clock;
  }

  @Override
  public ProviderKind kind() {
    return ProviderKind.CALDAV;
  }

  @Override
  public RemoteAccount open(AccountAccess access) {
    String user =
        access.user().isEmpty() && access.address().contains("@") && !access.address().contains("/")
            ? access.address().strip()
            : access.user();
    Login known = user.isEmpty() ? null : Login.of(user, access.password());
    Login wherever = user.isEmpty() ? null : Login.wherever(user, access.password());
    return new CalDavAccount(
        access,
        new WebDavClient(http, known),
        new Discovery(new WebDavClient(http, wherever), records, clock),
        clock);
  }
}
