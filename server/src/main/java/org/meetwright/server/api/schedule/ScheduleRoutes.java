package org.meetwright.server.api.schedule;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.meetwright.core.host.Host;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.Schedules;
import org.meetwright.core.schedule.Schedules.Deletion;
import org.meetwright.core.value.Ids;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.OwnRoutes;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.Query;
import org.meetwright.server.api.model.schedule.ApiSchedule;

/// A host's schedules.
public final class ScheduleRoutes extends OwnRoutes<ApiSchedule> {
  private final Schedules schedules;

  /// Creates the routes.
  public ScheduleRoutes(Schedules schedules, Authentication authentication) {
    super(authentication, new Naming<>("schedule", "schedules", ApiSchedule.Listing::new));
    this.schedules = schedules;
  }

  @Override
  protected List<ApiSchedule> list(Host host, Query query) {
    return schedules.list(host.id()).stream().map(ScheduleTranslation::toApi).toList();
  }

  @Override
  protected Optional<ApiSchedule> find(Host host, UUID id) {
    return schedules.find(host.id(), id).map(ScheduleTranslation::toApi);
  }

  @Override
  protected ApiSchedule add(Host host, Fields body) {
    Schedule schedule = ScheduleTranslation.read(body, Ids.next(), host.id());
    schedules.add(schedule);
    return ScheduleTranslation.toApi(schedule);
  }

  @Override
  protected Optional<ApiSchedule> replace(Host host, UUID id, Fields body) {
    return schedules
        .replace(ScheduleTranslation.read(body, id, host.id()))
        .map(ScheduleTranslation::toApi);
  }

  @Override
  protected boolean delete(Host host, UUID id) {
    return switch (schedules.delete(host.id(), id)) {
      case Deletion.Deleted() -> true;
      case Deletion.NotFound() -> false;
      case Deletion.InUse(var why) -> throw ProblemException.of(ProblemException.Code.IN_USE, why);
    };
  }
}
