package org.meetwright.server.api.busy;

import java.util.List;
import java.util.UUID;
import org.meetwright.core.busy.BusyTimes;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.Ids;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.ListRoutes;
import org.meetwright.server.api.exchange.Query;
import org.meetwright.server.api.model.busy.ApiBusyTime;

/// A host's busy times.
public final class BusyTimeRoutes extends ListRoutes<ApiBusyTime> {
  private static final int MOST = 1000;

  private final BusyTimes busyTimes;

  /// Creates the routes.
  public BusyTimeRoutes(BusyTimes busyTimes, Authentication authentication) {
    super(authentication, new Naming<>("busy time", "busy-times", ApiBusyTime.Listing::new));
    this.busyTimes = busyTimes;
  }

  @Override
  protected List<ApiBusyTime> list(Host host, Query query) {
    return busyTimes.list(host.id(), query.from(host), query.until(host), MOST).stream()
        .map(BusyTimeTranslation::toApi)
        .toList();
  }

  @Override
  protected ApiBusyTime add(Host host, Fields body) {
    return BusyTimeTranslation.toApi(
        busyTimes.add(BusyTimeTranslation.read(body, Ids.next(), host.id())));
  }

  @Override
  protected boolean delete(Host host, UUID id) {
    return busyTimes.delete(host.id(), id);
  }
}
