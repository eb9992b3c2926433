package org.meetwright.server.api.slot;

import java.util.List;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.team.Bookable;
import org.meetwright.server.api.eventtype.PartTranslation;
import org.meetwright.server.api.host.HostTranslation;
import org.meetwright.server.api.model.slot.ApiHostPage;
import org.meetwright.server.api.model.slot.ApiOffering;

/// Translates public data to the API.
final class OfferingTranslation {
  private OfferingTranslation() {}

  static ApiHostPage page(Bookable who, List<EventType> eventTypes) {
    return new ApiHostPage(
        who.handle().value(),
        who.name(),
        who.timeZone().getId(),
        eventTypes.stream().filter(EventType::isListed).map(OfferingTranslation::summary).toList());
  }

  private static ApiHostPage.Summary summary(EventType type) {
    return new ApiHostPage.Summary(
        type.slug(),
        type.name(),
        type.listing().description(),
        type.timing().durationMinutes(),
        type.listing().color());
  }

  static ApiOffering offering(EventType type, Bookable who) {
    Location location = type.location();
    return new ApiOffering(
        type.slug(),
        type.name(),
        type.listing().description(),
        type.timing().durationMinutes(),
        type.timing().durationsMinutes(),
        type.listing().color(),
        PartTranslation.toApi(location == null ? null : location.inPublic()),
        PartTranslation.toApi(
            type.attendance().locations().stream().map(Location::inPublic).toList()),
        type.questions().stream().map(PartTranslation::toApi).toList(),
        type.seats(),
        type.policies().requiresApproval(),
        type.active(),
        type.policies().requiresLink(),
        type.policies().confirmEmail(),
        type.policies().guests().word(),
        PartTranslation.toApi(type.policies().cancellation()),
        PartTranslation.toApi(type.policies().reschedule()),
        who.hosts().stream().map(HostTranslation::name).toList());
  }
}
