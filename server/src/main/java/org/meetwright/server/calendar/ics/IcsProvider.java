package org.meetwright.server.calendar.ics;

import java.time.Duration;
import java.time.InstantSource;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.remote.RemoteAccount;
import org.meetwright.core.calendar.remote.RemoteProvider;
import org.meetwright.server.calendar.http.CalendarHttp;
import org.meetwright.server.outgoing.RequestBounds;
import org.meetwright.server.outgoing.Targets;

/// Reads feeds.
public final class IcsProvider implements RemoteProvider {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int MOST_BYTES = 20 * 1024 * 1024;
  private static final int MOST_REDIRECTS = 5;

  private final CalendarHttp http;

  /// Creates it.
  public IcsProvider(Targets targets, InstantSource clock) {
    this(targets, new RequestBounds(LIMIT, MOST_BYTES, MOST_REDIRECTS), clock);
  }

  IcsProvider(Targets targets, RequestBounds bounds, InstantSource clock) {
    this.http = new CalendarHttp(targets, bounds, clock);
  }

  @Override
  public ProviderKind kind() {
    return ProviderKind.ICS;
  }

  @Override
  public RemoteAccount open(AccountAccess access) {
    return new IcsAccount(new FeedAddress(http, access));
  }
}
